namespace Gep.Api.Records;

/// <summary>A run as somebody asked for it.</summary>
/// <param name="Kind">What it makes, in kebab case.</param>
/// <param name="Year">The year; 0 where it has none.</param>
/// <param name="Variant">Profile or scheme; null for the workspace's own or all.</param>
/// <param name="Snapshot">Id of the snapshot that it reads.</param>
/// <param name="StartedBy">Who asked.</param>
internal sealed record RunRequest(string Kind, int Year, string? Variant, string Snapshot, string StartedBy);

/// <summary>How a run ended.</summary>
/// <param name="State">How, in kebab case.</param>
/// <param name="Snapshot">Id of the snapshot that it read or made; null when it failed.</param>
/// <param name="ResultHash">Hash of its account or schedules; null when it has none.</param>
/// <param name="Problems">What was found, as JSON.</param>
internal sealed record RunEnding(string State, string? Snapshot, string? ResultHash, string Problems);

/// <summary>A run that was asked for.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Ending">How it ended; null while it has not.</param>
internal sealed record RequestedRun(long Id, RunRequest Request, RunEnding? Ending);

/// <summary>Runs that were asked for; <see cref="IWriteScope.AddRun"/> adds one.</summary>
internal interface IRunBook
{
    /// <summary>The last ones, newest first.</summary>
    IReadOnlyList<RequestedRun> List(int count);

    /// <summary>Those that have not ended, oldest first.</summary>
    IReadOnlyList<RequestedRun> ListOpen();

    /// <summary>The run of a number, or null.</summary>
    RequestedRun? Find(long id);

    /// <summary>
    /// Waits until no other process works at it; the turn ends with its disposal. Null where no other process
    /// can.
    /// </summary>
    IDisposable? TakeTurn(long id);

    /// <summary>Notes that somebody begins with it; how often somebody did by now.</summary>
    int Begin(long id);

    /// <summary>Notes how it ended.</summary>
    void End(long id, RunEnding ending);
}
