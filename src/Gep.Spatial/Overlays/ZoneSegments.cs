using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The borders of a coverage, each segment once, with the zone on its left and on its right.
/// </summary>
internal sealed class ZoneSegments
{
    /// <summary>What lies beyond the coverage.</summary>
    public const int Outside = -1;

    private BorderSegment[] _segments;

    private ZoneSegments(BorderSegment[] segments) => (_segments, Count) = (segments, segments.Length);

    public int Count { get; private set; }

    public ref readonly BorderSegment this[int segment] => ref _segments[segment];

    /// <summary>Room for the borders of a single area, made for reuse.</summary>
    public static ZoneSegments Reusable() => new([]);

    /// <summary>
    /// The segments, those of a ring one after the other; null where two zones have the same directed edge,
    /// so that they cannot but overlap.
    /// </summary>
    public static ZoneSegments? Of(IReadOnlyList<Geometry> zones)
    {
        int edges = zones.Sum(zone => zone.NumPoints);
        var segments = new List<BorderSegment>(edges / 2);
        var index = new Dictionary<AreaEdge, int>(edges / 2);
        for (int zone = 0; zone < zones.Count; zone++)
        {
            var ofZone = new AreaEdges(zones[zone]);
            for (int i = 0; i < ofZone.Count; i++)
            {
                AreaEdge edge = ofZone[i];
                if (index.Remove(new AreaEdge(edge.X1, edge.Y1, edge.X0, edge.Y0), out int known))
                {
                    segments[known] = segments[known] with { Right = zone };
                    continue;
                }
                if (!index.TryAdd(edge, segments.Count)) return null;
                segments.Add(new BorderSegment(edge.X0, edge.Y0, edge.X1, edge.Y1, zone, Outside));
            }
        }
        return new ZoneSegments([.. segments]);
    }

    /// <summary>Forgets all segments.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds an edge of the one area, which lies on its left.</summary>
    public void Add(double x0, double y0, double x1, double y1)
    {
        const int FirstCapacity = 64;
        if (Count == _segments.Length) Array.Resize(ref _segments, Math.Max(FirstCapacity, 2 * Count));
        _segments[Count++] = new BorderSegment(x0, y0, x1, y1, 0, Outside);
    }

    /// <summary>Whether the box of a segment touches the given box.</summary>
    public bool IsNear(int segment, in PlaneBox box)
    {
        ref readonly BorderSegment s = ref _segments[segment];
        Vector128<double> from = Vector128.Create(s.X0, s.Y0), to = Vector128.Create(s.X1, s.Y1);
        Vector128<double> touches = Vector128.LessThanOrEqual(
                Vector128.MinNative(from, to), Vector128.Create(box.MaxX, box.MaxY))
            & Vector128.GreaterThanOrEqual(
                Vector128.MaxNative(from, to), Vector128.Create(box.MinX, box.MinY));
        return touches.AsInt64() == Vector128<long>.AllBitsSet;
    }

    /// <summary>Whether two segments have more in common than an end; exact.</summary>
    public bool Collide(int first, int second)
    {
        (double ax, double ay, double bx, double by, _, _) = _segments[first];
        (double cx, double cy, double dx, double dy, _, _) = _segments[second];
        int c = Orientation.Side(ax, ay, bx, by, cx, cy), d = Orientation.Side(ax, ay, bx, by, dx, dy);
        if (c * d > 0) return false;
        int a = Orientation.Side(cx, cy, dx, dy, ax, ay), b = Orientation.Side(cx, cy, dx, dy, bx, by);
        if (a * b > 0) return false;
        bool sharesA = ax == cx && ay == cy || ax == dx && ay == dy;
        bool sharesB = bx == cx && by == cy || bx == dx && by == dy;
        if (!sharesA && !sharesB) return a * b < 0 || c * d < 0 || BoxesMeet(first, second);
        if (a != 0 || b != 0 || c != 0 || d != 0) return false;
        return RunOver(sharesA ? (bx - ax, by - ay) : (ax - bx, ay - by), sharesA ? (ax, ay)
            : (bx, by), second);
    }

    private bool BoxesMeet(int first, int second) => IsNear(first, _segments[second].Line.Box);

    /// <summary>Whether a segment on the same line leaves a common end in the given direction.</summary>
    private bool RunOver((double X, double Y) direction, (double X, double Y) end, int segment)
    {
        (double x0, double y0, double x1, double y1, _, _) = _segments[segment];
        bool startsThere = x0 == end.X && y0 == end.Y;
        return direction.X * ((startsThere ? x1 : x0) - end.X) + direction.Y * ((startsThere ? y1
            : y0) - end.Y) > 0;
    }
}
