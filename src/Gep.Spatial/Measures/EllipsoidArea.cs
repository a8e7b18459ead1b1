using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>Area on the CGCS2000 ellipsoid by the national land survey's rule.</summary>
/// <remarks>
/// <c>S = | Σ ½ (xᵢ + xᵢ₊₁ − 2 x₀) (yᵢ₊₁ − yᵢ) |</c> in the equal-area plane, outer ring minus holes
/// [m²].<br/>
/// Source: [ELLIPAREA]; vectors in tests/worked-examples/ellipsoid-area.
/// </remarks>
public static class EllipsoidArea
{
    /// <summary>
    /// Area of a geometry whose coordinates are in the equal-area plane [m²]; 0 for points and lines.
    /// </summary>
    public static double SquareMetres(Geometry inEqualAreaPlane)
    {
        double sum = 0;
        for (int i = 0; i < inEqualAreaPlane.NumGeometries; i++)
        {
            if (inEqualAreaPlane.GetGeometryN(i) is not Polygon polygon) continue;
            sum += SquareMetres(polygon.ExteriorRing.CoordinateSequence);
            for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
                sum -= SquareMetres(polygon.GetInteriorRingN(hole).CoordinateSequence);
        }
        return sum;
    }

    /// <summary>Area inside a closed ring of the equal-area plane, whichever way it runs [m²].</summary>
    public static double SquareMetres(CoordinateSequence ring) => Math.Abs(SignedSquareMetres(ring));

    /// <summary>The same with a sign: positive where the ring runs counter-clockwise.</summary>
    public static double SignedSquareMetres(CoordinateSequence ring)
    {
        if (ring.Count == 0) return 0;
        double originX = ring.GetX(0), originY = ring.GetY(0), sum = 0, previousX = 0, previousY = 0;
        for (int i = 1; i < ring.Count; i++)
        {
            double x = ring.GetX(i) - originX, y = ring.GetY(i) - originY;
            sum += previousX * y - x * previousY;
            (previousX, previousY) = (x, y);
        }
        return sum / 2;
    }

    /// <summary>Area inside a closed ring given by its coordinates, whichever way it runs [m²].</summary>
    internal static double SquareMetres(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        double sum = 0, previousX = 0, previousY = 0;
        for (int i = 1; i < xs.Length; i++)
        {
            double x = xs[i] - xs[0], y = ys[i] - ys[0];
            sum += previousX * y - x * previousY;
            (previousX, previousY) = (x, y);
        }
        return Math.Abs(sum / 2);
    }
}
