namespace Gep.DrawWuhan.Districts;

/// <summary>Solves small systems of linear equations by elimination with row exchange.</summary>
internal static class LinearSystem
{
    /// <summary>x with A x = b; A and b are left unchanged.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        var a = (double[,])matrix.Clone();
        var x = (double[])right.Clone();
        for (int column = 0; column < n; column++)
        {
            Exchange(a, x, column, PivotRow(a, column, n), n);
            for (int row = column + 1; row < n; row++)
            {
                double factor = a[row, column] / a[column, column];
                for (int k = column; k < n; k++) a[row, k] -= factor * a[column, k];
                x[row] -= factor * x[column];
            }
        }
        for (int row = n - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < n; k++) x[row] -= a[row, k] * x[k];
            x[row] /= a[row, row];
        }
        return x;
    }

    private static int PivotRow(double[,] a, int column, int n)
    {
        int best = column;
        for (int row = column + 1; row < n; row++)
            if (Math.Abs(a[row, column]) > Math.Abs(a[best, column])) best = row;
        return best;
    }

    private static void Exchange(double[,] a, double[] x, int one, int other, int n)
    {
        if (one == other) return;
        for (int k = 0; k < n; k++) (a[one, k], a[other, k]) = (a[other, k], a[one, k]);
        (x[one], x[other]) = (x[other], x[one]);
    }
}
