namespace Gep.Api.Records;

/// <summary>A run that was recorded: an account, or the schedules of a year.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind"><c>account</c> or <c>schedule</c>.</param>
/// <param name="Year">Its year.</param>
/// <param name="Profile">Profile of an account; empty for schedules.</param>
/// <param name="Snapshot">Id of the snapshot it was made from.</param>
/// <param name="Engine">The build that made it.</param>
/// <param name="ResultHash">Hash of its result.</param>
/// <param name="RecordedAt">When it was recorded.</param>
internal sealed record RunSummary(
    long Id, string Kind, int Year, string Profile, string Snapshot, string Engine, string ResultHash,
    DateTimeOffset RecordedAt);

/// <summary>Runs with their documents, as they were made.</summary>
internal interface IRunArchive
{
    /// <summary>Every run of the workspace, oldest first.</summary>
    IReadOnlyList<RunSummary> List();

    /// <summary>
    /// A document such as <c>account.json</c> or <c>manifest.json</c>, byte for byte; null when there is
    /// none.
    /// </summary>
    byte[]? FindDocument(long run, string name);
}
