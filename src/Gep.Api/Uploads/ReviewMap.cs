using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Gep.Accounting.Problems;
using Gep.Api.Layers;
using Gep.Api.Workspaces;
using Gep.Spatial.Features;

namespace Gep.Api.Uploads;

/// <summary>A layer and what was found in it as GeoJSON, small enough for a page.</summary>
internal static class ReviewMap
{
    private const int FeaturesMax = 2_000, PositionsMax = 40_000;

    /// <summary>
    /// The features in which something was found and then the largest ones, in file order. They carry id,
    /// class and the worst finding: no attribute of a register, which may name persons.
    /// </summary>
    public static (JsonElement Features, int ShownCount) Of(
        ImmutableArray<LoadedFeature> features, IReadOnlyList<LayerFinding> findings)
    {
        var worst = findings.Where(finding => finding.Feature is not null)
            .GroupBy(finding => finding.Feature!.Value)
            .ToDictionary(group => group.Key, group => group.Max(finding => finding.Severity));
        LoadedFeature[] shown =
        [
            .. features.OrderByDescending(feature => worst.ContainsKey(feature.Feature.Ordinal))
                .ThenByDescending(feature => feature.Feature.SquareMetres)
                .ThenBy(feature => feature.Feature.Ordinal).Take(FeaturesMax)
                .OrderBy(feature => feature.Feature.Ordinal),
        ];
        var shapes = LayerSketch.Of([.. shown.Select(feature => feature.Feature)], PositionsMax);
        var written = Collection(json =>
        {
            foreach (var (feature, shape) in shown.Zip(shapes))
            {
                json.WriteStartObject();
                json.WriteString("type", "Feature");
                json.WriteString("id", feature.Feature.Id);
                json.WriteStartObject("properties");
                json.WriteString("id", feature.Feature.Id);
                json.WriteString("class", ReviewLayer.ClassOf(feature));
                if (worst.TryGetValue(feature.Feature.Ordinal, out var severity))
                    json.WriteString("finding", NameOf(severity));
                else
                    json.WriteNull("finding");
                json.WriteEndObject();
                json.WritePropertyName("geometry");
                LayerSketch.Write(json, shape);
                json.WriteEndObject();
            }
        });
        return (written, shown.Length);
    }

    /// <summary>The places of findings as points, each with its number in the list.</summary>
    public static JsonElement PlacesOf(IReadOnlyList<LayerFinding> findings) => Collection(json =>
    {
        for (int index = 0; index < findings.Count; index++)
        {
            var finding = findings[index];
            if (finding is not { Longitude: { } longitude, Latitude: { } latitude }) continue;
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            json.WriteNumber("index", index);
            json.WriteString("code", finding.Code);
            json.WriteString("severity", NameOf(finding.Severity));
            json.WriteString("featureId", finding.FeatureId);
            json.WriteEndObject();
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    });

    /// <summary>A severity as GraphQL writes it.</summary>
    private static string NameOf(ProblemSeverity severity) =>
        WorkspaceProblem.CodeOf(severity).ToUpperInvariant();

    private static JsonElement Collection(Action<Utf8JsonWriter> writeFeatures)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            writeFeatures(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
