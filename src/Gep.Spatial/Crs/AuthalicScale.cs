namespace Gep.Spatial.Crs;

/// <summary>What the equal-area projections of the CGCS2000 ellipsoid have in common.</summary>
/// <remarks>
/// <c>q = (1 − e²) ( s / (1 − e² s²) + artanh(e s) / e )</c>, <c>m² = cos² φ / (1 − e² s²)</c>,
/// <c>s = sin φ</c> [-]. Source: [SNYDER1987] eq. 3-12 and 14-15; [CGCS2000] defining constants.
/// </remarks>
internal static class AuthalicScale
{
    /// <summary>a [m].</summary>
    public const double SemiMajorAxis = 6378137;

    private const double RadiansPerDegree = Math.PI / 180;
    private const double Flattening = 1 / 298.257222101, E2 = Flattening * (2 - Flattening);

    /// <summary>q of a latitude [°].</summary>
    public static double Q(double latitude)
    {
        double s = Math.Sin(latitude * RadiansPerDegree), e = Math.Sqrt(E2);
        return (1 - E2) * (s / (1 - E2 * s * s) + Math.Atanh(e * s) / e);
    }

    /// <summary>m² of a latitude [°].</summary>
    public static double MSquared(double latitude)
    {
        (double s, double c) = Math.SinCos(latitude * RadiansPerDegree);
        return c * c / (1 - E2 * s * s);
    }
}
