using Gep.Api.Persistence.Reading;
using Gep.Api.Records;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>The runs of a workspace in the store.</summary>
internal sealed class StoredRuns(Store store, long workspaceId) : IRunArchive
{
    /// <inheritdoc/>
    public IReadOnlyList<RunSummary> List()
    {
        using var context = store.NewContext();
        var rows = from run in context.Runs.AsNoTracking()
                   join snapshot in context.Snapshots on run.SnapshotId equals snapshot.Id
                   where snapshot.WorkspaceId == workspaceId
                   orderby run.Id
                   select new { Run = run, snapshot.Key };
        return
        [
            .. rows.AsEnumerable().Select(row => new RunSummary(
                row.Run.Id, row.Run.Kind, row.Run.Year, row.Run.Profile, row.Key, row.Run.Engine,
                row.Run.ResultHash, new(row.Run.RecordedAt.ToUniversalTime()))),
        ];
    }

    /// <inheritdoc/>
    public byte[]? FindDocument(long run, string name)
    {
        using var context = store.NewContext();
        bool isOurs = (from row in context.Runs
                       join snapshot in context.Snapshots on row.SnapshotId equals snapshot.Id
                       where row.Id == run && snapshot.WorkspaceId == workspaceId
                       select row.Id).Any();
        return isOurs ? RunReading.FindDocument(context, run, name) : null;
    }
}
