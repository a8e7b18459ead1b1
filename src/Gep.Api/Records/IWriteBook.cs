using Gep.Api.Dossiers;

namespace Gep.Api.Records;

/// <summary>What a write answers, and what the audit log says of it.</summary>
/// <param name="Answer">The answer as JSON.</param>
/// <param name="Subject">What was written; null when nothing was.</param>
internal sealed record WriteResult(string Answer, string? Subject);

/// <summary>The answer to a write.</summary>
/// <param name="Status">Made, repeated, or the key was reused.</param>
/// <param name="Answer">The first answer as JSON; null when there is none.</param>
internal sealed record WriteAnswer(WriteStatus Status, string? Answer);

/// <summary>What one write may change: all of it is kept together with its answer, or none of it.</summary>
internal interface IWriteScope
{
    /// <summary>The logs of schedules.</summary>
    /// <param name="folder">Folder of the dossiers, where logs are kept in files.</param>
    IScheduleStore SchedulesIn(string folder);

    /// <summary>
    /// The records of a kind and subject, oldest first; nobody adds to them before the write is over.
    /// </summary>
    IReadOnlyList<ServiceRecord> RecordsOf(string kind, string subject);

    /// <summary>The number of a run that is asked for; call last.</summary>
    long AddRun(RunRequest request);
}

/// <summary>First answers to writes by the key that their caller chose.</summary>
internal interface IWriteBook
{
    /// <summary>Makes the write, or gives its first answer; of two at one moment one is made.</summary>
    /// <param name="key">The write.</param>
    /// <param name="action">What is done, for the audit log.</param>
    /// <param name="write">Writes; null takes everything back and keeps no answer.</param>
    WriteAnswer Once(WriteKey key, string action, Func<IWriteScope, WriteResult?> write);
}
