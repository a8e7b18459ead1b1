using System.Text.Json;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>The <c>crs</c> member of older GeoJSON; [GEOJSON2008] §3.</summary>
internal static class GeoJsonCrsMember
{
    /// <summary>Compares the member with the manifest; null when they agree.</summary>
    public static LayerProblem? Check(byte[] json, LayerManifest manifest, LayerPlace file) =>
        LayerCrs.Check(NameIn(json), manifest, file with { Field = "crs" });

    /// <summary>
    /// The named system; null for a null member; the member's text where it is of no known form.
    /// </summary>
    private static string? NameIn(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement crs = document.RootElement;
            if (crs.ValueKind == JsonValueKind.Null) return null;
            return crs.ValueKind == JsonValueKind.Object
                && crs.TryGetProperty("properties", out JsonElement properties)
                && properties.ValueKind == JsonValueKind.Object
                && properties.TryGetProperty("name", out JsonElement name)
                && name.ValueKind == JsonValueKind.String
                    ? name.GetString()
                    : crs.GetRawText();
        }
        catch (JsonException)
        {
            return "crs";
        }
    }
}
