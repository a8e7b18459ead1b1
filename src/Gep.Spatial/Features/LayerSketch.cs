using System.Text.Json;
using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Gep.Spatial.Features;

/// <summary>Features drawn with few positions, to be looked at: no area is to be taken from them.</summary>
public static class LayerSketch
{
    /// <summary>Tolerance that is tried first, a pixel of a city on a screen [m].</summary>
    private const double LeastToleranceMetres = 5;

    /// <summary>Beyond this a city is a triangle [m].</summary>
    private const double GreatestToleranceMetres = 5_000;

    private const double ToleranceStep = 4;

    /// <summary>1e-5° is 1 m.</summary>
    private const int Decimals = 5;

    /// <summary>
    /// The shapes of features in their order, thinned alike until they have no more positions than that, or
    /// cannot be thinned further. Borders that two features share are thinned by themselves and may part.
    /// </summary>
    /// <param name="features">The features.</param>
    /// <param name="positionsMax">Positions in all.</param>
    public static IReadOnlyList<FeatureShape> Of(IReadOnlyList<LayerFeature> features, int positionsMax)
    {
        IReadOnlyList<Geometry> drawn = [.. features.Select(feature => feature.Geometry)];
        for (double tolerance = LeastToleranceMetres;
            tolerance <= GreatestToleranceMetres && drawn.Sum(geometry => geometry.NumPoints) > positionsMax;
            tolerance *= ToleranceStep)
        {
            drawn =
            [
                .. features.Select(feature =>
                    TopologyPreservingSimplifier.Simplify(feature.Geometry, tolerance)),
            ];
        }
        return [.. drawn.Select(FeatureShape.OfPlane)];
    }

    /// <summary>Writes a shape as a GeoJSON geometry to the metre.</summary>
    public static void Write(Utf8JsonWriter json, FeatureShape shape) =>
        GeoJsonGeometry.Write(json, shape, ResponseCrs.Crs84, Decimals);

    /// <summary>A position inside a feature, or on it where it is a line [°].</summary>
    public static (double Longitude, double Latitude) InsideOf(LayerFeature feature) =>
        LonLatOf(feature.Geometry.InteriorPoint);

    /// <summary>The centre of gravity of a feature, which may lie outside of it [°].</summary>
    public static (double Longitude, double Latitude) CentreOf(LayerFeature feature) =>
        LonLatOf(feature.Geometry.Centroid);

    private static (double Longitude, double Latitude) LonLatOf(Point point)
    {
        Coordinate degrees = EqualAreaPlane.ToLonLat(point.Coordinate);
        return (degrees.X, degrees.Y);
    }
}
