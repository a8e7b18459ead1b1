using System.Text.Json;
using Gep.Api.Maps.Ogc;
using Gep.Api.Serving;
using Gep.Spatial.Features;

namespace Gep.Api.Maps.Tiles;

/// <summary>Describes a set of tiles to map libraries; [TILEJSON] §3.</summary>
internal static class TileJson
{
    /// <summary>Deepest zoom that clients ask for; deeper ones they enlarge from it.</summary>
    private const int ZoomMax = 14;

    private const int ZoomOfCity = 9;

    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter json, TileSet set, ServiceSnapshot snapshot, OgcLinks links)
    {
        var bounds = set.Collections.Aggregate(
            LonLatBox.Empty, (all, collection) => all.Join(collection.Bounds));
        json.WriteStartObject();
        json.WriteString("tilejson", "3.0.0");
        json.WriteString("name", $"{set.Title.Chinese} {set.Title.English}");
        json.WriteString("version", "1.0.0");
        json.WriteString("snapshot", snapshot.Id);
        json.WriteString("attribution", snapshot.Opened.Workspace.Layers.Any(layer => layer.IsSchematic)
            ? "示意图形，非测绘成果 schematic geometry, not surveyed"
            : "");
        json.WriteString("scheme", "xyz");
        json.WriteStartArray("tiles");
        json.WriteStringValue($"{links.Base}/tiles/{set.Id}/{{z}}/{{x}}/{{y}}.mvt");
        json.WriteEndArray();
        json.WriteNumber("minzoom", 0);
        json.WriteNumber("maxzoom", ZoomMax);
        WriteNumbers(json, "bounds", bounds.West, bounds.South, bounds.East, bounds.North);
        WriteNumbers(json, "center",
            (bounds.West + bounds.East) / 2, (bounds.South + bounds.North) / 2, ZoomOfCity);
        json.WriteStartArray("vector_layers");
        foreach (var collection in set.Collections) WriteLayer(json, collection);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, MapCollection collection)
    {
        json.WriteStartObject();
        json.WriteString("id", collection.Id);
        json.WriteString("description", $"{collection.Title.Chinese} {collection.Title.English}");
        json.WriteNumber("minzoom", 0);
        json.WriteNumber("maxzoom", ZoomMax);
        json.WriteStartObject("fields");
        foreach (var property in collection.TileProperties)
        {
            string unit = property.Unit is null ? "" : $" [{property.Unit}]";
            json.WriteString(property.Name, $"{property.Title.Chinese} {property.Title.English}{unit}");
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, params ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
