using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>Where a box lies with respect to an area.</summary>
internal enum BoxPlace
{
    Outside,
    Inside,

    /// <summary>The boundary may run through it.</summary>
    Border,
}

/// <summary>
/// A grid over an area: each cell that no boundary edge touches knows whether it lies inside, the others list
/// their edges. It answers most questions about small boxes without looking at the boundary.
/// </summary>
internal sealed class AreaGrid
{
    private const double CellsPerSquareRootOfEdges = 4;
    private const int FewestCellsPerSide = 16, MostCellsPerSide = 512;

    /// <summary>
    /// Edges are drawn this much wider, well above the rounding of plane coordinates (2e-9 m).
    /// </summary>
    private const double SlackMetres = 1e-6;

    private readonly Envelope _extent;
    private readonly int _side;
    private readonly double _cellsPerMetreX, _cellsPerMetreY;
    private readonly BoxPlace[] _place;
    private readonly int[] _firstEdge;
    private readonly int[] _edges;
    private readonly IndexedPointInAreaLocator _locator;

    public AreaGrid(Geometry area, AreaEdges edges)
    {
        _extent = area.EnvelopeInternal.Copy();
        _extent.ExpandBy(SlackMetres);
        _side = Math.Clamp(
            (int)(CellsPerSquareRootOfEdges * Math.Sqrt(edges.Count)), FewestCellsPerSide, MostCellsPerSide);
        _cellsPerMetreX = _side / _extent.Width;
        _cellsPerMetreY = _side / _extent.Height;
        _firstEdge = new int[_side * _side + 1];
        for (int edge = 0; edge < edges.Count; edge++)
            Visit(edges, edge, cell => _firstEdge[cell + 1]++);
        for (int cell = 0; cell < _side * _side; cell++) _firstEdge[cell + 1] += _firstEdge[cell];
        _edges = new int[_firstEdge[^1]];
        int[] next = [.. _firstEdge];
        for (int edge = 0; edge < edges.Count; edge++)
            Visit(edges, edge, cell => _edges[next[cell]++] = edge);
        _locator = new IndexedPointInAreaLocator(area);
        _place = Label();
    }

    /// <summary>Where a box lies; Border means that it must be looked at closely.</summary>
    public BoxPlace PlaceOf(Envelope box)
    {
        if (!_extent.Intersects(box)) return BoxPlace.Outside;
        BoxPlace first = _place[Row(box.MinY) * _side + Column(box.MinX)];
        if (first == BoxPlace.Inside && !_extent.Contains(box)) return BoxPlace.Border;
        for (int row = Row(box.MinY); row <= Row(box.MaxY); row++)
        {
            for (int column = Column(box.MinX); column <= Column(box.MaxX); column++)
            {
                BoxPlace place = _place[row * _side + column];
                if (place != first || place == BoxPlace.Border) return BoxPlace.Border;
            }
        }
        return first;
    }

    /// <summary>Adds the edges of all cells that the box touches, some of them more than once.</summary>
    public void AddEdgesNear(Envelope box, List<int> found)
    {
        for (int row = Row(box.MinY); row <= Row(box.MaxY); row++)
        {
            for (int column = Column(box.MinX); column <= Column(box.MaxX); column++)
            {
                int cell = row * _side + column;
                for (int k = _firstEdge[cell]; k < _firstEdge[cell + 1]; k++) found.Add(_edges[k]);
            }
        }
    }

    /// <summary>How many cells the box touches, as a share of all [-].</summary>
    public double ShareOf(Envelope box) =>
        (double)(Row(box.MaxY) - Row(box.MinY) + 1) * (Column(box.MaxX) - Column(box.MinX) + 1)
        / ((double)_side * _side);

    /// <summary>Whether a position lies inside, outside or on the boundary.</summary>
    public Location Locate(double x, double y)
    {
        if (!_extent.Contains(x, y)) return Location.Exterior;
        BoxPlace place = _place[Row(y) * _side + Column(x)];
        if (place == BoxPlace.Border) return _locator.Locate(new Coordinate(x, y));
        return place == BoxPlace.Inside ? Location.Interior : Location.Exterior;
    }

    private BoxPlace[] Label()
    {
        const double Half = 0.5;
        var place = new BoxPlace[_side * _side];
        for (int row = 0; row < _side; row++)
        {
            BoxPlace? run = null;
            for (int column = 0; column < _side; column++)
            {
                int cell = row * _side + column;
                if (_firstEdge[cell] < _firstEdge[cell + 1])
                {
                    place[cell] = BoxPlace.Border;
                    run = null;
                    continue;
                }
                run ??= _locator.Locate(new Coordinate(
                    _extent.MinX + (column + Half) / _cellsPerMetreX,
                    _extent.MinY + (row + Half) / _cellsPerMetreY)) == Location.Interior
                        ? BoxPlace.Inside
                        : BoxPlace.Outside;
                place[cell] = run.Value;
            }
        }
        return place;
    }

    /// <summary>Visits every cell that an edge may touch, row by row.</summary>
    private void Visit(AreaEdges edges, int edge, Action<int> visit)
    {
        (double ax, double ay, double bx, double by) = edges[edge];
        if (ay > by) (ax, ay, bx, by) = (bx, by, ax, ay);
        for (int row = Row(ay - SlackMetres); row <= Row(by + SlackMetres); row++)
        {
            double low = Math.Max(ay, _extent.MinY + row / _cellsPerMetreY - SlackMetres);
            double high = Math.Min(by, _extent.MinY + (row + 1) / _cellsPerMetreY + SlackMetres);
            (double atLow, double atHigh) = by - ay <= SlackMetres
                ? (ax, bx)
                : (ax + (bx - ax) * Math.Clamp((low - ay) / (by - ay), 0, 1),
                    ax + (bx - ax) * Math.Clamp((high - ay) / (by - ay), 0, 1));
            int last = Column(Math.Max(atLow, atHigh) + SlackMetres);
            for (int column = Column(Math.Min(atLow, atHigh) - SlackMetres); column <= last; column++)
                visit(row * _side + column);
        }
    }

    private int Column(double x) => Math.Clamp((int)((x - _extent.MinX) * _cellsPerMetreX), 0, _side - 1);

    private int Row(double y) => Math.Clamp((int)((y - _extent.MinY) * _cellsPerMetreY), 0, _side - 1);
}
