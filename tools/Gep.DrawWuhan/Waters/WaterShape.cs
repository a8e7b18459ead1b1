using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Waters;

/// <summary>Closed natural-looking outlines around a point of the drawing sheet.</summary>
internal static class WaterShape
{
    private const int LobesMin = 2;
    private const double RadiusShareMin = 0.28;

    /// <summary>
    /// Points of an outline of radius about 1, stretched and turned: <c>r(θ) = 1 + Σ aₖ cos(kθ + φₖ)</c>, k
    /// from 2.
    /// </summary>
    public static Coordinate[] Outline(int key, int points, int lobes, double roughness, double elongation,
        double bearingDegrees)
    {
        var ring = new Coordinate[points + 1];
        double turn = Math.PI / 2 - bearingDegrees * Math.PI / 180, stretch = Math.Sqrt(elongation);
        for (int i = 0; i < points; i++)
        {
            double angle = 2 * Math.PI * i / points, radius = 1;
            for (int k = LobesMin; k <= lobes; k++)
                radius += roughness / Math.Pow(k, 0.85) * (0.4 + Chance.Of("lobe-size", key, k))
                    * Math.Cos(k * angle + 2 * Math.PI * Chance.Of("lobe", key, k));
            radius = Math.Max(radius, RadiusShareMin);
            double along = radius * Math.Cos(angle) * stretch, across = radius * Math.Sin(angle) / stretch;
            ring[i] = new(along * Math.Cos(turn) - across * Math.Sin(turn),
                along * Math.Sin(turn) + across * Math.Cos(turn));
        }
        ring[points] = ring[0];
        return ring;
    }

    /// <summary>A polygon of outlines scaled by a length and put at a place, on the drawing sheet.</summary>
    public static Polygon Place(Coordinate[] shell, Coordinate[][] holes, double scale, Coordinate at) =>
        Sheet.Factory.CreatePolygon(Ring(shell, scale, at), [.. holes.Select(hole => Ring(hole, scale, at))]);

    private static LinearRing Ring(Coordinate[] ring, double scale, Coordinate at) =>
        Sheet.Factory.CreateLinearRing(
            [.. ring.Select(p => new Coordinate(at.X + p.X * scale, at.Y + p.Y * scale))]);
}
