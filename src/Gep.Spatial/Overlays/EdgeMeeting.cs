using System.Runtime.CompilerServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>How two edges meet; told by exact orientation tests.</summary>
internal readonly struct EdgeMeeting
{
    /// <summary>Which ends are the same, a bit for each pair.</summary>
    private const int StartStart = 1, StartEnd = 2, EndStart = 4, EndEnd = 8;

    private readonly int _ends;

    private EdgeMeeting(EdgeMeetingKind kind, int ends, bool comesFromLeft) =>
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
        bool startStart = e.X0.Equals(s.X0) && e.Y0.Equals(s.Y0);
        bool startEnd = e.X0.Equals(s.X1) && e.Y0.Equals(s.Y1);
        bool endStart = e.X1.Equals(s.X0) && e.Y1.Equals(s.Y0);
        bool endEnd = e.X1.Equals(s.X1) && e.Y1.Equals(s.Y1);
        if (!(startStart | startEnd | endStart | endEnd)) return OfOwnEnds(e, s);
        int ends = (startStart ? StartStart : 0) | (startEnd ? StartEnd : 0) | (endStart ? EndStart : 0)
            | (endEnd ? EndEnd : 0);
        return new EdgeMeeting(KindOf(e, s, ends), ends, false);
    }

    /// <summary>Compares two edges that have no end in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EdgeMeeting OfOwnEnds(in AreaEdge e, in AreaEdge s)
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

    private static EdgeMeetingKind KindOf(in AreaEdge e, in AreaEdge s, int ends)
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
