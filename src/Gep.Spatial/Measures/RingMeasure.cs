using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gep.Spatial.Measures;

/// <summary>Area and box of rings kept as plain arrays; one pass over the vertices.</summary>
/// <remarks>
/// Always eight lanes, added up in the same order, so that every machine gives the same bits whatever the
/// width of its registers.
/// </remarks>
internal struct RingMeasure
{
    private const int Lanes = 8;
    private const double Half = 0.5;

    private double _minX, _minY, _maxX, _maxY;

    /// <summary>Nothing measured yet.</summary>
    public static RingMeasure Empty => new()
    {
        _minX = double.PositiveInfinity,
        _minY = double.PositiveInfinity,
        _maxX = double.NegativeInfinity,
        _maxY = double.NegativeInfinity,
    };

    /// <summary>Box of the rings measured so far [m].</summary>
    public readonly PlaneBox Box => new(_minX, _minY, _maxX, _maxY);

    /// <summary>
    /// Signed area of a closed ring [m²], positive where it runs counter-clockwise; extends the box.
    /// </summary>
    public double Add(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        ref double x = ref MemoryMarshal.GetReference(xs);
        ref double y = ref MemoryMarshal.GetReference(ys);
        int last = xs.Length - 1;
        double originX = x, originY = y, sum = 0;
        int i = 0;
        if (last >= Lanes)
        {
            sum = AddLanes(ref x, ref y, last);
            i = last - last % Lanes;
        }
        for (; i < last; i++)
        {
            double ax = Unsafe.Add(ref x, i), ay = Unsafe.Add(ref y, i);
            double bx = Unsafe.Add(ref x, i + 1), by = Unsafe.Add(ref y, i + 1);
            Extend(ax, ay);
            sum += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
        }
        return Half * sum;
    }

    private double AddLanes(ref double x, ref double y, int last)
    {
        Vector512<double> originX = Vector512.Create(x), originY = Vector512.Create(y);
        Vector512<double> minX = originX, maxX = originX, minY = originY, maxY = originY;
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i + Lanes <= last; i += Lanes)
        {
            Vector512<double> ax = Vector512.LoadUnsafe(ref x, (nuint)i);
            Vector512<double> ay = Vector512.LoadUnsafe(ref y, (nuint)i);
            minX = Vector512.MinNative(minX, ax);
            maxX = Vector512.MaxNative(maxX, ax);
            minY = Vector512.MinNative(minY, ay);
            maxY = Vector512.MaxNative(maxY, ay);
            Vector512<double> bx = Vector512.LoadUnsafe(ref x, (nuint)(i + 1)) - originX;
            Vector512<double> by = Vector512.LoadUnsafe(ref y, (nuint)(i + 1)) - originY;
            sum += (ax - originX) * by - bx * (ay - originY);
        }
        Fold(minX, minY);
        Fold(maxX, maxY);
        double total = 0;
        for (int lane = 0; lane < Lanes; lane++) total += sum.GetElement(lane);
        return total;
    }

    private void Fold(Vector512<double> x, Vector512<double> y)
    {
        for (int lane = 0; lane < Lanes; lane++) Extend(x.GetElement(lane), y.GetElement(lane));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Extend(double x, double y)
    {
        _minX = x < _minX ? x : _minX;
        _maxX = x > _maxX ? x : _maxX;
        _minY = y < _minY ? y : _minY;
        _maxY = y > _maxY ? y : _maxY;
    }
}
