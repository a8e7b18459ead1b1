using System.Text.Json;
using Gep.Spatial.Features;

namespace Gep.Api.Maps.Ogc;

/// <summary>Writes a feature as GeoJSON: every property, null where it has no value.</summary>
internal static class FeatureText
{
    /// <summary>Writes a feature; the caller may add members before its end.</summary>
    public static void WriteOpen(
        Utf8JsonWriter json, MapCollection collection, MapFeature feature, ResponseCrs crs)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Id);
        json.WritePropertyName("geometry");
        GeoJsonGeometry.Write(json, feature.Shape, crs);
        json.WriteStartObject("properties");
        for (int i = 0; i < feature.Values.Length; i++)
        {
            json.WritePropertyName(collection.Properties[i].Name);
            WriteValue(json, feature.Values[i]);
        }
        json.WriteEndObject();
    }

    /// <summary>Writes a whole feature with the properties at some places.</summary>
    public static void Write(
        Utf8JsonWriter json, MapCollection collection, MapFeature feature, ResponseCrs crs, int[] places)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Id);
        json.WritePropertyName("geometry");
        GeoJsonGeometry.Write(json, feature.Shape, crs);
        json.WriteStartObject("properties");
        foreach (int place in places)
        {
            json.WritePropertyName(collection.Properties[place].Name);
            WriteValue(json, feature.Values[place]);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case decimal amount:
                json.WriteNumberValue(amount);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
