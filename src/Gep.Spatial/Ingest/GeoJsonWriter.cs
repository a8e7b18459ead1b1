using System.Text.Json;
using Gep.Spatial.Crs;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Ingest;

/// <summary>Writes features as a GeoJSON FeatureCollection, longitude before latitude.</summary>
/// <remarks>
/// Nine decimals of a degree, 0.1 mm; shells run counter-clockwise. GCJ-02 is for the map services that want
/// it, and is named in a member of the collection. Source: [RFC7946] §3 and §11.2.
/// </remarks>
public static class GeoJsonWriter
{
    private const int Decimals = 9, FlushFeatures = 256;

    /// <summary>
    /// Writes the collection; features one after the other, so that any number fits in memory.
    /// </summary>
    /// <param name="stream">Where to; not closed.</param>
    /// <param name="features">The features.</param>
    /// <param name="system">CGCS2000, WGS 84 or GCJ-02.</param>
    /// <exception cref="ArgumentException">The system is a projected one.</exception>
    public static void Write(Stream stream, IEnumerable<LayerFeature> features, CoordinateSystem system)
    {
        if (!system.IsGeographic)
            throw new ArgumentException($"GeoJSON has degrees, {system} has metres.", nameof(system));
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        if (system.Kind == CoordinateKind.Gcj02) json.WriteString("coordinateSystem", system.Code);
        json.WriteStartArray("features");
        int count = 0;
        foreach (LayerFeature feature in features)
        {
            WriteFeature(json, feature, system);
            if (++count % FlushFeatures == 0) json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, LayerFeature feature, CoordinateSystem system)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Id);
        json.WriteStartObject("properties");
        foreach ((string name, string value) in feature.Attributes.OrderBy(entry =>
            entry.Key, StringComparer.Ordinal))
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", feature.Geometry.GeometryType);
        json.WritePropertyName("coordinates");
        WriteCoordinates(json, feature.Geometry, system);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry, CoordinateSystem system)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(json, point.Coordinate, system);
                break;
            case LineString line:
                WritePath(json, line.Coordinates, system);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                WriteRing(json, polygon.ExteriorRing, isShell: true, system);
                foreach (LineString hole in polygon.InteriorRings) WriteRing(json, hole, isShell: false,
                    system);
                json.WriteEndArray();
                break;
            default:
                json.WriteStartArray();
                for (int i = 0; i < geometry.NumGeometries; i++)
                    WriteCoordinates(json, geometry.GetGeometryN(i), system);
                json.WriteEndArray();
                break;
        }
    }

    private static void WriteRing(Utf8JsonWriter json, LineString ring, bool isShell, CoordinateSystem system)
    {
        bool isCounterClockwise = EllipsoidArea.SignedSquareMetres(ring.CoordinateSequence) > 0;
        Coordinate[] path = ring.Coordinates;
        WritePath(json, isCounterClockwise == isShell ? path : [.. path.Reverse()], system);
    }

    private static void WritePath(Utf8JsonWriter json, Coordinate[] path, CoordinateSystem system)
    {
        json.WriteStartArray();
        foreach (Coordinate position in path) WritePosition(json, position, system);
        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, Coordinate position, CoordinateSystem system)
    {
        Coordinate degrees = EqualAreaPlane.ToLonLat(position);
        (double east, double north) = system.FromLonLat(degrees.X, degrees.Y);
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(east, Decimals, MidpointRounding.ToEven));
        json.WriteNumberValue(Math.Round(north, Decimals, MidpointRounding.ToEven));
        json.WriteEndArray();
    }
}
