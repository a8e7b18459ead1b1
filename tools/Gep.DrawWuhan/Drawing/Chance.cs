namespace Gep.DrawWuhan.Drawing;

/// <summary>
/// Repeatable chance: numbers that depend on their keys only, never on the order in which they are asked
/// for.
/// </summary>
internal static class Chance
{
    private const ulong Golden = 0x9E3779B97F4A7C15, MixA = 0xBF58476D1CE4E5B9, MixB = 0x94D049BB133111EB;

    /// <summary>A number in [0, 1) that belongs to a purpose and two keys.</summary>
    public static double Of(string purpose, long a, long b = 0)
    {
        const double TwoTo53 = 1L << 53;
        return (Mix(Mix(Mix(Seed(purpose)) ^ unchecked((ulong)a)) ^ unchecked((ulong)b)) >> 11) / TwoTo53;
    }

    /// <summary>Smooth noise in [0, 1] with features of the given size, three octaves.</summary>
    public static double Noise(string purpose, double x, double y, double size) =>
        (4 * Layer(purpose, x / size, y / size) + 2 * Layer(purpose, 2 * x / size + 17, 2 * y / size + 31)
            + Layer(purpose, 4 * x / size + 57, 4 * y / size + 91)) / 7;

    private static double Layer(string purpose, double x, double y)
    {
        long column = (long)Math.Floor(x), row = (long)Math.Floor(y);
        double u = Ease(x - column), v = Ease(y - row);
        double low = Of(purpose, column, row) * (1 - u) + Of(purpose, column + 1, row) * u;
        double high = Of(purpose, column, row + 1) * (1 - u) + Of(purpose, column + 1, row + 1) * u;
        return low * (1 - v) + high * v;
    }

    private static double Ease(double t) => t * t * (3 - 2 * t);

    private static ulong Seed(string purpose)
    {
        ulong seed = Golden;
        foreach (char letter in purpose) seed = Mix(seed ^ letter);
        return seed;
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z += Golden;
            z = (z ^ (z >> 30)) * MixA;
            z = (z ^ (z >> 27)) * MixB;
            return z ^ (z >> 31);
        }
    }
}
