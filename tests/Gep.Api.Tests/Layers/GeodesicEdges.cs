using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Api.Tests.Layers;

/// <summary>
/// Replaces long edges by points along the geodesic. The reference areas take edges as geodesics, the
/// survey's rule takes them straight in the equal-area plane; at 47° N an edge of 5 km differs by 0.5 m in
/// the middle.
/// </summary>
/// <remarks>
/// An edge straight in the plane has the geodesic curvature <c>−tan φ sin α (1 + 2 cos² α) / R</c> at azimuth
/// α, so that the geodesic lies <c>tan φ sin α (1 + 2 cos² α) s (L − s) / 2R</c> to its left.
/// </remarks>
internal sealed class GeodesicEdges : GeometryEditor.CoordinateOperation
{
    private const double LongestEdgeMetres = 50, EarthRadiusMetres = 6371008.8;

    public static Geometry Of(Geometry inPlane) =>
        new GeometryEditor(inPlane.Factory).Edit(inPlane, new GeodesicEdges());

    public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry)
    {
        var path = new List<Coordinate>();
        for (int i = 1; i < coordinates.Length; i++) Add(path, coordinates[i - 1], coordinates[i]);
        path.Add(coordinates[^1].Copy());
        return [.. path];
    }

    private static void Add(List<Coordinate> path, Coordinate from, Coordinate to)
    {
        var middle = new Coordinate((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        double latitude = EqualAreaPlane.ToLonLat(middle).Y * Math.PI / 180;
        double cosine = Math.Cos(latitude);
        double east = (to.X - from.X) * cosine, north = (to.Y - from.Y) / cosine;
        double length = Math.Sqrt(east * east + north * north);
        double sine = east / length, along = north / length;
        double bend = Math.Tan(latitude) * sine * (1 + 2 * along * along) / (2 * EarthRadiusMetres);
        int pieces = Math.Max(1, (int)Math.Ceiling(length / LongestEdgeMetres));
        path.Add(from.Copy());
        for (int k = 1; k < pieces; k++)
        {
            double share = (double)k / pieces;
            double left = bend * share * (1 - share) * length * length;
            path.Add(new Coordinate(
                from.X + share * (to.X - from.X) - left * along / cosine,
                from.Y + share * (to.Y - from.Y) + left * sine * cosine));
        }
    }
}
