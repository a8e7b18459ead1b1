using System.Runtime.Intrinsics;
using Gep.Spatial.Overlays;

namespace Gep.Benchmarks;

/// <summary>One pass over the vertices in memory: the least that any overlay can do.</summary>
internal static class MemoryPass
{
    /// <summary>Adds up all coordinates, as fast as memory gives them.</summary>
    public static double Run(ParcelTable table, int threads)
    {
        IReadOnlyList<(double[] Xs, double[] Ys)> pages = table.Pages;
        var sums = new double[pages.Count];
        Parallel.For(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, page =>
            sums[page] = Sum(pages[page].Xs) + Sum(pages[page].Ys));
        return sums.Sum();
    }

    /// <summary>The same as a plain loop over the vertices: twice the area under each pair of them.</summary>
    public static double RunPlain(ParcelTable table, int threads)
    {
        IReadOnlyList<(double[] Xs, double[] Ys)> pages = table.Pages;
        var sums = new double[pages.Count];
        Parallel.For(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, page =>
        {
            double[] xs = pages[page].Xs, ys = pages[page].Ys;
            double sum = 0;
            for (int i = 1; i < xs.Length; i++) sum += xs[i - 1] * ys[i] - xs[i] * ys[i - 1];
            sums[page] = sum;
        });
        return sums.Sum();
    }

    private static double Sum(double[] values)
    {
        Vector512<double> a = default, b = default;
        int width = Vector512<double>.Count, i = 0;
        for (; i + 2 * width <= values.Length; i += 2 * width)
        {
            a += Vector512.Create(values, i);
            b += Vector512.Create(values, i + width);
        }
        double sum = Vector512.Sum(a + b);
        for (; i < values.Length; i++) sum += values[i];
        return sum;
    }
}
