using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// Joins corners of a mosaic that lie very near each other into one, in all tiles alike, so that rounding
/// can turn no tile inside out.
/// </summary>
internal sealed class CornerMerge(double nearGridUnits)
{
    private readonly Dictionary<Coordinate, Coordinate> parents = [];

    /// <summary>Notes the short edges of a ring.</summary>
    public void Add(Coordinate[] ring)
    {
        for (int i = 1; i < ring.Length; i++)
        {
            if (ring[i - 1].Distance(ring[i]) >= nearGridUnits) continue;
            Coordinate a = Root(ring[i - 1]), b = Root(ring[i]);
            if (a.Equals2D(b)) continue;
            if (a.CompareTo(b) < 0) parents[b] = a;
            else parents[a] = b;
        }
    }

    /// <summary>The tile with merged corners; nothing when too few are left.</summary>
    public Polygon? Merged(Coordinate[] ring)
    {
        const int RingMin = 4;
        List<Coordinate> points = [];
        foreach (Coordinate corner in ring.Select(Root))
            if (points.Count == 0 || !points[^1].Equals2D(corner)) points.Add(corner);
        if (points.Count < RingMin) return null;
        var polygon = Sheet.Factory.CreatePolygon([.. points]);
        polygon.Normalize();
        return polygon;
    }

    private Coordinate Root(Coordinate corner)
    {
        while (parents.TryGetValue(corner, out Coordinate? parent)) corner = parent;
        return corner;
    }
}
