using Gep.Api.Persistence.Rows;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Runs that callers asked for, in the store.</summary>
internal sealed class StoredRunBook(Store store, long workspaceId) : IRunBook
{
    /// <inheritdoc/>
    public IReadOnlyList<RequestedRun> List(int count)
    {
        using var context = store.NewContext();
        return [.. Of(context).OrderByDescending(row => row.Run.Id).Take(count).AsEnumerable()
            .Select(RunOf)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<RequestedRun> ListOpen()
    {
        using var context = store.NewContext();
        return [.. Of(context).Where(row => row.End == null).OrderBy(row => row.Run.Id).AsEnumerable()
            .Select(RunOf)];
    }

    /// <inheritdoc/>
    public RequestedRun? Find(long id)
    {
        using var context = store.NewContext();
        return Of(context).FirstOrDefault(row => row.Run.Id == id) is { } found ? RunOf(found) : null;
    }

    /// <inheritdoc/>
    public IDisposable? TakeTurn(long id) => store.TakeRunTurn(id);

    /// <inheritdoc/>
    public int Begin(long id)
    {
        using var context = store.NewContext();
        int number = context.ServiceRunBegins.Count(row => row.ServiceRunId == id) + 1;
        context.ServiceRunBegins.Add(
            new ServiceRunBeginRow { ServiceRunId = id, Number = number, RecordedAt = AuditLog.Now() });
        context.SaveChanges();
        return number;
    }

    /// <inheritdoc/>
    public void End(long id, RunEnding ending)
    {
        using var context = store.NewContext();
        context.ServiceRunEnds.Add(new ServiceRunEndRow
        {
            ServiceRunId = id,
            State = ending.State,
            Snapshot = ending.Snapshot,
            ResultHash = ending.ResultHash,
            Problems = ending.Problems,
            RecordedAt = AuditLog.Now(),
        });
        context.SaveChanges();
    }

    private IQueryable<RunAndEnd> Of(StoreContext context) =>
        from run in context.ServiceRuns.AsNoTracking()
        join end in context.ServiceRunEnds on run.Id equals end.ServiceRunId into ends
        from end in ends.DefaultIfEmpty()
        where run.WorkspaceId == workspaceId
        select new RunAndEnd { Run = run, End = end };

    private static RequestedRun RunOf(RunAndEnd row) => new(
        row.Run.Id,
        new RunRequest(row.Run.Kind, row.Run.Year, row.Run.Variant, row.Run.Snapshot, row.Run.Actor),
        row.End is { } end ? new RunEnding(end.State, end.Snapshot, end.ResultHash, end.Problems) : null);

    private sealed class RunAndEnd
    {
        public required ServiceRunRow Run { get; init; }

        public ServiceRunEndRow? End { get; init; }
    }
}
