using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>An area made ready for many questions: its edges, and a grid where it has many of them.</summary>
internal sealed class IndexedArea
{
    /// <summary>Below this many edges, looking at all of them is faster than a grid.</summary>
    private const int EdgesWorthAGrid = 64;

    /// <summary>A box that covers more of the grid than this is answered from the list of edges.</summary>
    private const double LargeShare = 0.1;

    private readonly AreaGrid? _grid;

    public IndexedArea(Geometry geometry)
    {
        Geometry = geometry;
        Box = geometry.EnvelopeInternal;
        SquareMetres = EllipsoidArea.SquareMetres(geometry);
        Edges = new AreaEdges(geometry);
        if (Edges.Count >= EdgesWorthAGrid) _grid = new AreaGrid(geometry, Edges);
    }

    public Geometry Geometry { get; }

    public Envelope Box { get; }

    public double SquareMetres { get; }

    public AreaEdges Edges { get; }

    /// <summary>Where a box lies; Border where that cannot be said at once.</summary>
    public BoxPlace PlaceOf(Envelope box) =>
        !Box.Intersects(box) ? BoxPlace.Outside : _grid?.PlaceOf(box) ?? BoxPlace.Border;

    /// <summary>Fills the list with the edges whose boxes touch the given box, in ascending order.</summary>
    public void FindEdgesNear(Envelope box, List<int> found)
    {
        found.Clear();
        if (_grid is null || _grid.ShareOf(box) > LargeShare)
        {
            for (int edge = 0; edge < Edges.Count; edge++)
            {
                if (Edges.IsNear(edge, box)) found.Add(edge);
            }
            return;
        }
        _grid.AddEdgesNear(box, found);
        found.Sort();
        int kept = 0;
        for (int k = 0; k < found.Count; k++)
        {
            if (kept > 0 && found[kept - 1] == found[k] || !Edges.IsNear(found[k], box)) continue;
            found[kept++] = found[k];
        }
        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>Whether a position lies inside, outside or on the boundary; exact.</summary>
    /// <remarks>
    /// Counts the edges that a ray eastwards crosses, with orientation tests that do not round.
    /// </remarks>
    public Location Locate(double x, double y)
    {
        if (_grid is not null) return _grid.Locate(x, y);
        int crossings = 0;
        for (int edge = 0; edge < Edges.Count; edge++)
        {
            (double x0, double y0, double x1, double y1) = Edges[edge];
            if (x0 < x && x1 < x) continue;
            if (x == x1 && y == y1) return Location.Boundary;
            if (y0 == y && y1 == y)
            {
                if (Math.Min(x0, x1) <= x && x <= Math.Max(x0, x1)) return Location.Boundary;
            }
            else if (y0 > y != y1 > y)
            {
                int side = CGAlgorithmsDD.OrientationIndex(x0, y0, x1, y1, x, y);
                if (side == 0) return Location.Boundary;
                if (side > 0 == y1 > y0) crossings++;
            }
        }
        return int.IsOddInteger(crossings) ? Location.Interior : Location.Exterior;
    }
}
