using Gep.Api.Dossiers;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Everything that the service keeps of one workspace, in the store.</summary>
internal sealed class KeptRecords
{
    private KeptRecords(Store store, long workspaceId)
    {
        Store = store;
        WorkspaceId = workspaceId;
        Tokens = new StoredTokens(store);
        Schedules = new KeptSchedules(store, workspaceId);
        Runs = new StoredRuns(store, workspaceId);
        RequestedRuns = new StoredRunBook(store, workspaceId);
        Writes = new StoredWrites(store, workspaceId);
        Records = new StoredRecords(store, workspaceId);
        Audit = new StoredAudit(store);
        Snapshots = new PublicationFeed(store, workspaceId);
    }

    /// <summary>The store; whoever opened it closes it.</summary>
    public Store Store { get; }

    /// <summary>The workspace's number.</summary>
    public long WorkspaceId { get; }

    /// <summary>Tokens.</summary>
    public ITokenBook Tokens { get; }

    /// <summary>Logs of schedules.</summary>
    public IScheduleStore Schedules { get; }

    /// <summary>Runs with their documents.</summary>
    public IRunArchive Runs { get; }

    /// <summary>Runs that callers of the service asked for.</summary>
    public IRunBook RequestedRuns { get; }

    /// <summary>First answers to writes of the service.</summary>
    public IWriteBook Writes { get; }

    /// <summary>Claims and readings.</summary>
    public IRecordBook Records { get; }

    /// <summary>The audit log.</summary>
    public IAuditTrail Audit { get; }

    /// <summary>Published snapshots.</summary>
    public ISnapshotFeed Snapshots { get; }

    /// <summary>The content of the published snapshot, and the way to another.</summary>
    /// <param name="local">Folder of the workspace here; see <see cref="SnapshotFolder"/>.</param>
    public IWorkspaceBook WorkspaceBeside(string local) =>
        new StoredWorkspaces(Store, WorkspaceId, Snapshots, local);

    /// <summary>What is kept of a workspace; it is made known when it is new.</summary>
    public static KeptRecords Of(Store store, string workspace) =>
        new(store, SnapshotWriting.WorkspaceId(store, workspace));
}
