namespace Gep.Spatial.Overlays;

/// <summary>Items of work shared out to as many workers as there are threads, each of them made once.
/// </summary>
internal static class SharedWork
{
    /// <summary>Does all items, those that are left to whoever is ready.</summary>
    /// <typeparam name="TWorker">What one thread needs for its work.</typeparam>
    /// <param name="items">How many there are.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="makeWorker">Makes a worker.</param>
    /// <param name="work">Does an item; called from several threads.</param>
    /// <param name="end">Takes each worker when nothing is left; called from several threads.</param>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static void Run<TWorker>(
        int items, OverlayOptions options, Func<TWorker> makeWorker, Action<TWorker, int> work,
        Action<TWorker>? end = null)
    {
        int next = -1;
        Parallel.For(
            0,
            Math.Min(options.Threads, items),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads, CancellationToken = options.CancellationToken,
            },
            _ =>
            {
                TWorker worker = makeWorker();
                for (int item; (item = Interlocked.Increment(ref next)) < items;)
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    work(worker, item);
                }
                end?.Invoke(worker);
            });
    }
}
