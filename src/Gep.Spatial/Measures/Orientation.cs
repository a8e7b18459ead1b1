using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetTopologySuite.Algorithm;

namespace Gep.Spatial.Measures;

/// <summary>On which side of a line a point lies, without rounding.</summary>
internal static class Orientation
{
    /// <summary>
    /// Bound of the rounding of the plain determinant, <c>(3 + 16 ε) ε</c> with ε = 2⁻⁵³ [-];
    /// source: [SHEWCHUK1997].
    /// </summary>
    private const double DeterminantError = 3.3306690738754716e-16;

    /// <summary>1 where p lies left of the line from a to b, −1 right of it, 0 on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Side(double ax, double ay, double bx, double by, double px, double py)
    {
        double left = (ax - px) * (by - py), right = (ay - py) * (bx - px);
        double determinant = left - right;
        double bound = DeterminantError * (Math.Abs(left) + Math.Abs(right));
        if (determinant > bound) return 1;
        return determinant < -bound ? -1 : CGAlgorithmsDD.OrientationIndex(ax, ay, bx, by, px, py);
    }

    /// <summary>
    /// Which of eight points surely lie left of their lines from a to b, and which right; a bit for each.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Left, uint Right) Sides(
        Vector512<double> ax, Vector512<double> ay, Vector512<double> bx, Vector512<double> by,
        Vector512<double> px, Vector512<double> py)
    {
        Vector512<double> left = (ax - px) * (by - py), right = (ay - py) * (bx - px);
        Vector512<double> determinant = left - right;
        Vector512<double> bound =
            Vector512.Create(DeterminantError) * (Vector512.Abs(left) + Vector512.Abs(right));
        return unchecked((
            (uint)Vector512.GreaterThan(determinant, bound).ExtractMostSignificantBits(),
            (uint)Vector512.LessThan(determinant, -bound).ExtractMostSignificantBits()));
    }

    /// <summary>
    /// Whether an edge crosses the ray from a point eastwards; exact. The lower end of an edge belongs to it,
    /// the upper one does not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CrossesRayEast(double ax, double ay, double bx, double by, double px, double py)
    {
        if (ay <= py == by <= py) return false;
        return Side(ax, ay, bx, by, px, py) > 0 == by > ay;
    }
}
