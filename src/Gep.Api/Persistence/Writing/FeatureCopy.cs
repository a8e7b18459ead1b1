using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Gep.Api.Layers;
using Npgsql;

namespace Gep.Api.Persistence.Writing;

/// <summary>A feature on its way into the store.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="EcosystemType">Its ecosystem type; null for districts and reserves.</param>
internal sealed record FeatureToStore(LoadedFeature Feature, string? EcosystemType);

/// <summary>
/// Sends features into a partition by binary COPY, on a thread of its own: whoever adds them may read on
/// while they are encoded and sent.
/// </summary>
internal sealed class FeatureCopy : IDisposable
{
    private const string Columns =
        " (layer_version_id, position, feature_id, file, file_ordinal, ecosystem_type, "
        + "district, name, valid_from, valid_to, recorded_at, attributes, area_square_metres, geometry) "
        + "from stdin (format binary)";

    private const int Fields = 14;

    /// <summary>Rows that are encoded before they are sent together.</summary>
    private const int RowsOfPiece = 256;

    /// <summary>Batches that may wait; whoever adds more waits too.</summary>
    private const int WaitingBatches = 4;

    /// <summary>Name of the thread that sends, as far as the system shows names of threads.</summary>
    internal const string ThreadName = "feature copy";

    private readonly long versionId;
    private readonly DateTime recordedAt;
    private readonly NpgsqlRawCopyStream stream;
    private readonly CopyRows rows = new();
    private readonly BlockingCollection<IReadOnlyList<FeatureToStore>> waiting = new(WaitingBatches);
    private readonly Thread sender;
    private volatile ExceptionDispatchInfo? failure;

    /// <summary>Begins to copy.</summary>
    /// <param name="connection">In the transaction that made the partition.</param>
    /// <param name="partition">Where to.</param>
    /// <param name="versionId">The layer version.</param>
    /// <param name="recordedAt">When it was recorded.</param>
    public FeatureCopy(
        NpgsqlConnection connection, FeaturePartition partition, long versionId, DateTime recordedAt)
    {
        (this.versionId, this.recordedAt) = (versionId, recordedAt);
        stream = connection.BeginRawBinaryCopy($"copy {partition.Name}{Columns}");
        rows.Head();
        sender = new Thread(SendAll) { IsBackground = true, Name = ThreadName };
        sender.Start();
    }

    /// <summary>Rows of a complete copy.</summary>
    public int Rows { get; private set; }

    /// <summary>Sum of their areas [m²].</summary>
    public double SquareMetres { get; private set; }

    /// <summary>Adds features behind those before.</summary>
    public void Add(IReadOnlyList<FeatureToStore> features)
    {
        failure?.Throw();
        waiting.Add(features);
    }

    /// <summary>Ends the copy; the rows are in the partition then.</summary>
    public void Complete()
    {
        StopSending();
        failure?.Throw();
        rows.Tail();
        Send();
        stream.Dispose();
    }

    /// <summary>
    /// Gives up what is not complete. The COPY itself ends with its transaction, also where the server ended
    /// both already.
    /// </summary>
    public void Dispose()
    {
        StopSending();
        waiting.Dispose();
    }

    private void StopSending()
    {
        if (!waiting.IsAddingCompleted) waiting.CompleteAdding();
        sender.Join();
    }

    /// <summary>
    /// Encodes and sends what was added; after a failure it only takes it, so that nobody waits.
    /// </summary>
    private void SendAll()
    {
        foreach (var batch in waiting.GetConsumingEnumerable())
        {
            if (failure is not null) continue;
            try
            {
                foreach (var feature in batch) Encode(feature);
            }
#pragma warning disable CA1031 // Whatever goes wrong is thrown to those who add, or complete.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }

    private void Send()
    {
        stream.Write(rows.Written.Span);
        rows.Clear();
    }

    private void Encode(FeatureToStore feature)
    {
        var loaded = feature.Feature;
        rows.Row(Fields);
        rows.Field(versionId);
        rows.Field(++Rows);
        rows.Field(loaded.Feature.Id);
        rows.Field(loaded.File);
        rows.Field(loaded.Feature.Ordinal);
        rows.Field(feature.EcosystemType);
        rows.Field(loaded.Find(
            loaded.Layer.Role == LayerRole.Districts ? LayerAttribute.Code : LayerAttribute.District));
        rows.Field(loaded.Find(LayerAttribute.Name));
        rows.Field(loaded.FromYear ?? loaded.Layer.FromYear.Number);
        rows.Field(loaded.ToYear ?? loaded.Layer.ToYear.Number);
        rows.Field(recordedAt);
        rows.Field(loaded.Feature.Attributes);
        rows.Field(loaded.Feature.SquareMetres);
        rows.Geometry(loaded.Feature);
        SquareMetres += loaded.Feature.SquareMetres;
        if (Rows % RowsOfPiece == 0) Send();
    }
}
