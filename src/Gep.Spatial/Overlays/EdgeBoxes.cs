using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The boxes of up to eight edges of a ring, looked at together.</summary>
internal readonly struct EdgeBoxes
{
    private readonly Vector512<double> _minX, _minY, _maxX, _maxY;
    private readonly uint _lanes;

    /// <param name="x">x of the first vertex; nine are read.</param>
    /// <param name="y">y of the first vertex.</param>
    /// <param name="lanes">Which of the eight edges count, a bit for each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EdgeBoxes(ref double x, ref double y, uint lanes)
    {
        Vector512<double> ax = Vector512.LoadUnsafe(ref x), bx = Vector512.LoadUnsafe(ref x, 1);
        Vector512<double> ay = Vector512.LoadUnsafe(ref y), by = Vector512.LoadUnsafe(ref y, 1);
        (_minX, _maxX) = (Vector512.MinNative(ax, bx), Vector512.MaxNative(ax, bx));
        (_minY, _maxY) = (Vector512.MinNative(ay, by), Vector512.MaxNative(ay, by));
        _lanes = lanes;
    }

    /// <summary>The box around all of them.</summary>
    public PlaneBox Around
    {
        get
        {
            Vector512<double> counts = Vector512.LessThan(
                Vector512<double>.Indices, Vector512.Create((double)BitOperations.PopCount(_lanes)));
            Vector512<double> above = Vector512.Create(double.PositiveInfinity), below = -above;
            return new PlaneBox(
                RingMeasure.Least(Vector512.ConditionalSelect(counts, _minX, above)),
                RingMeasure.Least(Vector512.ConditionalSelect(counts, _minY, above)),
                RingMeasure.Greatest(Vector512.ConditionalSelect(counts, _maxX, below)),
                RingMeasure.Greatest(Vector512.ConditionalSelect(counts, _maxY, below)));
        }
    }

    /// <summary>Which edges have boxes that touch a box, a bit for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Touching(in PlaneBox box)
    {
        Vector512<double> farInX = Vector512.GreaterThan(_minX, Vector512.Create(box.MaxX))
            | Vector512.LessThan(_maxX, Vector512.Create(box.MinX));
        Vector512<double> farInY = Vector512.GreaterThan(_minY, Vector512.Create(box.MaxY))
            | Vector512.LessThan(_maxY, Vector512.Create(box.MinY));
        ulong far = farInX.ExtractMostSignificantBits() | farInY.ExtractMostSignificantBits();
        return ~unchecked((uint)far) & _lanes;
    }
}
