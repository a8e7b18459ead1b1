namespace Gep.Accounting.EcosystemServices;

/// <summary>坡长坡度因子: LS in the soil equation.</summary>
public static class SlopeFactor
{
    /// <summary>Length of the unit plot [m].</summary>
    private const double UnitPlotMetres = 22.13;

    /// <summary>Breakpoints of the census practice [°]; the literature has others.</summary>
    public const double GentleBelowDegrees = 5.0;

    /// <summary>Second breakpoint of the census practice [°].</summary>
    public const double SteepFromDegrees = 10.0;

    /// <summary>From 55 % the steepness factor stays as it is there.</summary>
    private const double CappedFromDegrees = 28.81;

    private const double Capped = 9.5988;
    private const double DegreesPerHalfTurn = 180.0;

    /// <summary>Exponent of the slope length.</summary>
    /// <remarks>
    /// <c>m = β / (1 + β)</c>, <c>β = (sin θ / 0.0896) / (3 · sin^0.8 θ + 0.56)</c>. Source: [RUSLE-C].
    /// </remarks>
    public static double LengthExponent(double degrees)
    {
        double sine = Sine(degrees);
        double beta = sine / 0.0896 / ((3.0 * Math.Pow(sine, 0.8)) + 0.56);
        return beta / (1.0 + beta);
    }

    /// <summary>L of a slope.</summary>
    /// <remarks><c>L = (λ / 22.13)^m</c>. λ [m]. Source: [RUSLE-C].</remarks>
    public static double Length(double degrees, double lengthMetres) =>
        Math.Pow(lengthMetres / UnitPlotMetres, LengthExponent(degrees));

    /// <summary>S of a slope.</summary>
    /// <remarks>
    /// <c>10.8·sin θ + 0.03</c> below the first breakpoint, <c>16.8·sin θ − 0.5</c> below the second,
    /// <c>21.91·sin θ − 0.96</c> above, 9.5988 from 28.81°. Breakpoints differ in the literature: (5, 10)
    /// census, (5, 14), (5.14, 14.04). Source: [RUSLE-C], [METHODS] §5 R2.
    /// </remarks>
    public static double Steepness(
        double degrees, double gentleBelow = GentleBelowDegrees, double steepFrom = SteepFromDegrees)
    {
        double sine = Sine(degrees);
        if (degrees >= CappedFromDegrees) return Capped;
        if (degrees < gentleBelow) return (10.8 * sine) + 0.03;
        return degrees < steepFrom ? (16.8 * sine) - 0.5 : (21.91 * sine) - 0.96;
    }

    /// <summary>LS of a slope.</summary>
    /// <remarks><c>LS = L · S</c> [1]. θ [°], λ [m]. Source: [RUSLE-C].</remarks>
    public static double LengthAndSteepness(double degrees, double lengthMetres) =>
        Length(degrees, lengthMetres) * Steepness(degrees);

    private static double Sine(double degrees) => Math.Sin(degrees * Math.PI / DegreesPerHalfTurn);
}
