using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Gep.Spatial.Ingest;

/// <summary>Runs a reader on a thread of its own, some hundred records ahead of whoever uses them.</summary>
internal static class ReadAhead
{
    private const int BatchRecords = 64, WaitingBatches = 4;

    /// <summary>What a reader yields, in its order, in batches.</summary>
    public static IEnumerable<SourceRecord[]> Batches(IEnumerable<SourceRecord> records)
    {
        using var waiting = new BlockingCollection<SourceRecord[]>(WaitingBatches);
        using var stop = new CancellationTokenSource();
        Exception? failure = null;
        var reader = new Thread(() =>
        {
            try
            {
                foreach (SourceRecord[] batch in records.Chunk(BatchRecords)) waiting.Add(batch, stop.Token);
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
            foreach (SourceRecord[] batch in waiting.GetConsumingEnumerable()) yield return batch;
        }
        finally
        {
            stop.Cancel();
            reader.Join();
        }
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }
}
