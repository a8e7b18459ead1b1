using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>How two edges meet; told by exact orientation tests.</summary>
internal readonly struct EdgeMeeting
{
    /// <summary>Which ends are the same, a bit for each pair.</summary>
    private const uint StartStart = 0x1, EndEnd = 0x4, StartEnd = 0x10, EndStart = 0x40;

    /// <summary>The edges straddle each other where both pairs of neighbouring bits differ.</summary>
    private const uint Straddle = 0b0101, AllSides = 0b1111;

    private readonly uint _ends;

    private EdgeMeeting(EdgeMeetingKind kind, uint ends, bool comesFromLeft) =>
        (Kind, _ends, ComesFromLeft) = (kind, ends, comesFromLeft);

    /// <summary>What they have in common beside ends.</summary>
    public EdgeMeetingKind Kind { get; }

    /// <summary>Where they cross, whether the first comes from the left of the second.</summary>
    public bool ComesFromLeft { get; }

    /// <summary>Whether they have an end in common.</summary>
    public bool HasCommonEnd => _ends != 0;

    /// <summary>Whether the first begins at an end of the second.</summary>
    public bool StartsAtEnd => (_ends & (StartStart | StartEnd)) != 0;

    /// <summary>Whether the first ends at an end of the second.</summary>
    public bool EndsAtEnd => (_ends & (EndStart | EndEnd)) != 0;

    /// <summary>Whether the second begins at an end of the first.</summary>
    public bool OtherStartsAtEnd => (_ends & (StartStart | EndStart)) != 0;

    /// <summary>Whether the second ends at an end of the first.</summary>
    public bool OtherEndsAtEnd => (_ends & (StartEnd | EndEnd)) != 0;

    /// <summary>Compares two edges, neither without length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EdgeMeeting Of(in AreaEdge e, in AreaEdge s)
    {
        Vector256<double> first = e.Ends, second = s.Ends;
        Vector256<double> turned = Vector256.Shuffle(second, Vector256.Create(2L, 3, 0, 1));
        uint same = Vector256.Equals(first, second).ExtractMostSignificantBits()
            | Vector256.Equals(first, turned).ExtractMostSignificantBits() << Vector256<double>.Count;
        uint ends = same & same >> 1 & (StartStart | EndEnd | StartEnd | EndStart);
        return ends == 0 ? OfOwnEnds(e, s) : new EdgeMeeting(KindOf(e, s, ends), ends, false);
    }

    /// <summary>Compares two edges that have no end in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EdgeMeeting OfOwnEnds(in AreaEdge e, in AreaEdge s)
    {
        // The sides of the second on which the first begins and ends, then those of the first.
        Vector256<double> px = Vector256.Create(e.X0, e.X1, s.X0, s.X1);
        Vector256<double> py = Vector256.Create(e.Y0, e.Y1, s.Y0, s.Y1);
        Vector256<long> from = Vector256.Create(2L, 2, 0, 0), to = Vector256.Create(3L, 3, 1, 1);
        (uint left, uint right) = Orientation.Sides(
            Wide(Vector256.Shuffle(px, from)), Wide(Vector256.Shuffle(py, from)),
            Wide(Vector256.Shuffle(px, to)), Wide(Vector256.Shuffle(py, to)), Wide(px), Wide(py));
        if (((left | right) & AllSides) != AllSides) return OfEndsOnLines(e, s);
        bool crosses = ((left ^ left >> 1) & Straddle) == Straddle;
        return crosses ? new EdgeMeeting(EdgeMeetingKind.Cross, 0, (left & 1) != 0) : default;
    }

    /// <summary>
    /// Which of eight edges, a bit for each, surely have nothing in common with an edge; of others nothing is
    /// said.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint SurelyApart(
        Vector512<double> ax, Vector512<double> ay, Vector512<double> bx, Vector512<double> by,
        Vector512<double> cx, Vector512<double> cy, Vector512<double> dx, Vector512<double> dy)
    {
        (uint startsLeft, uint startsRight) = Orientation.Sides(cx, cy, dx, dy, ax, ay);
        (uint endsLeft, uint endsRight) = Orientation.Sides(cx, cy, dx, dy, bx, by);
        (uint beginLeft, uint beginRight) = Orientation.Sides(ax, ay, bx, by, cx, cy);
        (uint endLeft, uint endRight) = Orientation.Sides(ax, ay, bx, by, dx, dy);
        return startsLeft & endsLeft | startsRight & endsRight | beginLeft & endLeft | beginRight & endRight;
    }

    /// <summary>Where two edges cross: how far along each, and the place seen from an origin [m].</summary>
    public static (double Along, double AlongOther, double X, double Y) PlaceOf(
        in AreaEdge e, in AreaEdge s, double originX, double originY)
    {
        double ex = e.X1 - e.X0, ey = e.Y1 - e.Y0, sx = s.X1 - s.X0, sy = s.Y1 - s.Y0;
        double toX = s.X0 - e.X0, toY = s.Y0 - e.Y0, cross = ex * sy - ey * sx;
        double t = Math.Clamp((toX * sy - toY * sx) / cross, 0, 1);
        double u = Math.Clamp((toX * ey - toY * ex) / cross, 0, 1);
        return (t, u, e.X0 - originX + t * ex, e.Y0 - originY + t * ey);
    }

    /// <summary>The upper half says nothing.</summary>
    private static Vector512<double> Wide(Vector256<double> half) => half.ToVector512Unsafe();

    /// <summary>The same where a plain determinant does not tell on which side an end lies.</summary>
    private static EdgeMeeting OfEndsOnLines(in AreaEdge e, in AreaEdge s)
    {
        int a = Orientation.Side(s.X0, s.Y0, s.X1, s.Y1, e.X0, e.Y0);
        int b = Orientation.Side(s.X0, s.Y0, s.X1, s.Y1, e.X1, e.Y1);
        if (a * b > 0) return default;
        int c = Orientation.Side(e.X0, e.Y0, e.X1, e.Y1, s.X0, s.Y0);
        int d = Orientation.Side(e.X0, e.Y0, e.X1, e.Y1, s.X1, s.Y1);
        if (c * d > 0) return default;
        bool crosses = a != 0 & b != 0 & c != 0 & d != 0;
        return new EdgeMeeting(crosses ? EdgeMeetingKind.Cross : EdgeMeetingKind.Touch, 0, a > 0);
    }

    private static EdgeMeetingKind KindOf(in AreaEdge e, in AreaEdge s, uint ends)
    {
        if (ends == (StartStart | EndEnd)) return EdgeMeetingKind.SameWay;
        if (ends == (StartEnd | EndStart)) return EdgeMeetingKind.OtherWay;
        bool areInLine = Orientation.Side(s.X0, s.Y0, s.X1, s.Y1, e.X0, e.Y0) == 0
            && Orientation.Side(s.X0, s.Y0, s.X1, s.Y1, e.X1, e.Y1) == 0;
        if (!areInLine) return EdgeMeetingKind.Apart;
        double along = (e.X1 - e.X0) * (s.X1 - s.X0) + (e.Y1 - e.Y0) * (s.Y1 - s.Y0);
        bool runOn = along > 0 != ((ends & (StartStart | EndEnd)) != 0);
        return runOn ? EdgeMeetingKind.Apart : EdgeMeetingKind.Touch;
    }
}
