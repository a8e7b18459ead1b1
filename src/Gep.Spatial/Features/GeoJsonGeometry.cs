using System.Text.Json;

namespace Gep.Spatial.Features;

/// <summary>Writes shapes as GeoJSON geometries; [RFC7946] §3.1.</summary>
public static class GeoJsonGeometry
{
    /// <summary>Writes a geometry object, or null.</summary>
    /// <param name="json">Where to; at a place for a value.</param>
    /// <param name="shape">The shape; null where a feature has none.</param>
    /// <param name="crs">The system of the positions.</param>
    /// <param name="decimals">Decimals of the positions; null for those of the system.</param>
    public static void Write(
        Utf8JsonWriter json, FeatureShape? shape, ResponseCrs crs, int? decimals = null)
    {
        int digits = decimals ?? crs.Decimals;
        if (shape is null)
        {
            json.WriteNullValue();
            return;
        }
        bool isMulti = shape.Parts > 1;
        json.WriteStartObject();
        json.WriteString("type", TypeOf(shape.Kind, isMulti));
        json.WritePropertyName("coordinates");
        if (isMulti) json.WriteStartArray();
        for (int part = 0, path = 0; part < shape.Parts; part++)
        {
            if (shape.Kind == ShapeKind.Polygon) json.WriteStartArray();
            for (; path < shape.PartEnds[part]; path++) WritePath(json, shape, path, crs, digits);
            if (shape.Kind == ShapeKind.Polygon) json.WriteEndArray();
        }
        if (isMulti) json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string TypeOf(ShapeKind kind, bool isMulti) => kind switch
    {
        ShapeKind.Point => isMulti ? "MultiPoint" : "Point",
        ShapeKind.Line => isMulti ? "MultiLineString" : "LineString",
        ShapeKind.Polygon => isMulti ? "MultiPolygon" : "Polygon",
    };

    private static void WritePath(
        Utf8JsonWriter json, FeatureShape shape, int path, ResponseCrs crs, int digits)
    {
        (int first, int end) = shape.Path(path);
        if (shape.Kind != ShapeKind.Point) json.WriteStartArray();
        for (int vertex = first; vertex < end; vertex++)
        {
            (double x, double y) = crs.FromLonLat(shape.LonLat[2 * vertex], shape.LonLat[2 * vertex + 1]);
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(x, digits, MidpointRounding.AwayFromZero));
            json.WriteNumberValue(Math.Round(y, digits, MidpointRounding.AwayFromZero));
            json.WriteEndArray();
        }
        if (shape.Kind != ShapeKind.Point) json.WriteEndArray();
    }
}
