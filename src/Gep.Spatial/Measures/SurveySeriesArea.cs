namespace Gep.Spatial.Measures;

/// <summary>Area by the national land survey's rule with the series as it is printed.</summary>
/// <remarks>
/// <c>S = 2 b² ΔL [A sin½ΔB cos Bm − B sin(3/2)ΔB cos 3Bm + C sin(5/2)ΔB cos 5Bm − D sin(7/2)ΔB cos 7Bm
/// + E sin(9/2)ΔB cos 9Bm]</c>, ΔL = (L₁ + L₂)/2 − L₀, summed over the edges of a ring [m²].<br/>
/// <see cref="EllipsoidArea"/> has its closed form, from which it differs by less than 1e-12 for parcels. For
/// those who must show the printed rule. Source: [ELLIPAREA], constants of CGCS2000.
/// </remarks>
public static class SurveySeriesArea
{
    private const double RadiansPerDegree = Math.PI / 180, Half = 0.5;
    private const double E2 = Cgcs2000Ellipsoid.EccentricitySquared;
    private const double E4 = E2 * E2, E6 = E4 * E2, E8 = E4 * E4;

    /// <summary>The coefficients A to E as printed, signs included.</summary>
    private static readonly double[] Coefficients =
    [
        1 + 3.0 / 6 * E2 + 30.0 / 80 * E4 + 35.0 / 112 * E6 + 630.0 / 2304 * E8,
        -(1.0 / 6 * E2 + 15.0 / 80 * E4 + 21.0 / 112 * E6 + 420.0 / 2304 * E8),
        3.0 / 80 * E4 + 7.0 / 112 * E6 + 180.0 / 2304 * E8,
        -(1.0 / 112 * E6 + 45.0 / 2304 * E8),
        5.0 / 2304 * E8,
    ];

    /// <summary>Area inside a ring with a sign: positive where it runs counter-clockwise [m²].</summary>
    /// <param name="ring">Longitudes and latitudes; closed or not [°].</param>
    public static double SignedSquareMetres(IReadOnlyList<(double Longitude, double Latitude)> ring)
    {
        double sum = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            (double lon1, double lat1) = ring[i];
            (double lon2, double lat2) = ring[(i + 1) % ring.Count];
            // The first longitude is the reference meridian, so that small parcels lose no digits.
            double deltaLon = (Half * (lon1 + lon2) - ring[0].Longitude) * RadiansPerDegree;
            double deltaLat = (lat2 - lat1) * RadiansPerDegree, middle = Half * (lat1
                + lat2) * RadiansPerDegree;
            double series = 0;
            for (int k = 0; k < Coefficients.Length; k++)
            {
                int odd = 2 * k + 1;
                series += Coefficients[k] * Math.Sin(odd * Half * deltaLat) * Math.Cos(odd * middle);
            }
            sum += 2 * Cgcs2000Ellipsoid.SemiMinorAxisMetres * Cgcs2000Ellipsoid.SemiMinorAxisMetres
                * deltaLon * series;
        }
        return sum;
    }

    /// <summary>Area inside a ring, whichever way it runs [m²].</summary>
    /// <param name="ring">Longitudes and latitudes; closed or not [°].</param>
    public static double SquareMetres(IReadOnlyList<(double Longitude, double Latitude)> ring) =>
        Math.Abs(SignedSquareMetres(ring));
}
