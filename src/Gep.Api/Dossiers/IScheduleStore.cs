using System.Collections.Immutable;

namespace Gep.Api.Dossiers;

/// <summary>Where the logs of schedules and the lines they are about are kept: a folder, or a
/// database.</summary>
/// <remarks>Nothing that was kept is ever changed. What is kept survives the loss of power once a method
/// has returned.</remarks>
internal interface IScheduleStore
{
    /// <summary>The schedules that have a log, in order of their folders' names.</summary>
    ImmutableArray<ScheduleKey> Keys();

    /// <summary>The entries of each schedule, in their order; none when it has no log.</summary>
    IReadOnlyList<StoredEntries> ReadEntries(IReadOnlyList<ScheduleKey> keys);

    /// <summary>
    /// Adds an entry, whole or not at all; false when another was added since the log was read.
    /// </summary>
    /// <param name="key">The schedule.</param>
    /// <param name="known">How many entries the new one follows.</param>
    /// <param name="entry">One line of JSON without its end.</param>
    bool TryAppend(ScheduleKey key, int known, string entry);

    /// <summary>The lines kept under a fingerprint; null when there are none.</summary>
    string? FindContent(ScheduleKey key, string fingerprint);

    /// <summary>Keeps lines under their fingerprint; keeping them again does nothing.</summary>
    void KeepContent(ScheduleKey key, string fingerprint, string content);
}
