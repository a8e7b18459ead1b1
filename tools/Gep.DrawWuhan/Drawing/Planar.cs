using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Gep.DrawWuhan.Drawing;

/// <summary>
/// Cutting and joining on the file grid; every result lies on the grid again (snap rounding).
/// </summary>
internal static class Planar
{
    private static readonly PrecisionModel WholeGrid = new(1);

    /// <summary>What a and b share.</summary>
    public static Geometry Intersection(Geometry a, Geometry b) =>
        Overlay(a, b, SpatialFunction.Intersection);

    /// <summary>What a has and b has not.</summary>
    public static Geometry Difference(Geometry a, Geometry b) =>
        a.EnvelopeInternal.Intersects(b.EnvelopeInternal) ? Overlay(a, b, SpatialFunction.Difference) : a;

    /// <summary>a and b together.</summary>
    public static Geometry Union(Geometry a, Geometry b) => Overlay(a, b, SpatialFunction.Union);

    /// <summary>All of them together; empty for none.</summary>
    public static Geometry Union(IEnumerable<Geometry> geometries)
    {
        List<Geometry> open = [.. geometries];
        if (open.Count == 0) return Sheet.Factory.CreatePolygon();
        while (open.Count > 1)
        {
            List<Geometry> joined = [];
            for (int i = 0; i + 1 < open.Count; i += 2) joined.Add(Union(open[i], open[i + 1]));
            if (open.Count % 2 == 1) joined.Add(open[^1]);
            open = joined;
        }
        return open[0];
    }

    /// <summary>The polygons of a geometry, in its order.</summary>
    public static IEnumerable<Polygon> Parts(Geometry geometry)
    {
        for (int i = 0; i < geometry.NumGeometries; i++)
            if (geometry.GetGeometryN(i) is Polygon { IsEmpty: false } polygon) yield return polygon;
    }

    /// <summary>Polygons as one geometry: a polygon for one, a multipolygon for more.</summary>
    public static Geometry Join(IReadOnlyList<Polygon> polygons) => polygons.Count == 1
        ? polygons[0]
        : Sheet.Factory.CreateMultiPolygon([.. polygons]);

    private static Geometry Overlay(Geometry a, Geometry b, SpatialFunction operation) =>
        Join([.. Parts(OverlayNG.Overlay(a, b, operation, WholeGrid))]);
}
