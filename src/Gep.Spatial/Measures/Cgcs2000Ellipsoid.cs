namespace Gep.Spatial.Measures;

/// <summary>The ellipsoid of CGCS2000 and its authalic latitude function.</summary>
/// <remarks>
/// <c>q(φ) = ½ b² ( s / (1 − e² s²) + artanh(e s) / e )</c>, <c>s = sin φ</c>: the area on the ellipsoid
/// between the equator and latitude φ per radian of longitude [m²].<br/>
/// Source: [CGCS2000] defining constants; [ELLIPAREA] the survey's area series, whose closed form q is.
/// </remarks>
public static class Cgcs2000Ellipsoid
{
    /// <summary>Semi-major axis a [m].</summary>
    public const double SemiMajorAxisMetres = 6378137.0;

    /// <summary>1/f [-].</summary>
    public const double InverseFlattening = 298.257222101;

    /// <summary>f [-].</summary>
    public const double Flattening = 1 / InverseFlattening;

    /// <summary>Semi-minor axis b = a (1 − f) [m].</summary>
    public const double SemiMinorAxisMetres = SemiMajorAxisMetres * (1 - Flattening);

    /// <summary>First eccentricity squared e² = f (2 − f) [-].</summary>
    public const double EccentricitySquared = Flattening * (2 - Flattening);

    private const double SemiMinorAxisSquared = SemiMinorAxisMetres * SemiMinorAxisMetres;

    /// <summary>q of the latitude whose sine is given [m²].</summary>
    /// <remarks>
    /// As <c>b² s (1 + Σ (k + 1) / (2k + 1) (e s)²ᵏ)</c>, k from 1: the same function, with half the rounding
    /// of its closed form; what is left out is below 1e-19.
    /// </remarks>
    public static double AuthalicQ(double sineOfLatitude)
    {
        double x = EccentricitySquared * sineOfLatitude * sineOfLatitude;
        double sum = x * (2.0 / 3 + x * (3.0 / 5 + x * (4.0 / 7 + x * (5.0 / 9 + x * (6.0 / 11
            + x * (7.0 / 13 + x * (8.0 / 15 + x * (9.0 / 17))))))));
        return SemiMinorAxisSquared * (sineOfLatitude + sineOfLatitude * sum);
    }

    /// <summary>The sine of the latitude whose q is given; the inverse of <see cref="AuthalicQ"/>.</summary>
    /// <remarks>
    /// Newton's method on <c>dq/ds = b² / (1 − e² s²)²</c>; it has converged after four steps.
    /// </remarks>
    public static double SineOfLatitude(double authalicQ)
    {
        const int Steps = 6;
        double sine = authalicQ / AuthalicQ(1);
        for (int step = 0; step < Steps; step++)
        {
            double w = 1 - EccentricitySquared * sine * sine;
            sine += (authalicQ - AuthalicQ(sine)) * w * w / SemiMinorAxisSquared;
        }
        return Math.Clamp(sine, -1, 1);
    }
}
