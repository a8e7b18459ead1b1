using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gep.Api.Layers;
using Gep.Api.Persistence.Geometries;
using Gep.Api.Persistence.Rows;
using Gep.Api.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Reading;

/// <summary>Reads layer versions back.</summary>
internal static class LayerReading
{
    /// <summary>Attributes that are numbers by what they mean; others stay the text that was read.</summary>
    private static readonly string[] NumberAttributes =
    [
        .. new[]
        {
            LayerAttribute.OfficialAreaSquareKilometres, LayerAttribute.WholeAreaSquareKilometres,
            LayerAttribute.ValidFrom, LayerAttribute.ValidTo, LayerAttribute.RegisterAreaMu,
        }.Select(WorkspaceProblem.CodeOf),
    ];

    private static readonly JsonWriterOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes a version of a layer as a GeoJSON FeatureCollection, a feature a line, in the order in which
    /// it was read.
    /// </summary>
    /// <param name="context">The store.</param>
    /// <param name="versionId">Number of the layer version in the store.</param>
    /// <param name="output">Where to.</param>
    public static void WriteGeoJson(StoreContext context, long versionId, Stream output)
    {
        var version = context.LayerVersions.AsNoTracking().Single(row => row.Id == versionId);
        var numbers = NumberColumns(version.Definition);
        var buffer = new ArrayBufferWriter<byte>();
        Line(json => json.WriteStringValue(version.Layer),
            "{\"type\":\"FeatureCollection\",\"name\":"u8, ",\"features\":[\n"u8);
        bool isFirst = true;
        foreach (var feature in context.Features.AsNoTracking()
            .Where(row => row.LayerVersionId == versionId).OrderBy(row => row.Position))
        {
            Line(json => WriteFeature(json, feature, numbers), isFirst ? ""u8 : ",\n"u8, ""u8);
            isFirst = false;
        }
        output.Write("\n]}\n"u8);

        void Line(Action<Utf8JsonWriter> write, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, Compact)) write(json);
            output.Write(before);
            output.Write(buffer.WrittenSpan);
            output.Write(after);
        }
    }

    /// <summary>
    /// The layer version of a workspace: the one of the published snapshot, or the one asked for; null when
    /// there is none.
    /// </summary>
    public static long? FindVersion(StoreContext context, string workspace, string layer, int? number)
    {
        if (number is not null)
        {
            return (from version in context.LayerVersions
                    join owner in context.Workspaces on version.WorkspaceId equals owner.Id
                    where owner.Code == workspace && version.Layer == layer && version.Number == number
                    select (long?)version.Id).FirstOrDefault();
        }
        long? snapshot = RunReading.CurrentSnapshot(context, workspace);
        return (from link in context.SnapshotLayers
                join version in context.LayerVersions on link.LayerVersionId equals version.Id
                where link.SnapshotId == snapshot && version.Layer == layer
                select (long?)version.Id).FirstOrDefault();
    }

    /// <summary>The features of a layer version that share a point with a rectangle of degrees.</summary>
    public static IQueryable<FeatureRow> Within(
        StoreContext context, long versionId, double west, double south, double east, double north) =>
        context.Features.AsNoTracking()
            .Where(feature => feature.LayerVersionId == versionId
                && PostGis.Intersects(feature.Geometry, PostGis.MakeEnvelope(
                    west, south, east, north, StoredGeometry.Srid)))
            .OrderBy(feature => feature.Position);

    private static HashSet<string> NumberColumns(string definition)
    {
        using var json = JsonDocument.Parse(definition);
        return
        [
            .. json.RootElement.GetProperty("columns").EnumerateObject()
                .Where(column => NumberAttributes.Contains(column.Name, StringComparer.Ordinal))
                .Select(column => column.Value.GetString()!),
        ];
    }

    private static void WriteFeature(Utf8JsonWriter json, FeatureRow feature, HashSet<string> numbers)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.FeatureId);
        json.WriteStartObject("properties");
        using (var attributes = JsonDocument.Parse(feature.Attributes))
        {
            foreach (var attribute in attributes.RootElement.EnumerateObject()
                .OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
            {
                string text = attribute.Value.GetString()!;
                json.WritePropertyName(attribute.Name);
                if (numbers.Contains(attribute.Name) && IsJsonNumber(text)) json.WriteRawValue(text);
                else json.WriteStringValue(text);
            }
        }
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        EwkbGeoJson.Write(json, feature.Geometry);
        json.WriteEndObject();
    }

    private static bool IsJsonNumber(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
