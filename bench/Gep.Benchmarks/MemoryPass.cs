using System.Runtime.Intrinsics;
using Gep.Spatial.Overlays;

namespace Gep.Benchmarks;

/// <summary>The least any overlay can do: read every coordinate once.</summary>
internal static class MemoryPass
{
    /// <summary>Adds up all coordinates with the given number of threads; the sum keeps the reading honest.</summary>
    public static double Run(ParcelTable table, int threads)
    {
        IReadOnlyList<(double[] Xs, double[] Ys)> pages = table.Pages;
        var sums = new double[pages.Count];
        Parallel.For(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, page =>
            sums[page] = Sum(pages[page].Xs) + Sum(pages[page].Ys));
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
