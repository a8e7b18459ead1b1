using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>
/// The boundary of an area as single edges, each with the area on its left; edges of no length left out.
/// </summary>
internal sealed class AreaEdges
{
    private readonly List<AreaEdge> _edges;

    public AreaEdges(Geometry area)
    {
        _edges = new List<AreaEdge>(area.NumPoints);
        for (int i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon polygon || polygon.IsEmpty) continue;
            Add(polygon.ExteriorRing.CoordinateSequence, wantsCounterClockwise: true);
            for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
                Add(polygon.GetInteriorRingN(hole).CoordinateSequence, wantsCounterClockwise: false);
        }
    }

    public int Count => _edges.Count;

    public AreaEdge this[int edge] => _edges[edge];

    /// <summary>Whether the box of an edge touches the given box.</summary>
    public bool IsNear(int edge, Envelope box)
    {
        (double x0, double y0, double x1, double y1) = _edges[edge];
        return Math.Min(x0, x1) <= box.MaxX && Math.Max(x0, x1) >= box.MinX
            && Math.Min(y0, y1) <= box.MaxY && Math.Max(y0, y1) >= box.MinY;
    }

    private void Add(CoordinateSequence ring, bool wantsCounterClockwise)
    {
        bool isForward = EllipsoidArea.SignedSquareMetres(ring) > 0 == wantsCounterClockwise;
        for (int i = 1; i < ring.Count; i++)
        {
            double x0 = ring.GetX(i - 1), y0 = ring.GetY(i - 1), x1 = ring.GetX(i), y1 = ring.GetY(i);
            if (x0 == x1 && y0 == y1) continue;
            _edges.Add(isForward ? new AreaEdge(x0, y0, x1, y1) : new AreaEdge(x1, y1, x0, y0));
        }
    }
}
