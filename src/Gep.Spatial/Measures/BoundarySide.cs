using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>The edges of one of two areas near the other, and what is known of them.</summary>
internal sealed class BoundarySide
{
    private readonly List<int> _edges = [];
    private readonly List<bool> _startTouches = [], _endTouches = [];
    private readonly List<(int Edge, double X, double Y)> _splits = [];
    private readonly HashSet<(double, double, double, double)> _pieces = [];
    private readonly List<(double X, double Y, bool Touches)> _stops = [];
    private IndexedArea? _area;

    public int Count => _edges.Count;

    public AreaEdge this[int i] => _area!.Edges[_edges[i]];

    /// <summary>Some of this boundary lies inside the other area.</summary>
    public bool HasInside { get; private set; }

    /// <summary>Some of this boundary lies outside the other area.</summary>
    public bool HasOutside { get; private set; }

    /// <summary>Some of this boundary is also the other's, both areas on the same side of it.</summary>
    public bool HasSame { get; private set; }

    /// <summary>Some of this boundary is also the other's, the areas on opposite sides of it.</summary>
    public bool HasOpposed { get; private set; }

    /// <summary>Starts afresh with the edges of an area near a box.</summary>
    public void Take(IndexedArea area, Envelope box)
    {
        _area = area;
        area.FindEdgesNear(box, _edges);
        _splits.Clear();
        _pieces.Clear();
        _startTouches.Clear();
        _endTouches.Clear();
        for (int i = 0; i < _edges.Count; i++)
        {
            _startTouches.Add(false);
            _endTouches.Add(false);
        }
        (HasInside, HasSame, HasOpposed) = (false, false, false);
        HasOutside = _edges.Count < area.Edges.Count;
    }

    /// <summary>Notes that an end of an edge lies on the other boundary.</summary>
    public void Touch(int i, bool isStart) => (isStart ? _startTouches : _endTouches)[i] = true;

    /// <summary>
    /// Notes that a vertex of the other boundary lies on an edge, at one of its ends or between them.
    /// </summary>
    public void Split(int i, double x, double y)
    {
        (double x0, double y0, double x1, double y1) = this[i];
        if (x == x0 && y == y0) _startTouches[i] = true;
        else if (x == x1 && y == y1) _endTouches[i] = true;
        else _splits.Add((i, x, y));
    }

    /// <summary>
    /// Finds out where this boundary runs with respect to the other area; false where that stays open.
    /// </summary>
    public bool Compare(BoundarySide other)
    {
        if (other._pieces.Count == 0) other.CollectPieces();
        (double X, double Y, Location Place)? last = null;
        for (int i = 0; i < _edges.Count; i++)
        {
            SetStops(i);
            for (int k = 1; k < _stops.Count; k++)
            {
                (double X, double Y, bool Touches) from = _stops[k - 1], to = _stops[k];
                if (from.Touches && to.Touches && other.HasPiece(from, to)) HasSame = true;
                else if (from.Touches && to.Touches && other.HasPiece(to, from)) HasOpposed = true;
                else
                {
                    Location place = last is { } known && known.X == from.X && known.Y == from.Y
                        ? known.Place
                        : PlaceOf(from, to, other._area!);
                    if (place == Location.Boundary) return false;
                    if (place == Location.Interior) HasInside = true;
                    else HasOutside = true;
                    last = to.Touches ? null : (to.X, to.Y, place);
                    if (HasInside && HasOutside) return false;
                }
            }
        }
        return true;
    }

    private static Location PlaceOf(
        (double X, double Y, bool Touches) from, (double X, double Y, bool Touches) to, IndexedArea area)
    {
        const double Half = 0.5;
        if (!from.Touches) return area.Locate(from.X, from.Y);
        return to.Touches
            ? area.Locate(Half * (from.X + to.X), Half * (from.Y + to.Y))
            : area.Locate(to.X, to.Y);
    }

    private bool HasPiece((double X, double Y, bool) from, (double X, double Y, bool) to) =>
        _pieces.Contains((from.X, from.Y, to.X, to.Y));

    private void CollectPieces()
    {
        for (int i = 0; i < _edges.Count; i++)
        {
            SetStops(i);
            for (int k = 1; k < _stops.Count; k++)
            {
                if (_stops[k - 1].Touches && _stops[k].Touches)
                    _pieces.Add((_stops[k - 1].X, _stops[k - 1].Y, _stops[k].X, _stops[k].Y));
            }
        }
    }

    /// <summary>
    /// The ends of an edge and the vertices of the other boundary between them, in their order.
    /// </summary>
    private void SetStops(int i)
    {
        (double x0, double y0, double x1, double y1) = this[i];
        _stops.Clear();
        _stops.Add((x0, y0, _startTouches[i]));
        if (_splits.Count > 0)
        {
            foreach ((int edge, double x, double y) in _splits)
            {
                if (edge == i && !_stops.Contains((x, y, true))) _stops.Add((x, y, true));
            }
            _stops.Sort(1, _stops.Count - 1, Comparer<(double X, double Y, bool)>.Create((a, b) =>
                Along(a.X, a.Y).CompareTo(Along(b.X, b.Y))));
        }
        _stops.Add((x1, y1, _endTouches[i]));

        double Along(double x, double y) => (x - x0) * (x1 - x0) + (y - y0) * (y1 - y0);
    }
}
