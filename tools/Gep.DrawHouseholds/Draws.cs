namespace Gep.DrawHouseholds;

/// <summary>Numbers that look drawn and depend on nothing but their place (SplitMix64).</summary>
internal static class Draws
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const ulong FirstFactor = 0xBF58476D1CE4E5B9;
    private const ulong SecondFactor = 0x94D049BB133111EB;

    /// <summary>A number from 0 below a bound.</summary>
    /// <param name="place">Where it is drawn.</param>
    /// <param name="use">What for, so that two draws at one place differ.</param>
    /// <param name="below">The bound.</param>
    public static int Below(int place, int use, int below)
    {
        unchecked
        {
            ulong mixed = ((ulong)place << 8 | (uint)use) * Step + Step;
            mixed = (mixed ^ mixed >> 30) * FirstFactor;
            mixed = (mixed ^ mixed >> 27) * SecondFactor;
            return (int)((mixed ^ mixed >> 31) % (uint)below);
        }
    }
}
