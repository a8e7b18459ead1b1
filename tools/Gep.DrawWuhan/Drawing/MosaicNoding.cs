using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;

namespace Gep.DrawWuhan.Drawing;

/// <summary>
/// Gives neighbours the same corners: a corner of one shape that lies on an edge of another, but for
/// rounding, becomes a corner of the other too, so that they share the edge exactly.
/// </summary>
internal sealed class MosaicNoding
{
    private const double OnEdgeGridUnits = 1.2;

    private readonly STRtree<Coordinate> corners = new();

    private MosaicNoding(IEnumerable<Geometry> shapes)
    {
        foreach (Coordinate corner in shapes.SelectMany(shape => shape.Coordinates).Distinct())
            corners.Insert(new Envelope(corner), corner);
        corners.Build();
    }

    /// <summary>The shapes with their neighbours' corners, in the same order.</summary>
    public static Geometry[] Of(IReadOnlyList<Geometry> shapes)
    {
        var noding = new MosaicNoding(shapes);
        return [.. shapes.Select(noding.Noded)];
    }

    private Geometry Noded(Geometry shape) => Planar.Join([.. Planar.Parts(shape).SelectMany(Noded)]);

    /// <summary>A spike thinner than the grid falls in on itself when noded; it is cut off.</summary>
    private IEnumerable<Polygon> Noded(Polygon part)
    {
        Polygon noded = Sheet.Factory.CreatePolygon(Noded(part.Shell), [.. part.Holes.Select(Noded)]);
        return noded.IsValid ? [noded] : Planar.Parts(GeometryFixer.Fix(noded));
    }

    private LinearRing Noded(LineString ring)
    {
        Coordinate[] points = ring.Coordinates;
        List<Coordinate> result = [points[0]];
        for (int i = 1; i < points.Length; i++)
        {
            result.AddRange(Between(points[i - 1], points[i]));
            result.Add(points[i]);
        }
        return Sheet.Factory.CreateLinearRing([.. result]);
    }

    private IEnumerable<Coordinate> Between(Coordinate a, Coordinate b)
    {
        var edge = new LineSegment(a, b);
        var box = new Envelope(a, b);
        box.ExpandBy(OnEdgeGridUnits);
        return corners.Query(box)
            .Where(corner => !corner.Equals2D(a) && !corner.Equals2D(b)
                && edge.Distance(corner) < OnEdgeGridUnits && edge.ProjectionFactor(corner) is > 0 and < 1)
            .OrderBy(edge.ProjectionFactor);
    }
}
