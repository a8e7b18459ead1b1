namespace Gep.Spatial.Tiles;

/// <summary>Cuts rings and lines at the clipping box of a tile.</summary>
/// <remarks>Sources: rings [SUTHERLAND-HODGMAN], lines [LIANG-BARSKY].</remarks>
internal static class BoxClip
{
    private const double Least = -TileWindow.Buffer, Greatest = TileWindow.Extent + TileWindow.Buffer;

    /// <summary>Leaves in the list what of the ring, not closed, lies in the box.</summary>
    public static void Ring(ref List<(double X, double Y)> ring, ref List<(double X, double Y)> spare)
    {
        for (int side = 0; side < 4 && ring.Count > 0; side++)
        {
            spare.Clear();
            var previous = ring[^1];
            bool wasInside = IsInside(previous, side);
            foreach (var position in ring)
            {
                bool isInside = IsInside(position, side);
                if (isInside != wasInside) spare.Add(Crossing(previous, position, side));
                if (isInside) spare.Add(position);
                (previous, wasInside) = (position, isInside);
            }
            (ring, spare) = (spare, ring);
        }
    }

    /// <summary>The part of a segment in the box; null when there is none.</summary>
    public static ((double X, double Y) From, (double X, double Y) To)? Segment(
        (double X, double Y) from, (double X, double Y) to)
    {
        double enter = 0, leave = 1, dx = to.X - from.X, dy = to.Y - from.Y;
        bool isSeen = Narrow(-dx, from.X - Least, ref enter, ref leave)
            && Narrow(dx, Greatest - from.X, ref enter, ref leave)
            && Narrow(-dy, from.Y - Least, ref enter, ref leave)
            && Narrow(dy, Greatest - from.Y, ref enter, ref leave);
        if (!isSeen) return null;
        return ((from.X + enter * dx, from.Y + enter * dy), (from.X + leave * dx, from.Y + leave * dy));
    }

    /// <summary>Whether a position lies in the box.</summary>
    public static bool Holds((double X, double Y) position) =>
        position.X is >= Least and <= Greatest && position.Y is >= Least and <= Greatest;

    private static bool Narrow(double speed, double distance, ref double enter, ref double leave)
    {
        if (speed == 0) return distance >= 0;
        double at = distance / speed;
        if (speed < 0) enter = Math.Max(enter, at);
        else leave = Math.Min(leave, at);
        return enter <= leave;
    }

    private static bool IsInside((double X, double Y) position, int side) => side switch
    {
        0 => position.X >= Least,
        1 => position.X <= Greatest,
        2 => position.Y >= Least,
        _ => position.Y <= Greatest,
    };

    private static (double X, double Y) Crossing((double X, double Y) from, (double X, double Y) to, int side)
    {
        double edge = side is 0 or 2 ? Least : Greatest;
        return side < 2
            ? (edge, from.Y + (edge - from.X) / (to.X - from.X) * (to.Y - from.Y))
            : (from.X + (edge - from.Y) / (to.Y - from.Y) * (to.X - from.X), edge);
    }
}
