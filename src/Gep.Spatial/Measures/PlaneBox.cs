using System.Runtime.Intrinsics;

namespace Gep.Spatial.Measures;

/// <summary>A box of the equal-area plane [m], its sides included.</summary>
internal readonly record struct PlaneBox(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>
    /// Least x and y, greatest x and y [m], rounded outwards to single precision: a few metres too wide.
    /// </summary>
    public Vector128<float> Rounded => Vector128.Create(
        MathF.BitDecrement((float)MinX), MathF.BitDecrement((float)MinY),
        MathF.BitIncrement((float)MaxX), MathF.BitIncrement((float)MaxY));

    /// <summary>Whether the two have at least a point in common.</summary>
    public bool Touches(in PlaneBox other) =>
        MinX <= other.MaxX && MaxX >= other.MinX && MinY <= other.MaxY && MaxY >= other.MinY;

    /// <summary>Whether the two have area in common.</summary>
    public bool Overlaps(in PlaneBox other) =>
        MinX < other.MaxX && MaxX > other.MinX && MinY < other.MaxY && MaxY > other.MinY;

    /// <summary>Whether another lies in it as a whole.</summary>
    public bool Holds(in PlaneBox other) =>
        MinX <= other.MinX && MaxX >= other.MaxX && MinY <= other.MinY && MaxY >= other.MaxY;

    /// <summary>A box around nothing.</summary>
    public static readonly PlaneBox Empty = new(
        double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>The box around both.</summary>
    public PlaneBox Around(in PlaneBox other) => new(
        Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY),
        Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY));

    /// <summary>What both have in common.</summary>
    public PlaneBox Common(in PlaneBox other) => new(
        Math.Max(MinX, other.MinX), Math.Max(MinY, other.MinY),
        Math.Min(MaxX, other.MaxX), Math.Min(MaxY, other.MaxY));
}
