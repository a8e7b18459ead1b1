using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Keeping;

/// <summary>The content of a workspace in the store.</summary>
/// <param name="store">The store.</param>
/// <param name="workspaceId">The workspace's number.</param>
/// <param name="feed">Which snapshot is published.</param>
/// <param name="local">Folder of the workspace here; see <see cref="SnapshotFolder"/>.</param>
internal sealed class StoredWorkspaces(Store store, long workspaceId, ISnapshotFeed feed, string local)
    : IWorkspaceBook
{
    /// <inheritdoc/>
    public string? Current() => feed.Current();

    /// <inheritdoc/>
    public string WriteTo(string folder)
    {
        string key = feed.Current() ?? throw new InvalidOperationException("Nothing is published yet.");
        SnapshotFolder.Write(store, workspaceId, key, folder, local);
        return key;
    }

    /// <inheritdoc/>
    public string? Publish(
        string folder, string basis, string actor, ProblemList problems, IProgress<RunProgress> progress,
        CancellationToken cancellation) => IngestWorkspace.Run(
            store, new IngestRequest(folder, null, Environment.ProcessorCount, actor, basis), problems,
            progress, cancellation)?.Snapshot;
}
