namespace Gep.Api.Records;

/// <summary>Which snapshot of the workspace answers, and when another one does.</summary>
internal interface ISnapshotFeed
{
    /// <summary>Id of the published snapshot; null before the first.</summary>
    string? Current();

    /// <summary>Whether a snapshot was published once, whichever is now.</summary>
    bool WasPublished(string key);

    /// <summary>
    /// Tells about the published snapshot and each one after it, also those that other instances publish,
    /// until it is cancelled. A lost connection is opened again, and nothing is missed by it.
    /// </summary>
    /// <param name="published">Told the id; the next one waits until it is done.</param>
    /// <param name="cancellation">Ends it.</param>
    Task FollowAsync(Func<string, CancellationToken, Task> published, CancellationToken cancellation);
}
