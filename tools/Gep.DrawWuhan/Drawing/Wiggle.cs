using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Drawing;

/// <summary>Makes a coarse line look natural, the same way each time.</summary>
internal static class Wiggle
{
    /// <summary>The line through the same points, displaced at midpoints until steps are short.</summary>
    public static Coordinate[] Along(Coordinate[] path, double step, double amount, int key)
    {
        var result = new List<Coordinate> { path[0] };
        for (int i = 1; i < path.Length; i++) Divide(path[i - 1], path[i], step, amount, key, i, result);
        return [.. result];
    }

    /// <summary>
    /// The centripetal-like spline through the same points (Catmull-Rom), six steps between two points.
    /// </summary>
    public static Coordinate[] Smooth(Coordinate[] path)
    {
        const int Steps = 6;
        var result = new List<Coordinate> { path[0] };
        for (int i = 1; i < path.Length; i++)
        {
            Coordinate before = path[Math.Max(0, i - 2)], a = path[i - 1], b = path[i];
            Coordinate after = path[Math.Min(path.Length - 1, i + 1)];
            for (int k = 1; k <= Steps; k++)
            {
                double t = (double)k / Steps;
                result.Add(k == Steps ? b : new(
                    Spline(before.X, a.X, b.X, after.X, t), Spline(before.Y, a.Y, b.Y, after.Y, t)));
            }
        }
        return [.. result];
    }

    private static void Divide(
        Coordinate a, Coordinate b, double step, double amount, int key, int index, List<Coordinate> result)
    {
        double length = a.Distance(b);
        if (length > step)
        {
            double shift = (Chance.Of("wiggle", key, index) - 0.5) * 2 * amount;
            var middle = new Coordinate(
                (a.X + b.X) / 2 - (b.Y - a.Y) * shift, (a.Y + b.Y) / 2 + (b.X - a.X) * shift);
            Divide(a, middle, step, amount, key, index * 2 + 1000, result);
            Divide(middle, b, step, amount, key, index * 2 + 1001, result);
        }
        else
        {
            result.Add(b);
        }
    }

    private static double Spline(double before, double a, double b, double after, double t) => 0.5 * (
        2 * a + (b - before) * t + (2 * before - 5 * a + 4 * b - after) * t * t
        + (3 * a - before - 3 * b + after) * t * t * t);
}
