namespace Gep.Spatial.Measures;

/// <summary>Tells of most rings, at little cost, that they are simple.</summary>
internal static class RingCheck
{
    /// <summary>Longer rings are left to the general check, which sorts its edges.</summary>
    private const int MostVertices = 400;

    private const int LeastVertices = 4;

    /// <summary>
    /// Whether a ring is closed and neither touches nor crosses itself, has no point twice and no spike;
    /// false also where that is not easily told. Exact.
    /// </summary>
    public static bool IsSurelySimple(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        int edges = xs.Length - 1;
        if (xs.Length is < LeastVertices or > MostVertices) return false;
        if (!xs[0].Equals(xs[edges]) || !ys[0].Equals(ys[edges])) return false;
        for (int i = 0; i < edges; i++)
        {
            double ax = xs[i], ay = ys[i], bx = xs[i + 1], by = ys[i + 1];
            if (!ax.Equals(bx) || !ay.Equals(by)) continue;
            return false;
        }
        for (int i = 0; i < edges; i++)
        {
            int next = i + 1 == edges ? 0 : i + 1;
            if (FoldsBack(xs, ys, i, next)) return false;
            double lowX = Math.Min(xs[i], xs[i + 1]), highX = Math.Max(xs[i], xs[i + 1]);
            double lowY = Math.Min(ys[i], ys[i + 1]), highY = Math.Max(ys[i], ys[i + 1]);
            int last = i == 0 ? edges - 1 : edges;
            for (int j = i + 2; j < last; j++)
            {
                bool isApart = (xs[j] > highX & xs[j + 1] > highX) | (xs[j] < lowX & xs[j + 1] < lowX)
                    | (ys[j] > highY & ys[j + 1] > highY) | (ys[j] < lowY & ys[j + 1] < lowY);
                if (!isApart && Meet(xs, ys, i, j)) return false;
            }
        }
        return true;
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
