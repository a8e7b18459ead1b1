namespace Gep.Spatial.Measures;

/// <summary>A shortest line on the CGCS2000 ellipsoid.</summary>
/// <remarks>
/// Found on the auxiliary sphere by repeating <c>ω = λ + f sin α₀ ΔI₃</c>; integrals by Gauss' rule, which is
/// exact to rounding for so round an ellipsoid. Differences of small angles are never taken between large
/// ones, so that short lines keep all digits.<br/>
/// Source: [KARNEY2013] eq. 5 to 8 and 58 to 63; the repetition is [VINCENTY1975]'s.
/// </remarks>
/// <param name="Metres">Its length [m].</param>
/// <param name="SquareMetresToEquator">Area between it and the equator, positive north of it [m²].</param>
internal readonly record struct GeodesicEdge(double Metres, double SquareMetresToEquator)
{
    private const double RadiansPerDegree = Math.PI / 180, Half = 0.5;
    private const double A = Cgcs2000Ellipsoid.SemiMajorAxisMetres, B = Cgcs2000Ellipsoid.SemiMinorAxisMetres;
    private const double F = Cgcs2000Ellipsoid.Flattening, E2 = Cgcs2000Ellipsoid.EccentricitySquared;
    private const double SecondE2 = E2 / (1 - E2);
    private const int MostRounds = 200, SeriesTerms = 10;

    /// <summary>The repetition ends when it changes less than this part, a few roundings [-].</summary>
    private const double SettledShare = 1e-15;

    private static readonly (double At, double Weight)[] Gauss = GaussRule(16);
    private static readonly double[] Series = SeriesOfT();

    /// <summary>Square of the radius of the sphere of the same area, c² [m²].</summary>
    public static double AuthalicRadiusSquared { get; } = Cgcs2000Ellipsoid.AuthalicQ(1);

    /// <summary>The line between two places; null where they are nearly opposite each other.</summary>
    /// <param name="lat1">Latitude of the western one [°].</param>
    /// <param name="lat2">Latitude of the eastern one [°].</param>
    /// <param name="eastward">Difference of their longitudes, 0 to 180 [°].</param>
    public static GeodesicEdge? Between(double lat1, double lat2, double eastward)
    {
        (double sin1, double cos1, double w1) = Reduced(lat1);
        (double sin2, double cos2, double w2) = Reduced(lat2);
        double sinDifference = (1 - F) * Math.Sin((lat2 - lat1) * RadiansPerDegree) * w1 * w2;
        double lambda = eastward * RadiansPerDegree, omega = lambda;
        for (int round = 0; round < MostRounds; round++)
        {
            (double sinOmega, double cosOmega) = Math.SinCos(omega);
            double sinHalf = Math.Sin(Half * omega), turned = 2 * sinHalf * sinHalf;
            double east = cos2 * sinOmega, north = sinDifference + sin1 * cos2 * turned;
            double length = Math.Atan2(
                Math.Sqrt(east * east + north * north), sin1 * sin2 + cos1 * cos2 * cosOmega);
            double azimuth1 = Math.Atan2(east, north), sinAlpha0 = Math.Sin(azimuth1) * cos1;
            double from = Math.Atan2(sin1, Math.Cos(azimuth1) * cos1);
            double k2 = SecondE2 * (1 - sinAlpha0) * (1 + sinAlpha0);
            double next = lambda + F * sinAlpha0 * Integral(from, length, sin =>
                (2 - F) / (1 + (1 - F) * Math.Sqrt(1 + k2 * sin * sin)));
            if (next > Math.PI) return null;
            double change = Math.Abs(next - omega);
            omega = next;
            if (change > SettledShare * next) continue;
            double azimuth2 = Math.Atan2(cos1 * sinOmega, sinDifference - sin2 * cos1 * turned);
            double i4 = -Integral(from, length, sin =>
                Half * sin * DividedDifference(SecondE2, k2 * sin * sin));
            double excess = Excess(sin1, cos1, sin2, cos2, sinOmega, cosOmega, azimuth2 - azimuth1);
            return new GeodesicEdge(
                B * Integral(from, length, sin => Math.Sqrt(1 + k2 * sin * sin)),
                AuthalicRadiusSquared * excess
                    + E2 * A * A * Math.Sqrt((1 - sinAlpha0) * (1 + sinAlpha0)) * sinAlpha0 * i4);
        }
        return null;
    }

    /// <summary>
    /// By how much the azimuth grows along the line, without cancellation where it is short.
    /// </summary>
    private static double Excess(
        double sin1, double cos1, double sin2, double cos2, double sinOmega, double cosOmega,
        double byAzimuths)
    {
        const double FarInLongitude = -0.7071, FarInLatitude = 1.75;
        if (cosOmega <= FarInLongitude || Math.Abs(sin2 - sin1) >= FarInLatitude) return byAzimuths;
        return 2 * Math.Atan2(
            sinOmega * (sin1 * (1 + cos2) + sin2 * (1 + cos1)),
            (1 + cosOmega) * (sin1 * sin2 + (1 + cos1) * (1 + cos2)));
    }

    /// <summary>Sine and cosine of the reduced latitude, and what divides both.</summary>
    private static (double Sin, double Cos, double Scale) Reduced(double latitude)
    {
        (double sin, double cos) = Math.SinCos(latitude * RadiansPerDegree);
        double scale = 1 / Math.Sqrt(cos * cos + (1 - F) * (1 - F) * sin * sin);
        return ((1 - F) * sin * scale, cos * scale, scale);
    }

    private static double Integral(double from, double length, Func<double, double> ofSine)
    {
        const int Panels = 2;
        double sum = 0, half = Half * length / Panels;
        for (int panel = 0; panel < Panels; panel++)
        {
            double middle = from + (2 * panel + 1) * half;
            foreach ((double at, double weight) in Gauss)
                sum += weight * ofSine(Math.Sin(middle + half * at));
        }
        return sum * half;
    }

    /// <summary>(t(x) − t(y)) / (x − y) for <c>t(x) = x + √(1 + 1/x) arsinh √x</c>, by its series.</summary>
    private static double DividedDifference(double x, double y)
    {
        double sum = 0, inner = 0, power = 1;
        for (int n = 1; n < SeriesTerms; n++)
        {
            inner = inner * x + power;
            power *= y;
            sum += Series[n] * inner;
        }
        return sum;
    }

    /// <summary>Of <c>x + (1 + x) Σ cₙ xⁿ</c>, <c>cₙ = −cₙ₋₁ 2n / (2n + 1)</c>.</summary>
    private static double[] SeriesOfT()
    {
        var series = new double[SeriesTerms];
        double c = 1;
        series[0] = 1;
        for (int n = 1; n < SeriesTerms; n++)
        {
            double next = -c * 2 * n / (2 * n + 1);
            series[n] = next + c + (n == 1 ? 1 : 0);
            c = next;
        }
        return series;
    }

    /// <summary>Nodes and weights of Gauss and Legendre, by Newton's method on the polynomial.</summary>
    private static (double At, double Weight)[] GaussRule(int count)
    {
        const int Steps = 50;
        const double FirstGuessShift = 0.25;
        var rule = new (double, double)[count];
        for (int i = 0; i < count; i++)
        {
            double x = Math.Cos(Math.PI * (i + 1 - FirstGuessShift) / (count + Half)), slope = 0;
            for (int step = 0; step < Steps; step++)
            {
                double p = 1, before = 0;
                for (int k = 1; k <= count; k++) (before, p) = (p, ((2 * k - 1) * x * p - (
                    k - 1) * before) / k);
                slope = count * (x * p - before) / (x * x - 1);
                x -= p / slope;
            }
            rule[i] = (x, 2 / ((1 - x * x) * slope * slope));
        }
        return rule;
    }
}
