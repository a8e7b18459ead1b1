using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.Spatial.Coverages;

/// <summary>Takes points out of arcs, all arcs together, the least important point first.</summary>
internal sealed class ArcThinning
{
    private const double Half = 0.5;

    private readonly IReadOnlyList<Coordinate> _points;
    private readonly HashSet<(int, int)> _edges;
    private readonly STRtree<int> _tree = new();
    private readonly int[] _uses;
    private readonly List<int> _point = [], _before = [], _after = [];
    private readonly List<double> _area = [];
    private readonly int[] _firstOfArc;

    public ArcThinning(CoverageArcs arcs, double squareMetres)
    {
        (_points, _edges) = (arcs.Points, arcs.Edges);
        _uses = new int[_points.Count];
        for (int i = 0; i < _points.Count; i++) _tree.Insert(new Envelope(_points[i]), i);
        _tree.Build();
        _firstOfArc = [.. arcs.Arcs.Select(Link)];
        Thin(squareMetres);
    }

    /// <summary>What is left of an arc.</summary>
    public IEnumerable<int> this[int arc]
    {
        get
        {
            for (int at = _firstOfArc[arc]; at >= 0; at = _after[at]) yield return _point[at];
        }
    }

    private int Link(int[] arc)
    {
        int first = _point.Count;
        for (int i = 0; i < arc.Length; i++)
        {
            _point.Add(arc[i]);
            _before.Add(i == 0 ? -1 : first + i - 1);
            _after.Add(i + 1 == arc.Length ? -1 : first + i + 1);
            _area.Add(0);
            _uses[arc[i]]++;
        }
        return first;
    }

    private void Thin(double squareMetres)
    {
        // Equal triangles go in the order of their places, so that the order of zones changes nothing.
        var queue = new PriorityQueue<(int At, double Area), (double, double, double)>();
        for (int at = 0; at < _point.Count; at++) Enqueue(queue, at, 0);
        while (queue.TryDequeue(out (int At, double Area) next, out _) && next.Area <= squareMetres)
        {
            int at = next.At;
            if (!_area[at].Equals(next.Area) || !CanGo(at)) continue;
            int before = _before[at], after = _after[at];
            _edges.Remove(CoverageArcs.Undirected(_point[before], _point[at]));
            _edges.Remove(CoverageArcs.Undirected(_point[at], _point[after]));
            _edges.Add(CoverageArcs.Undirected(_point[before], _point[after]));
            (_after[before], _before[after]) = (after, before);
            _uses[_point[at]]--;
            _area[at] = double.NaN;
            Enqueue(queue, before, next.Area);
            Enqueue(queue, after, next.Area);
        }
    }

    private void Enqueue(
        PriorityQueue<(int At, double Area), (double, double, double)> queue, int at, double least)
    {
        if (_before[at] < 0 || _after[at] < 0) return;
        Coordinate a = _points[_point[_before[at]]], b = _points[_point[at]], c = _points[_point[_after[at]]];
        double area = Half * Math.Abs((b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y));
        _area[at] = Math.Max(area, least);
        queue.Enqueue((at, _area[at]), (_area[at], b.X, b.Y));
    }

    /// <summary>
    /// Whether a point may go: the line that takes its place is no border yet, and nothing lies between.
    /// </summary>
    private bool CanGo(int at)
    {
        int p = _point[_before[at]], q = _point[at], r = _point[_after[at]];
        if (p == r || _edges.Contains(CoverageArcs.Undirected(p, r))) return false;
        Coordinate a = _points[p], b = _points[q], c = _points[r];
        var box = new Envelope(a, c);
        box.ExpandToInclude(b);
        foreach (int other in _tree.Query(box))
        {
            if (other == p || other == q || other == r || _uses[other] == 0) continue;
            if (IsInTriangle(_points[other], a, b, c)) return false;
        }
        return true;
    }

    private static bool IsInTriangle(Coordinate at, Coordinate a, Coordinate b, Coordinate c)
    {
        int ab = Orientation.Side(a.X, a.Y, b.X, b.Y, at.X, at.Y);
        int bc = Orientation.Side(b.X, b.Y, c.X, c.Y, at.X, at.Y);
        int ca = Orientation.Side(c.X, c.Y, a.X, a.Y, at.X, at.Y);
        return ab >= 0 && bc >= 0 && ca >= 0 || ab <= 0 && bc <= 0 && ca <= 0;
    }
}
