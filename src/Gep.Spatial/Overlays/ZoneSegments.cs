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

    private ZoneSegments(List<AreaEdge> edges, List<int> left, List<int> right)
    {
        Count = edges.Count;
        X0 = [.. edges.Select(edge => edge.X0)];
        Y0 = [.. edges.Select(edge => edge.Y0)];
        X1 = [.. edges.Select(edge => edge.X1)];
        Y1 = [.. edges.Select(edge => edge.Y1)];
        (Left, Right) = ([.. left], [.. right]);
    }

    public int Count { get; private set; }

    public double[] X0 { get; private set; }

    public double[] Y0 { get; private set; }

    public double[] X1 { get; private set; }

    public double[] Y1 { get; private set; }

    public int[] Left { get; private set; }

    public int[] Right { get; private set; }

    /// <summary>Room for the borders of a single area, made for reuse.</summary>
    public static ZoneSegments Reusable() => new([], [], []);

    /// <summary>
    /// The segments, those of a ring one after the other; null where two zones have the same directed edge,
    /// so that they cannot but overlap.
    /// </summary>
    public static ZoneSegments? Of(IReadOnlyList<Geometry> zones)
    {
        var edges = new List<AreaEdge>();
        var left = new List<int>();
        var right = new List<int>();
        var index = new Dictionary<AreaEdge, int>();
        for (int zone = 0; zone < zones.Count; zone++)
        {
            var ofZone = new AreaEdges(zones[zone]);
            for (int i = 0; i < ofZone.Count; i++)
            {
                AreaEdge edge = ofZone[i];
                if (index.Remove(new AreaEdge(edge.X1, edge.Y1, edge.X0, edge.Y0), out int known))
                {
                    right[known] = zone;
                    continue;
                }
                if (!index.TryAdd(edge, edges.Count)) return null;
                edges.Add(edge);
                left.Add(zone);
                right.Add(Outside);
            }
        }
        return new ZoneSegments(edges, left, right);
    }

    /// <summary>Forgets all segments.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds an edge of the one area, which lies on its left.</summary>
    public void Add(double x0, double y0, double x1, double y1)
    {
        if (Count == X0.Length) Grow();
        (X0[Count], Y0[Count], X1[Count], Y1[Count]) = (x0, y0, x1, y1);
        (Left[Count], Right[Count]) = (0, Outside);
        Count++;
    }

    /// <summary>Whether the box of a segment touches the given box.</summary>
    public bool IsNear(int segment, in PlaneBox box)
    {
        double ax = X0[segment], bx = X1[segment], ay = Y0[segment], by = Y1[segment];
        return (ax < bx ? ax : bx) <= box.MaxX && (ax > bx ? ax : bx) >= box.MinX
            && (ay < by ? ay : by) <= box.MaxY && (ay > by ? ay : by) >= box.MinY;
    }

    /// <summary>Whether two segments have more in common than an end; exact.</summary>
    public bool Collide(int first, int second)
    {
        double ax = X0[first], ay = Y0[first], bx = X1[first], by = Y1[first];
        double cx = X0[second], cy = Y0[second], dx = X1[second], dy = Y1[second];
        int c = Orientation.Side(ax, ay, bx, by, cx, cy), d = Orientation.Side(ax, ay, bx, by, dx, dy);
        if (c * d > 0) return false;
        int a = Orientation.Side(cx, cy, dx, dy, ax, ay), b = Orientation.Side(cx, cy, dx, dy, bx, by);
        if (a * b > 0) return false;
        bool sharesA = ax.Equals(cx) && ay.Equals(cy) || ax.Equals(dx) && ay.Equals(dy);
        bool sharesB = bx.Equals(cx) && by.Equals(cy) || bx.Equals(dx) && by.Equals(dy);
        if (!sharesA && !sharesB) return a * b < 0 || c * d < 0 || BoxesMeet(first, second);
        if (a != 0 || b != 0 || c != 0 || d != 0) return false;
        return RunOver(sharesA ? (bx - ax, by - ay) : (ax - bx, ay - by), sharesA ? (ax, ay) : (bx, by), second);
    }

    private void Grow()
    {
        const int FirstCapacity = 64;
        int size = Math.Max(FirstCapacity, 2 * Count);
        double[] x0 = X0, y0 = Y0, x1 = X1, y1 = Y1;
        int[] left = Left, right = Right;
        Array.Resize(ref x0, size);
        Array.Resize(ref y0, size);
        Array.Resize(ref x1, size);
        Array.Resize(ref y1, size);
        Array.Resize(ref left, size);
        Array.Resize(ref right, size);
        (X0, Y0, X1, Y1, Left, Right) = (x0, y0, x1, y1, left, right);
    }

    private bool BoxesMeet(int first, int second) => IsNear(first, new PlaneBox(
        Math.Min(X0[second], X1[second]), Math.Min(Y0[second], Y1[second]),
        Math.Max(X0[second], X1[second]), Math.Max(Y0[second], Y1[second])));

    /// <summary>Whether a segment on the same line leaves a common end in the given direction.</summary>
    private bool RunOver((double X, double Y) direction, (double X, double Y) end, int segment)
    {
        bool startsThere = X0[segment].Equals(end.X) && Y0[segment].Equals(end.Y);
        double x = (startsThere ? X1[segment] : X0[segment]) - end.X;
        double y = (startsThere ? Y1[segment] : Y0[segment]) - end.Y;
        return direction.X * x + direction.Y * y > 0;
    }
}
