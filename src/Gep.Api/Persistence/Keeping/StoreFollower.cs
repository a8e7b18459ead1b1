using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Keeping;

/// <summary>
/// Keeps the snapshot of a service that of the store: an instance that publishes and every other one answer
/// from the same snapshot, whoever ingested it.
/// </summary>
/// <param name="kept">The store of the workspace.</param>
/// <param name="local">Folder of the workspace here, or null; see <see cref="SnapshotFolder"/>.</param>
/// <param name="say">Told what happens.</param>
internal sealed class StoreFollower(KeptRecords kept, string? local, Action<string> say)
{
    /// <summary>Folders of the snapshot in force and of the one before, still read by requests.</summary>
    private const int FoldersMax = 2;

    private readonly Queue<string> folders = new();

    /// <summary>Reads each published snapshot and puts it in force, until it is cancelled.</summary>
    /// <param name="holder">Where the snapshot in force is held; requests keep the one they took.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(SnapshotHolder holder, CancellationToken cancellation)
    {
        TemporaryFolder.DeleteLeftOvers();
        try
        {
            await kept.Snapshots.FollowAsync(
                (key, stop) => Task.Run(() => Take(holder, key, stop), stop), cancellation);
        }
        finally
        {
            DeleteFolders(0);
        }
    }

    /// <summary>
    /// A snapshot that cannot be read leaves the one in force; the next publication is tried again.
    /// </summary>
    private void Take(SnapshotHolder holder, string key, CancellationToken cancellation)
    {
        if (holder.Current?.Id == key) return;
        string folder = TemporaryFolder.New();
        folders.Enqueue(folder);
        try
        {
            SnapshotFolder.Write(kept.Store, kept.WorkspaceId, key, folder, local);
            var problems = new ProblemList();
            if (ServiceSnapshot.Read(folder, problems, null, cancellation) is { } snapshot)
            {
                holder.Replace(snapshot);
                say($"快照 snapshot {key} 已生效 in force");
            }
            else
            {
                say($"快照 snapshot {key} 无法读取 cannot be read");
            }
        }
        catch (StoreUnavailableException unavailable)
        {
            say($"{unavailable.Reason.Chinese} {unavailable.Reason.English}");
        }
        DeleteFolders(FoldersMax);
    }

    private void DeleteFolders(int rest)
    {
        while (folders.Count > rest) Directory.Delete(folders.Dequeue(), recursive: true);
    }
}
