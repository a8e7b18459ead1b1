using System.Runtime.InteropServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Splits the area of one parcel at borders without building a geometry.</summary>
/// <remarks>
/// By Green's theorem the area of a parcel in a zone is the sum over the pieces of the parcel's edges that
/// lie in the zone, and over the pieces of the zone's border that lie in the parcel. What lies where is told
/// by exact orientation tests only, at crossings and at common vertices; coordinates of crossings are rounded
/// once, and the same in both sums, so the areas of the zones add up to that of the parcel. Where a vertex
/// lies in the middle of a border, or two run over each other without being equal, nothing is decided.
/// </remarks>
internal abstract class BorderSplit(ZoneSegments borders)
{
    private const int Unknown = -2;
    /// <summary>The sides of a zone must close to this [m]: a few roundings of coordinates.</summary>
    private const double OpenMetres = 1e-6;

    private readonly ZoneSegments _borders = borders;
    private readonly EdgeList _edges = new();
    private readonly List<int> _near = [];
    private readonly List<BorderCut> _cuts = [];
    private readonly ZoneTally _tally = new();
    private bool[] _startsAtNode = [], _endsAtNode = [];
    private bool[] _isOnEdge = [], _borderStartsAtNode = [], _borderEndsAtNode = [];
    private int[] _fixed = [];
    private double _originX, _originY;

    /// <summary>The area of the parcel in each zone it touches, after a split that succeeded.</summary>
    public ZoneTally Tally => _tally;

    /// <summary>Borders near the parcel, in ascending order; to be found before it is split.</summary>
    protected List<int> Near => _near;

    /// <summary>
    /// Splits the parcel whose borders nearby were found; false where that needs a closer look than this one.
    /// </summary>
    public bool TrySplit(ParcelRings rings, in PlaneBox box)
    {
        _edges.Take(rings, box, _near.Count, BoxOfNear());
        if (_edges.Count == 0) return false;
        (_originX, _originY) = (_edges.X0[0], _edges.Y0[0]);
        Restart();
        return FindCuts() && AddEdges() && AddBorders() && _tally.Closes(OpenMetres);
    }

    /// <summary>The zone of a place that lies on no border; exact.</summary>
    protected abstract int ZoneAt(double x, double y);

    private PlaneBox BoxOfNear()
    {
        double minX = double.MaxValue, minY = minX, maxX = double.MinValue, maxY = maxX;
        foreach (int s in _near)
        {
            minX = Math.Min(minX, Math.Min(_borders.X0[s], _borders.X1[s]));
            minY = Math.Min(minY, Math.Min(_borders.Y0[s], _borders.Y1[s]));
            maxX = Math.Max(maxX, Math.Max(_borders.X0[s], _borders.X1[s]));
            maxY = Math.Max(maxY, Math.Max(_borders.Y0[s], _borders.Y1[s]));
        }
        return new PlaneBox(minX, minY, maxX, maxY);
    }

    private void Restart()
    {
        if (_fixed.Length < _edges.Count)
        {
            _fixed = new int[2 * _edges.Count];
            _startsAtNode = new bool[2 * _edges.Count];
            _endsAtNode = new bool[2 * _edges.Count];
        }
        if (_isOnEdge.Length < _near.Count)
        {
            _isOnEdge = new bool[2 * _near.Count];
            _borderStartsAtNode = new bool[2 * _near.Count];
            _borderEndsAtNode = new bool[2 * _near.Count];
        }
        _fixed.AsSpan(0, _edges.Count).Fill(Unknown);
        _startsAtNode.AsSpan(0, _edges.Count).Clear();
        _endsAtNode.AsSpan(0, _edges.Count).Clear();
        _isOnEdge.AsSpan(0, _near.Count).Clear();
        _borderStartsAtNode.AsSpan(0, _near.Count).Clear();
        _borderEndsAtNode.AsSpan(0, _near.Count).Clear();
        _cuts.Clear();
        _tally.Restart();
    }

    private bool FindCuts()
    {
        for (int i = 0; i < _near.Count; i++)
        {
            int s = _near[i];
            double ay = _borders.Y0[s], by = _borders.Y1[s];
            double minX = Math.Min(_borders.X0[s], _borders.X1[s]);
            double maxX = Math.Max(_borders.X0[s], _borders.X1[s]);
            double minY = Math.Min(ay, by), maxY = Math.Max(ay, by);
            int first = _edges.Band(minY), last = _edges.Band(maxY);
            for (int band = first; band <= last; band++)
            {
                foreach (int e in _edges.CandidatesIn(band))
                {
                    double x0 = _edges.X0[e], y0 = _edges.Y0[e], x1 = _edges.X1[e], y1 = _edges.Y1[e];
                    if (x0 < minX && x1 < minX || x0 > maxX && x1 > maxX
                        || y0 < minY && y1 < minY || y0 > maxY && y1 > maxY)
                    {
                        continue;
                    }
                    bool wasSeen = band > first && band > _edges.Band(Math.Min(y0, y1));
                    if (!wasSeen && !Compare(e, i, s)) return false;
                }
            }
        }
        return true;
    }

    /// <summary>
    /// Notes what an edge and a segment have in common: all, an end, a crossing, nothing; false for the rest.
    /// </summary>
    private bool Compare(int e, int i, int s)
    {
        double ax = _edges.X0[e], ay = _edges.Y0[e], bx = _edges.X1[e], by = _edges.Y1[e];
        double cx = _borders.X0[s], cy = _borders.Y0[s], dx = _borders.X1[s], dy = _borders.Y1[s];
        bool ac = ax.Equals(cx) && ay.Equals(cy), ad = ax.Equals(dx) && ay.Equals(dy);
        bool bc = bx.Equals(cx) && by.Equals(cy), bd = bx.Equals(dx) && by.Equals(dy);
        _startsAtNode[e] |= ac || ad;
        _endsAtNode[e] |= bc || bd;
        _borderStartsAtNode[i] |= ac || bc;
        _borderEndsAtNode[i] |= ad || bd;
        if (ac && bd || ad && bc)
        {
            _fixed[e] = ac ? _borders.Left[s] : _borders.Right[s];
            _isOnEdge[i] = true;
            return true;
        }
        int a = Orientation.Side(cx, cy, dx, dy, ax, ay), b = Orientation.Side(cx, cy, dx, dy, bx, by);
        if (ac || ad || bc || bd)
        {
            if (a != 0 || b != 0) return true;
            double along = (bx - ax) * (dx - cx) + (by - ay) * (dy - cy);
            return along > 0 != (ac || bd);
        }
        if (a * b > 0) return true;
        int c = Orientation.Side(ax, ay, bx, by, cx, cy), d = Orientation.Side(ax, ay, bx, by, dx, dy);
        if (c * d > 0) return true;
        if (a == 0 || b == 0 || c == 0 || d == 0) return false;
        AddCut(e, i, s, a > 0);
        return true;
    }

    private void AddCut(int e, int i, int s, bool leavesLeft)
    {
        double ax = _edges.X0[e] - _originX, ay = _edges.Y0[e] - _originY;
        double ex = _edges.X1[e] - _edges.X0[e], ey = _edges.Y1[e] - _edges.Y0[e];
        double sx = _borders.X1[s] - _borders.X0[s], sy = _borders.Y1[s] - _borders.Y0[s];
        double toX = _borders.X0[s] - _edges.X0[e], toY = _borders.Y0[s] - _edges.Y0[e];
        double cross = ex * sy - ey * sx;
        double t = Math.Clamp((toX * sy - toY * sx) / cross, 0, 1);
        double u = Math.Clamp((toX * ey - toY * ex) / cross, 0, 1);
        _cuts.Add(new BorderCut(e, i, t, u, ax + t * ex, ay + t * ey, leavesLeft));
    }

    /// <summary>Adds the parcel's edges, each piece to the zone it lies in.</summary>
    private bool AddEdges()
    {
        if (_cuts.Count > 1) _cuts.Sort((p, q) => p.Edge != q.Edge ? p.Edge.CompareTo(q.Edge) : p.AlongEdge.CompareTo(q.AlongEdge));
        int start = 0, cut = 0;
        foreach (int end in _edges.RingEnds)
        {
            int cutEnd = cut;
            while (cutEnd < _cuts.Count && _cuts[cutEnd].Edge < end) cutEnd++;
            if (end > start && !AddRing(start, end, CollectionsMarshal.AsSpan(_cuts)[cut..cutEnd])) return false;
            (start, cut) = (end, cutEnd);
        }
        return true;
    }

    private bool AddRing(int start, int end, ReadOnlySpan<BorderCut> cuts)
    {
        int zone = ZoneBefore(start, end, cuts);
        int cut = 0;
        for (int e = start; e < end; e++)
        {
            if (_fixed[e] != Unknown) zone = _fixed[e];
            else if (_startsAtNode[e]) zone = ZoneAhead(e);
            if (zone == Unknown) return false;
            double x = _edges.X0[e] - _originX, y = _edges.Y0[e] - _originY;
            for (; cut < cuts.Length && cuts[cut].Edge == e; cut++)
            {
                ref readonly BorderCut at = ref cuts[cut];
                if (_fixed[e] != Unknown || zone != From(at)) return false;
                _tally.Add(zone, x, y, at.X, at.Y);
                (x, y, zone) = (at.X, at.Y, To(at));
            }
            _tally.Add(zone, x, y, _edges.X1[e] - _originX, _edges.Y1[e] - _originY);
            if (_endsAtNode[e]) zone = Unknown;
        }
        return true;
    }

    /// <summary>The zone in which a ring begins; unknown where its first vertex is one of a border.</summary>
    private int ZoneBefore(int start, int end, ReadOnlySpan<BorderCut> cuts)
    {
        if (_startsAtNode[start]) return Unknown;
        for (int e = start; e < end; e++)
        {
            if (cuts.Length > 0 && cuts[0].Edge == e) return From(cuts[0]);
            if (_endsAtNode[e]) break;
        }
        return ZoneAt(_edges.X0[start], _edges.Y0[start]);
    }

    private int From(in BorderCut cut) =>
        cut.LeavesLeft ? _borders.Left[_near[cut.Border]] : _borders.Right[_near[cut.Border]];

    private int To(in BorderCut cut) =>
        cut.LeavesLeft ? _borders.Right[_near[cut.Border]] : _borders.Left[_near[cut.Border]];

    /// <summary>The zone into which an edge leaves a vertex that borders have too.</summary>
    private int ZoneAhead(int e)
    {
        var fan = new VertexFan(_edges.X0[e], _edges.Y0[e], _edges.X1[e], _edges.Y1[e]);
        int zone = Unknown;
        for (int i = 0; i < _near.Count; i++)
        {
            int s = _near[i];
            if (!_borderStartsAtNode[i] && !_borderEndsAtNode[i]) continue;
            if (fan.IsAt(_borders.X0[s], _borders.Y0[s]))
            {
                if (fan.TurnsFirst(_borders.X1[s], _borders.Y1[s])) zone = _borders.Right[s];
            }
            else if (fan.IsAt(_borders.X1[s], _borders.Y1[s]))
            {
                if (fan.TurnsFirst(_borders.X0[s], _borders.Y0[s])) zone = _borders.Left[s];
            }
        }
        return zone;
    }

    /// <summary>Adds the borders inside the parcel, each to the zones on its sides.</summary>
    private bool AddBorders()
    {
        if (_cuts.Count > 1)
        {
            _cuts.Sort((p, q) => p.Border != q.Border ? p.Border.CompareTo(q.Border) : p.AlongBorder.CompareTo(q.AlongBorder));
        }
        int cut = 0;
        bool wasInside = false;
        for (int i = 0; i < _near.Count; i++)
        {
            int s = _near[i], end = cut;
            while (end < _cuts.Count && _cuts[end].Border == i) end++;
            if (_isOnEdge[i])
            {
                if (end > cut) return false;
                continue;
            }
            ReadOnlySpan<BorderCut> cuts = CollectionsMarshal.AsSpan(_cuts)[cut..end];
            bool isInside = cuts.Length > 0 ? !cuts[0].LeavesLeft : IsInside(i, s, wasInside);
            if (!AddBorder(s, cuts, ref isInside)) return false;
            (cut, wasInside) = (end, isInside);
        }
        return true;
    }

    private bool AddBorder(int s, ReadOnlySpan<BorderCut> cuts, ref bool isInside)
    {
        double x = _borders.X0[s] - _originX, y = _borders.Y0[s] - _originY;
        foreach (ref readonly BorderCut at in cuts)
        {
            if (isInside == at.LeavesLeft) return false;
            if (isInside) AddBothSides(s, x, y, at.X, at.Y);
            (x, y, isInside) = (at.X, at.Y, !isInside);
        }
        if (isInside) AddBothSides(s, x, y, _borders.X1[s] - _originX, _borders.Y1[s] - _originY);
        return true;
    }

    private void AddBothSides(int s, double ax, double ay, double bx, double by)
    {
        _tally.Add(_borders.Left[s], ax, ay, bx, by);
        _tally.Add(_borders.Right[s], bx, by, ax, ay);
    }

    /// <summary>Whether a segment that no edge crosses lies inside the parcel.</summary>
    private bool IsInside(int i, int s, bool wasInside)
    {
        if (_borderStartsAtNode[i])
            return IsInsideAhead(_borders.X0[s], _borders.Y0[s], _borders.X1[s], _borders.Y1[s]);
        if (_borderEndsAtNode[i])
            return IsInsideAhead(_borders.X1[s], _borders.Y1[s], _borders.X0[s], _borders.Y0[s]);
        bool goesOn = i > 0 && _near[i - 1] == s - 1 && !_isOnEdge[i - 1]
            && _borders.X1[s - 1].Equals(_borders.X0[s]) && _borders.Y1[s - 1].Equals(_borders.Y0[s]);
        return goesOn ? wasInside : _edges.Contains(_borders.X0[s], _borders.Y0[s]);
    }

    /// <summary>Whether a segment leaves a vertex of the parcel into the parcel.</summary>
    private bool IsInsideAhead(double x, double y, double toX, double toY)
    {
        var fan = new VertexFan(x, y, toX, toY);
        bool isInside = false;
        foreach (int e in _edges.EdgesIn(_edges.Band(y)))
        {
            if (fan.IsAt(_edges.X0[e], _edges.Y0[e]))
            {
                if (fan.TurnsFirst(_edges.X1[e], _edges.Y1[e])) isInside = false;
            }
            else if (fan.IsAt(_edges.X1[e], _edges.Y1[e]))
            {
                if (fan.TurnsFirst(_edges.X0[e], _edges.Y0[e])) isInside = true;
            }
        }
        return isInside;
    }
}
