using System.Text.Json;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Gep.Spatial.Features;

/// <summary>Reads the GeoJSON geometry that features are compared with; [RFC7946] §3.1.</summary>
/// <remarks>Nesting is that of the six types and no deeper; collections are refused.</remarks>
public static class GeoJsonQuery
{
    /// <summary>Positions of one geometry; more is no question but a layer.</summary>
    private const int PositionsMax = 100_000;

    private const double LongitudeLimit = 180, LatitudeLimit = 90;
    private const int LinePositionsMin = 2, RingPositionsMin = 4;

    /// <summary>Reads a geometry object of longitudes and latitudes.</summary>
    /// <param name="json">The object.</param>
    /// <param name="fault">What is wrong, in English; null when a query is returned.</param>
    public static ShapeQuery? Read(JsonElement json, out string? fault)
    {
        try
        {
            Geometry geometry = GeometryOf(json);
            fault = new IsValidOp(geometry).IsValid
                ? null
                : "the geometry is not valid: a ring crosses itself or a hole lies outside";
            return fault is null ? new ShapeQuery(geometry) : null;
        }
        catch (FormatException wrong)
        {
            fault = wrong.Message;
            return null;
        }
    }

    private static Geometry GeometryOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String || !json.TryGetProperty("coordinates",
                out var positions))
            throw new FormatException("a geometry has type and coordinates");
        int left = PositionsMax;
        GeometryFactory factory = PlaneGeometry.Factory;
        return type.GetString() switch
        {
            "Point" => factory.CreatePoint(Position(positions, ref left)),
            "MultiPoint" => factory.CreateMultiPointFromCoords(Positions(positions, 1, ref left)),
            "LineString" => Line(positions, ref left),
            "MultiLineString" => factory.CreateMultiLineString([.. Lines(positions, ref left)]),
            "Polygon" => PolygonOf(positions, ref left),
            "MultiPolygon" => factory.CreateMultiPolygon([.. Polygons(positions, ref left)]),
            _ => throw new FormatException("the geometry is of no type that can be compared"),
        };
    }

    private static LineString Line(JsonElement json, ref int left) =>
        PlaneGeometry.Factory.CreateLineString(Positions(json, LinePositionsMin, ref left));

    private static List<LineString> Lines(JsonElement json, ref int left)
    {
        var lines = new List<LineString>();
        foreach (var each in ItemsOf(json)) lines.Add(Line(each, ref left));
        return lines;
    }

    private static List<Polygon> Polygons(JsonElement json, ref int left)
    {
        var polygons = new List<Polygon>();
        foreach (var each in ItemsOf(json)) polygons.Add(PolygonOf(each, ref left));
        return polygons;
    }

    private static Polygon PolygonOf(JsonElement json, ref int left)
    {
        var rings = new List<LinearRing>();
        foreach (var each in ItemsOf(json))
        {
            Coordinate[] ring = Positions(each, RingPositionsMin, ref left);
            if (!ring[0].Equals2D(ring[^1])) throw new FormatException("a ring ends where it begins");
            rings.Add(PlaneGeometry.Factory.CreateLinearRing(ring));
        }
        return rings.Count > 0
            ? PlaneGeometry.Factory.CreatePolygon(rings[0], [.. rings.Skip(1)])
            : throw new FormatException("a polygon needs a ring");
    }

    private static Coordinate[] Positions(JsonElement json, int least, ref int left)
    {
        var positions = new List<Coordinate>();
        foreach (var each in ItemsOf(json)) positions.Add(Position(each, ref left));
        return positions.Count >= least
            ? [.. positions]
            : throw new FormatException($"{least} positions are needed here");
    }

    private static Coordinate Position(JsonElement json, ref int left)
    {
        if (--left < 0) throw new FormatException($"more than {PositionsMax} positions");
        bool isPosition = json.ValueKind == JsonValueKind.Array && json.GetArrayLength() is 2 or 3
            && json[0].ValueKind == JsonValueKind.Number && json[1].ValueKind == JsonValueKind.Number;
        if (!isPosition) throw new FormatException("a position is two numbers");
        (double longitude, double latitude) = (json[0].GetDouble(), json[1].GetDouble());
        bool isOnEarth = Math.Abs(longitude) <= LongitudeLimit && Math.Abs(latitude) <= LatitudeLimit;
        return isOnEarth
            ? new Coordinate(longitude, latitude)
            : throw new FormatException("a position lies outside the world");
    }

    private static JsonElement.ArrayEnumerator ItemsOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
            ? json.EnumerateArray()
            : throw new FormatException("coordinates are nested as their type says");
}
