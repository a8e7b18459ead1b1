using System.Collections.Immutable;
using Gep.Api.Records;

namespace Gep.Api.Workflow;

/// <summary>Runs of a service without a database: they end with it.</summary>
internal sealed class RunsInMemory : IRunBook
{
    private const int KeptMax = 100;

    private ImmutableSortedDictionary<long, RequestedRun> runs =
        ImmutableSortedDictionary<long, RequestedRun>.Empty;

    private long last;

    /// <summary>Adds a run; the oldest one that has ended makes room.</summary>
    public long Add(RunRequest request)
    {
        long id = Interlocked.Increment(ref last);
        ImmutableInterlocked.Update(ref runs, known =>
        {
            var more = known.Add(id, new RequestedRun(id, request, null));
            var oldest = more.Values.FirstOrDefault(run => run.Ending is not null);
            return more.Count > KeptMax && oldest is not null ? more.Remove(oldest.Id) : more;
        });
        return id;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RequestedRun> List(int count) => [.. runs.Values.Reverse().Take(count)];

    /// <inheritdoc/>
    public IReadOnlyList<RequestedRun> ListOpen() => [.. runs.Values.Where(run => run.Ending is null)];

    /// <inheritdoc/>
    public RequestedRun? Find(long id) => runs.GetValueOrDefault(id);

    /// <inheritdoc/>
    public IDisposable? TakeTurn(long id) => null;

    /// <inheritdoc/>
    public int Begin(long id) => 1;

    /// <inheritdoc/>
    public void End(long id, RunEnding ending) => ImmutableInterlocked.Update(ref runs, known =>
        known.TryGetValue(id, out var run) ? known.SetItem(id, run with { Ending = ending }) : known);
}
