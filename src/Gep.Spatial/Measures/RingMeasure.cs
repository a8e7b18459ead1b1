using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gep.Spatial.Measures;

/// <summary>Area and box of rings kept as plain arrays; one pass over the vertices.</summary>
/// <remarks>
/// Always eight lanes, added up in the same order, so that every machine gives the same bits whatever the
/// width of its registers. Arrays must go on for <see cref="Slack"/> numbers behind a ring.
/// </remarks>
internal struct RingMeasure
{
    /// <summary>
    /// How far behind the end of a ring its arrays are read; what stands there does not count.
    /// </summary>
    public const int Slack = Lanes;

    private const int Lanes = 8;
    private const double Half = 0.5;

    private Vector512<double> _minX, _minY, _maxX, _maxY;

    /// <summary>Nothing measured yet.</summary>
    public static RingMeasure Empty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new()
        {
            _minX = Vector512.Create(double.PositiveInfinity),
            _minY = Vector512.Create(double.PositiveInfinity),
            _maxX = Vector512.Create(double.NegativeInfinity),
            _maxY = Vector512.Create(double.NegativeInfinity),
        };
    }

    /// <summary>Box of the rings measured so far [m].</summary>
    public readonly PlaneBox Box
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Least(_minX), Least(_minY), Greatest(_maxX), Greatest(_maxY));
    }

    /// <summary>
    /// Signed area of a closed ring [m²], positive where it runs counter-clockwise; extends the box.
    /// </summary>
    /// <param name="x">First x of the ring.</param>
    /// <param name="y">First y of the ring.</param>
    /// <param name="vertices">Vertices with the closing one, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Add(ref double x, ref double y, int vertices)
    {
        Vector512<double> originX = Vector512.Create(x), originY = Vector512.Create(y);
        Vector512<double> minX = _minX, maxX = _maxX, minY = _minY, maxY = _maxY;
        Vector512<double> sum = Vector512<double>.Zero;
        nuint i = 0, edges = (nuint)(vertices - 1);
        for (; i + Lanes <= edges; i += Lanes)
        {
            Vector512<double> ax = Vector512.LoadUnsafe(ref x, i), ay = Vector512.LoadUnsafe(ref y, i);
            minX = Vector512.MinNative(minX, ax);
            maxX = Vector512.MaxNative(maxX, ax);
            minY = Vector512.MinNative(minY, ay);
            maxY = Vector512.MaxNative(maxY, ay);
            Vector512<double> bx = Vector512.LoadUnsafe(ref x, i + 1) - originX;
            Vector512<double> by = Vector512.LoadUnsafe(ref y, i + 1) - originY;
            sum += (ax - originX) * by - bx * (ay - originY);
        }
        if (i < edges)
        {
            // Lanes behind the last edge stand for an edge from the origin to itself.
            Vector512<double> counts = Vector512.LessThan(
                Vector512<double>.Indices, Vector512.Create((double)(edges - i)));
            Vector512<double> ax = Vector512.ConditionalSelect(counts, Vector512.LoadUnsafe(ref x, i),
                originX);
            Vector512<double> ay = Vector512.ConditionalSelect(counts, Vector512.LoadUnsafe(ref y, i),
                originY);
            minX = Vector512.MinNative(minX, ax);
            maxX = Vector512.MaxNative(maxX, ax);
            minY = Vector512.MinNative(minY, ay);
            maxY = Vector512.MaxNative(maxY, ay);
            Vector512<double> bx = Vector512.LoadUnsafe(ref x, i + 1) - originX;
            Vector512<double> by = Vector512.LoadUnsafe(ref y, i + 1) - originY;
            Vector512<double> term = (ax - originX) * by - bx * (ay - originY);
            sum += Vector512.ConditionalSelect(counts, term, Vector512<double>.Zero);
        }
        (_minX, _maxX, _minY, _maxY) = (minX, maxX, minY, maxY);
        Vector256<double> four = sum.GetLower() + sum.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return Half * (two.GetElement(0) + two.GetElement(1));
    }

    /// <summary>Twice the area under a run of edges, seen from an origin nearby [m²].</summary>
    /// <param name="x">x of the first vertex.</param>
    /// <param name="y">y of the first vertex.</param>
    /// <param name="edges">How many edges.</param>
    /// <param name="fromX">x of the origin.</param>
    /// <param name="fromY">y of the origin.</param>
    public static double TwiceArea(ref double x, ref double y, int edges, double fromX, double fromY)
    {
        Vector512<double> originX = Vector512.Create(fromX), originY = Vector512.Create(fromY);
        Vector512<double> sum = Vector512<double>.Zero;
        nuint i = 0, count = (nuint)edges;
        for (; i + Lanes <= count; i += Lanes) sum += Term(i, ref x, ref y);
        if (i < count)
        {
            Vector512<double> counts = Vector512.LessThan(
                Vector512<double>.Indices, Vector512.Create((double)(count - i)));
            sum += Vector512.ConditionalSelect(counts, Term(i, ref x, ref y), Vector512<double>.Zero);
        }
        Vector256<double> four = sum.GetLower() + sum.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);

        Vector512<double> Term(nuint at, ref double x, ref double y) =>
            (Vector512.LoadUnsafe(ref x, at) - originX) * (Vector512.LoadUnsafe(ref y, at + 1) - originY)
            - (Vector512.LoadUnsafe(ref x, at + 1) - originX) * (Vector512.LoadUnsafe(ref y, at) - originY);
    }

    /// <summary>The least of eight values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Least(Vector512<double> values)
    {
        Vector256<double> four = Vector256.MinNative(values.GetLower(), values.GetUpper());
        Vector128<double> two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        double a = two.GetElement(0), b = two.GetElement(1);
        return a < b ? a : b;
    }

    /// <summary>The greatest of eight values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Greatest(Vector512<double> values)
    {
        Vector256<double> four = Vector256.MaxNative(values.GetLower(), values.GetUpper());
        Vector128<double> two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
        double a = two.GetElement(0), b = two.GetElement(1);
        return a > b ? a : b;
    }
}
