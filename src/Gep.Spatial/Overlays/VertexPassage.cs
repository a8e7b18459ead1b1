using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>A ring comes from a vertex, passes one, and goes to the next, its parcel on the left.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="Vertex">The vertex passed, in the arrays of the parcel.</param>
/// <param name="X">Its x [m].</param>
/// <param name="Y">Its y [m].</param>
/// <param name="FromX">x of the vertex before [m].</param>
/// <param name="FromY">y of the vertex before [m].</param>
/// <param name="ToX">x of the vertex behind [m].</param>
/// <param name="ToY">y of the vertex behind [m].</param>
internal readonly record struct VertexPassage(
    int Parcel, int Vertex, double X, double Y, double FromX, double FromY, double ToX, double ToY)
{
    private const int Before = 0, Opposite = 1, Beyond = 2, Same = 3;

    /// <summary>The passage of a ring through one of its vertices.</summary>
    /// <param name="parcel">Its parcel.</param>
    /// <param name="rings">The rings of the parcel.</param>
    /// <param name="start">Where the ring begins.</param>
    /// <param name="edges">How many edges it has, not all without length.</param>
    /// <param name="vertex">The vertex, not the closing one.</param>
    public static VertexPassage Of(int parcel, ParcelRings rings, int start, int edges, int vertex)
    {
        double x = rings.Xs[vertex], y = rings.Ys[vertex];
        int before = vertex == start ? start + edges - 1 : vertex - 1;
        int after = vertex + 1 < start + edges ? vertex + 1 : start;
        while (rings.Xs[before] == x && rings.Ys[before] == y && before != vertex)
            before = before == start ? start + edges - 1 : before - 1;
        while (rings.Xs[after] == x && rings.Ys[after] == y && after != vertex)
            after = after + 1 < start + edges ? after + 1 : start;
        return new VertexPassage(
            parcel, vertex, x, y, rings.Xs[before], rings.Ys[before], rings.Xs[after], rings.Ys[after]);
    }

    /// <summary>Whether it passes a place.</summary>
    public bool IsAt(double x, double y) => X == x & Y == y;

    /// <summary>Whether another ring runs along both edges the other way.</summary>
    public bool IsReverseOf(in VertexPassage other) =>
        ToX == other.FromX & ToY == other.FromY & FromX == other.ToX & FromY == other.ToY;

    /// <summary>
    /// Whether the parcels of two passages of a vertex surely have no area in common near it.
    /// </summary>
    public bool IsApart(in VertexPassage other)
    {
        bool endsWhereOtherBegins = FromX == other.ToX && FromY == other.ToY;
        bool beginsWhereOtherEnds = ToX == other.FromX && ToY == other.FromY;
        if (endsWhereOtherBegins && beginsWhereOtherEnds) return true;
        // Counter-clockwise: the parcel from "to" to "from", then the other in the same way.
        if (endsWhereOtherBegins) return IsInTurn(FromX, FromY, other.FromX, other.FromY);
        if (!IsInTurn(FromX, FromY, other.ToX, other.ToY)) return false;
        return beginsWhereOtherEnds || IsInTurn(other.ToX, other.ToY, other.FromX, other.FromY);
    }

    /// <summary>
    /// Whether the edge on which another passage comes runs in this parcel; null where it runs along an edge
    /// and is not the same.
    /// </summary>
    /// <remarks>An edge of both runs in the parcel of higher precedence.</remarks>
    public bool? HoldsArrivalOf(in VertexPassage other) =>
        other.FromX == FromX && other.FromY == FromY
            ? other.Parcel > Parcel
            : Holds(other.FromX, other.FromY);

    /// <summary>The same of the edge on which it leaves.</summary>
    public bool? HoldsDepartureOf(in VertexPassage other) =>
        other.ToX == ToX && other.ToY == ToY
            ? other.Parcel > Parcel
            : Holds(other.ToX, other.ToY);

    private bool? Holds(double x, double y)
    {
        if (x == ToX && y == ToY || x == FromX && y == FromY) return false;
        int from = PartOf(FromX, FromY), place = PartOf(x, y);
        if (from == Same || place == Same) return null;
        if (from != place) return place < from;
        int side = place == Opposite ? 0 : Orientation.Side(X, Y, x, y, FromX, FromY);
        return side == 0 ? null : side > 0;
    }

    /// <summary>
    /// Whether a turn counter-clockwise from the line to "to" meets the line to a, and then that to b.
    /// </summary>
    private bool IsInTurn(double ax, double ay, double bx, double by)
    {
        int a = PartOf(ax, ay), b = PartOf(bx, by);
        if (a == Same || b == Same) return false;
        return a != b ? a < b : a != Opposite && Orientation.Side(X, Y, ax, ay, bx, by) > 0;
    }

    /// <summary>In which part of a turn from the line to "to" the line to a place is met.</summary>
    private int PartOf(double x, double y)
    {
        int side = Orientation.Side(X, Y, ToX, ToY, x, y);
        if (side != 0) return side > 0 ? Before : Beyond;
        return (ToX - X) * (x - X) + (ToY - Y) * (y - Y) > 0 ? Same : Opposite;
    }
}
