namespace Gep.Spatial.Features;

/// <summary>A box of longitudes and latitudes [°], borders included.</summary>
/// <param name="West">Least longitude.</param>
/// <param name="South">Least latitude.</param>
/// <param name="East">Greatest longitude.</param>
/// <param name="North">Greatest latitude.</param>
public readonly record struct LonLatBox(double West, double South, double East, double North)
{
    /// <summary>A box that holds nothing; joined with another it gives the other.</summary>
    public static LonLatBox Empty { get; } = new(
        double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => West > East || South > North;

    /// <summary>Whether the two share a position.</summary>
    public bool Intersects(LonLatBox other) =>
        West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    /// <summary>Whether the other lies wholly in it.</summary>
    public bool Contains(LonLatBox other) =>
        West <= other.West && other.East <= East && South <= other.South && other.North <= North;

    /// <summary>The least box around both.</summary>
    public LonLatBox Join(LonLatBox other) => new(
        Math.Min(West, other.West), Math.Min(South, other.South),
        Math.Max(East, other.East), Math.Max(North, other.North));
}
