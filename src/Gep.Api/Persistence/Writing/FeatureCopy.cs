using Gep.Api.Layers;
using Npgsql;

namespace Gep.Api.Persistence.Writing;

/// <summary>A feature on its way into the store.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="EcosystemType">Its ecosystem type; null for districts and reserves.</param>
internal sealed record FeatureToStore(LoadedFeature Feature, string? EcosystemType);

/// <summary>
/// Sends features into a partition by binary COPY: rows are encoded in parallel, and sent while the next
/// ones are encoded.
/// </summary>
internal sealed class FeatureCopy : IDisposable
{
    private const string Columns =
        " (layer_version_id, position, feature_id, file, file_ordinal, ecosystem_type, "
        + "district, name, valid_from, valid_to, recorded_at, attributes, area_square_metres, geometry) "
        + "from stdin (format binary)";

    private const int Fields = 14;

    /// <summary>Rows that one thread encodes at a time.</summary>
    private const int PieceRows = 256;

    /// <summary>Rows that are encoded together.</summary>
    private const int BatchRows = 16 * PieceRows;

    private readonly long versionId;
    private readonly DateTime recordedAt;
    private readonly NpgsqlRawCopyStream stream;
    private CopyRows[] pieces = Pieces(), sent = Pieces();
    private Task sending = Task.CompletedTask;
    private bool isComplete;

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
        pieces[0].Head();
        stream.Write(pieces[0].Written.Span);
    }

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Sum of their areas [m²].</summary>
    public double SquareMetres { get; private set; }

    /// <summary>Adds features behind those before.</summary>
    public void Add(IReadOnlyList<FeatureToStore> features)
    {
        for (int start = 0; start < features.Count; start += BatchRows)
        {
            int count = Math.Min(BatchRows, features.Count - start);
            int used = (count + PieceRows - 1) / PieceRows;
            Parallel.For(0, used, piece =>
            {
                pieces[piece].Clear();
                int first = piece * PieceRows;
                for (int row = first; row < Math.Min(first + PieceRows, count); row++)
                    Encode(pieces[piece], Rows + row + 1, features[start + row]);
            });
            for (int row = 0; row < count; row++)
                SquareMetres += features[start + row].Feature.Feature.SquareMetres;
            Rows += count;
            sending.GetAwaiter().GetResult();
            (pieces, sent) = (sent, pieces);
            var ready = sent;
            sending = Task.Run(() =>
            {
                for (int piece = 0; piece < used; piece++) stream.Write(ready[piece].Written.Span);
            });
        }
    }

    /// <summary>Ends the copy; the rows are in the partition then.</summary>
    public void Complete()
    {
        sending.GetAwaiter().GetResult();
        pieces[0].Clear();
        pieces[0].Tail();
        stream.Write(pieces[0].Written.Span);
        stream.Dispose();
        isComplete = true;
    }

    /// <summary>Gives up what is not complete.</summary>
    public void Dispose()
    {
        if (isComplete) return;
        try
        {
            sending.GetAwaiter().GetResult();
            stream.Cancel();
        }
        catch (Exception failed) when (failed is NpgsqlException or IOException)
        {
            // Whatever ended the copy has been thrown where it was written to.
        }
        stream.Dispose();
    }

    private static CopyRows[] Pieces() =>
        [.. Enumerable.Range(0, BatchRows / PieceRows).Select(_ => new CopyRows())];

    private void Encode(CopyRows rows, int position, FeatureToStore feature)
    {
        var loaded = feature.Feature;
        rows.Row(Fields);
        rows.Field(versionId);
        rows.Field(position);
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
    }
}
