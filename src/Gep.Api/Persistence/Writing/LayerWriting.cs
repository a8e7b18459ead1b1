using System.Globalization;
using System.Text;
using Gep.Api.Layers;
using Gep.Api.Persistence.Rows;
using Gep.Api.Workspaces;
using Gep.Spatial.Measures;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gep.Api.Persistence.Writing;

/// <summary>A feature on its way into the store.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="EcosystemType">Its ecosystem type; null for districts and reserves.</param>
internal sealed record FeatureToStore(LoadedFeature Feature, string? EcosystemType);

/// <summary>Writes layer versions, features by binary COPY.</summary>
internal static class LayerWriting
{
    /// <summary>Features that are encoded in parallel before they are sent.</summary>
    private const int BatchFeatures = 4096;

    private const string Columns =
        " (layer_version_id, position, feature_id, file, file_ordinal, ecosystem_type, "
        + "district, name, valid_from, valid_to, recorded_at, attributes, area_square_metres, geometry) "
        + "from stdin (format binary)";

    /// <summary>
    /// The version of this content: the one that is there, or a new one that is there whole or not at all.
    /// </summary>
    /// <param name="store">The store; it is this process's turn to write.</param>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="content">The layer.</param>
    /// <param name="features">Its features in order.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="sent">Told how many features were sent.</param>
    public static StoredLayer Write(
        Store store, long workspaceId, string root, LayerContent content,
        IReadOnlyList<FeatureToStore> features, string actor, Action<int> sent)
    {
        using var context = store.NewContext();
        using var transaction = context.Database.BeginTransaction();
        var versions = context.LayerVersions.AsNoTracking()
            .Where(version => version.WorkspaceId == workspaceId && version.Layer == content.Layer.Id);
        var same = versions.FirstOrDefault(version => version.ContentHash == content.Hash);
        if (same is not null)
        {
            return new StoredLayer(
                same.Id, same.Layer, same.Number, same.FeatureCount, same.ContentHash, false);
        }
        var row = RowOf(workspaceId, content, features);
        row.Number = 1 + (versions.Max(version => (int?)version.Number) ?? 0);
        context.LayerVersions.Add(row);
        context.SaveChanges();
        context.LayerFiles.AddRange(content.Files.Select((file, index) => new LayerFileRow
        {
            LayerVersionId = row.Id,
            Position = index + 1,
            Path = file.Path,
            ContentHash = file.Hash,
        }));
        context.SaveChanges();
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var partition = FeaturePartition.Create(connection, row.Id);
        Copy(connection, partition, row, features, sent);
        partition.Attach();
        LayerFileKeeping.Write(connection, row.Id, root, content);
        string subject = string.Create(
            CultureInfo.InvariantCulture, $"layer {row.Layer} version {row.Number} {row.ContentHash}");
        AuditLog.Append(context, actor, "layer-recorded", subject);
        transaction.Commit();
        return new StoredLayer(row.Id, row.Layer, row.Number, row.FeatureCount, row.ContentHash, true);
    }

    private static LayerVersionRow RowOf(
        long workspaceId, LayerContent content, IReadOnlyList<FeatureToStore> features) => new()
        {
            WorkspaceId = workspaceId,
            Layer = content.Layer.Id,
            Role = WorkspaceProblem.CodeOf(content.Layer.Role),
            NameZh = content.Layer.Name.Chinese,
            NameEn = content.Layer.Name.English,
            ContentHash = content.Hash,
            Definition = content.Definition,
            FeatureCount = features.Count,
            AreaSquareMetres = features.Sum(feature => feature.Feature.Feature.SquareMetres),
            RecordedAt = AuditLog.Now(),
        };

    private static void Copy(
        NpgsqlConnection connection, FeaturePartition partition, LayerVersionRow version,
        IReadOnlyList<FeatureToStore> features, Action<int> sent)
    {
        var encoded = new (byte[] Geometry, byte[] Attributes)[BatchFeatures];
        using var copy = connection.BeginBinaryImport($"copy {partition.Name}{Columns}");
        copy.Timeout = Timeout.InfiniteTimeSpan;
        for (int start = 0; start < features.Count; start += BatchFeatures)
        {
            int count = Math.Min(BatchFeatures, features.Count - start);
            Parallel.For(0, count, index =>
            {
                var feature = features[start + index].Feature.Feature;
                encoded[index] = (GeographicWkb.Write(feature.Geometry), JsonOf(feature.Attributes));
            });
            for (int index = 0; index < count; index++)
            {
                WriteRow(copy, version, start + index + 1, features[start + index], encoded[index].Geometry,
                    encoded[index].Attributes);
            }
            sent(count);
        }
        copy.Complete();
    }

    private static void WriteRow(
        NpgsqlBinaryImporter copy, LayerVersionRow version, int position, FeatureToStore feature,
        byte[] geometry, byte[] attributes)
    {
        var loaded = feature.Feature;
        copy.StartRow();
        copy.Write(version.Id, NpgsqlDbType.Bigint);
        copy.Write(position, NpgsqlDbType.Integer);
        copy.Write(loaded.Feature.Id, NpgsqlDbType.Text);
        copy.Write(loaded.File, NpgsqlDbType.Text);
        copy.Write(loaded.Feature.Ordinal, NpgsqlDbType.Bigint);
        WriteText(copy, feature.EcosystemType);
        WriteText(copy, loaded.Find(
            loaded.Layer.Role == LayerRole.Districts ? LayerAttribute.Code : LayerAttribute.District));
        WriteText(copy, loaded.Find(LayerAttribute.Name));
        copy.Write(loaded.FromYear ?? loaded.Layer.FromYear.Number, NpgsqlDbType.Integer);
        copy.Write(loaded.ToYear ?? loaded.Layer.ToYear.Number, NpgsqlDbType.Integer);
        copy.Write(version.RecordedAt, NpgsqlDbType.TimestampTz);
        copy.Write(attributes, NpgsqlDbType.Jsonb);
        copy.Write(loaded.Feature.SquareMetres, NpgsqlDbType.Double);
        copy.Write(geometry, NpgsqlDbType.Bytea);
    }

    private static void WriteText(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    /// <summary>The attributes in order of their names; the database knows no NUL character.</summary>
    private static byte[] JsonOf(IReadOnlyDictionary<string, string> attributes) =>
        LayerContent.Written(json =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                json.WriteString(WithoutNul(name), WithoutNul(value));
            json.WriteEndObject();
        });

    private static string WithoutNul(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? new StringBuilder(text).Replace('\0', '\uFFFD').ToString() : text;
}
