using System.Numerics;
using System.Runtime.Intrinsics;

namespace Gep.Spatial.Measures;

/// <summary>Tells of most rings, at little cost, that they are simple.</summary>
internal static class RingCheck
{
    /// <summary>Longer rings are left to the general check, which sorts its edges.</summary>
    public const int VerticesMax = 1024;

    private const int LeastVertices = 4, Lanes = 8;
    private const ulong AllLanes = (1 << Lanes) - 1;

    /// <summary>
    /// Whether a ring is closed and neither touches nor crosses itself, has no point twice and no spike;
    /// false also where that is not easily told. Exact.
    /// </summary>
    /// <param name="xs">x of the ring; what stands behind it does not count but makes it quicker.</param>
    /// <param name="ys">y of the ring, as many.</param>
    /// <param name="vertices">Vertices with the closing one.</param>
    public static bool IsSurelySimple(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, int vertices)
    {
        int edges = vertices - 1;
        if (vertices is < LeastVertices or > VerticesMax) return false;
        if (xs[0] != xs[edges] || ys[0] != ys[edges]) return false;
        for (int i = 0; i < edges; i++)
        {
            double ax = xs[i], ay = ys[i], bx = xs[i + 1], by = ys[i + 1];
            if (ax != bx || ay != by) continue;
            return false;
        }
        for (int i = 0; i < edges; i++)
        {
            int next = i + 1 == edges ? 0 : i + 1;
            if (FoldsBack(xs, ys, i, next)) return false;
            if (MeetsAny(xs, ys, i, i + 2, i == 0 ? edges - 1 : edges)) return false;
        }
        return true;
    }

    /// <summary>Whether two rings among others have a point in common; exact.</summary>
    public static bool DoTouch(
        ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, (int Start, int End) a, (int Start, int End) b)
    {
        double lowX = Least(xs[b.Start..b.End]), highX = Greatest(xs[b.Start..b.End]);
        double lowY = Least(ys[b.Start..b.End]), highY = Greatest(ys[b.Start..b.End]);
        for (int i = a.Start; i + 1 < a.End; i++)
        {
            bool isApart = (xs[i] > highX & xs[i + 1] > highX) | (xs[i] < lowX & xs[i + 1] < lowX)
                | (ys[i] > highY & ys[i + 1] > highY) | (ys[i] < lowY & ys[i + 1] < lowY);
            if (!isApart && MeetsAny(xs, ys, i, b.Start, b.End - 1)) return true;
        }
        return false;
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        double least = values[0];
        foreach (double value in values) least = Math.Min(least, value);
        return least;
    }

    private static double Greatest(ReadOnlySpan<double> values)
    {
        double greatest = values[0];
        foreach (double value in values) greatest = Math.Max(greatest, value);
        return greatest;
    }

    /// <summary>Whether an edge has a point in common with one of a run of edges.</summary>
    private static bool MeetsAny(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, int i, int from, int to)
    {
        double lowX = Math.Min(xs[i], xs[i + 1]), highX = Math.Max(xs[i], xs[i + 1]);
        double lowY = Math.Min(ys[i], ys[i + 1]), highY = Math.Max(ys[i], ys[i + 1]);
        int j = from;
        for (; j + Lanes < xs.Length && j < to; j += Lanes)
        {
            Vector512<double> ax = Vector512.Create(xs[j..]), bx = Vector512.Create(xs[(j + 1)..]);
            Vector512<double> ay = Vector512.Create(ys[j..]), by = Vector512.Create(ys[(j + 1)..]);
            Vector512<double> apart =
                Vector512.GreaterThan(Vector512.MinNative(ax, bx), Vector512.Create(highX))
                | Vector512.LessThan(Vector512.MaxNative(ax, bx), Vector512.Create(lowX))
                | Vector512.GreaterThan(Vector512.MinNative(ay, by), Vector512.Create(highY))
                | Vector512.LessThan(Vector512.MaxNative(ay, by), Vector512.Create(lowY));
            ulong near = ~apart.ExtractMostSignificantBits() & AllLanes;
            for (; near != 0; near &= near - 1)
            {
                int other = j + BitOperations.TrailingZeroCount(near);
                if (other < to && Meet(xs, ys, i, other)) return true;
            }
        }
        for (; j < to; j++)
        {
            bool isApart = (xs[j] > highX & xs[j + 1] > highX) | (xs[j] < lowX & xs[j + 1] < lowX)
                | (ys[j] > highY & ys[j + 1] > highY) | (ys[j] < lowY & ys[j + 1] < lowY);
            if (!isApart && Meet(xs, ys, i, j)) return true;
        }
        return false;
    }

    /// <summary>Whether an edge runs back over the one before it.</summary>
    private static bool FoldsBack(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, int i, int next)
    {
        double along = (xs[i + 1] - xs[i]) * (xs[next + 1] - xs[next])
            + (ys[i + 1] - ys[i]) * (ys[next + 1] - ys[next]);
        return along < 0
            && Orientation.Side(xs[i], ys[i], xs[i + 1], ys[i + 1], xs[next + 1], ys[next + 1]) == 0;
    }

    /// <summary>Whether two edges that do not follow each other have a point in common.</summary>
    private static bool Meet(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, int i, int j)
    {
        int a = Orientation.Side(xs[i], ys[i], xs[i + 1], ys[i + 1], xs[j], ys[j]);
        int b = Orientation.Side(xs[i], ys[i], xs[i + 1], ys[i + 1], xs[j + 1], ys[j + 1]);
        if (a * b > 0) return false;
        int c = Orientation.Side(xs[j], ys[j], xs[j + 1], ys[j + 1], xs[i], ys[i]);
        int d = Orientation.Side(xs[j], ys[j], xs[j + 1], ys[j + 1], xs[i + 1], ys[i + 1]);
        return c * d <= 0;
    }
}
