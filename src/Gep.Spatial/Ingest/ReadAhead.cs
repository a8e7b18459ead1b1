using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Gep.Spatial.Ingest;

/// <summary>Runs a reader on a thread of its own, a few batches ahead of whoever uses them.</summary>
internal static class ReadAhead
{
    private const int WaitingBatches = 2;

    /// <summary>What a reader yields, in its order, in batches.</summary>
    /// <param name="records">What it yields; enumerated once, on the other thread.</param>
    /// <param name="batch">How many make a batch: more keep more threads busy and more memory.</param>
    public static IEnumerable<SourceRecord[]> Batches(IEnumerable<SourceRecord> records, int batch)
    {
        using var waiting = new BlockingCollection<SourceRecord[]>(WaitingBatches);
        using var stop = new CancellationTokenSource();
        Exception? failure = null;
        var reader = new Thread(() =>
        {
            try
            {
                foreach (SourceRecord[] chunk in records.Chunk(batch)) waiting.Add(chunk, stop.Token);
            }
#pragma warning disable CA1031 // Whatever goes wrong there is thrown again below.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = exception;
            }
            finally
            {
                waiting.CompleteAdding();
            }
        })
        { IsBackground = true };
        reader.Start();
        try
        {
            foreach (SourceRecord[] chunk in waiting.GetConsumingEnumerable()) yield return chunk;
        }
        finally
        {
            stop.Cancel();
            reader.Join();
        }
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }
}
