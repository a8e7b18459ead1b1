using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>An edge of the parcel that is split, of one that takes from it, or a border of zones.</summary>
/// <param name="X0">x of its start [m].</param>
/// <param name="Y0">y of its start [m].</param>
/// <param name="X1">x of its end [m].</param>
/// <param name="Y1">y of its end [m].</param>
/// <param name="Owner">
/// Bit of the winners it belongs to, which lie on its left; or one of the two below.
/// </param>
/// <param name="Left">The zone on the left of a border.</param>
/// <param name="Right">The zone on its right.</param>
internal readonly record struct SplitEdge(
    double X0, double Y0, double X1, double Y1, int Owner, int Left, int Right)
{
    /// <summary>Winners have a bit each, or share one with others that they do not meet.</summary>
    public const int MostWinners = 64;

    /// <summary>Owner of the edges of the parcel itself.</summary>
    public const int Parcel = MostWinners;

    /// <summary>Owner of the borders of zones.</summary>
    public const int Zones = MostWinners + 1;

    /// <summary>The edge alone.</summary>
    public AreaEdge Line => new(X0, Y0, X1, Y1);

    /// <summary>The bit of a winner; none for the parcel and for zones.</summary>
    public ulong Bit => Owner < MostWinners ? 1UL << Owner : 0;

    public double MinX => Math.Min(X0, X1);

    public double MinY => Math.Min(Y0, Y1);

    public double MaxX => Math.Max(X0, X1);

    public double MaxY => Math.Max(Y0, Y1);

    /// <summary>Whether it begins or ends in a place.</summary>
    public bool EndsAt(double x, double y) =>
        X0 == x && Y0 == y || X1 == x && Y1 == y;

    /// <summary>Whether it begins where another ends.</summary>
    public bool Follows(in SplitEdge other) =>
        Owner == other.Owner && X0 == other.X1 && Y0 == other.Y1;
}
