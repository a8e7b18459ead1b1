namespace Gep.Spatial.Crs;

/// <summary>The transverse Mercator projection of an ellipsoid (Gauss-Krüger), both ways.</summary>
/// <remarks>
/// Krüger's series in the third flattening n to the sixth power: within 1e-8 m up to 40° from the central
/// meridian. <c>x = E₀ + k A (η′ + Σ αⱼ cos 2jξ′ sinh 2jη′)</c>,
/// <c>y = k A (ξ′ + Σ αⱼ sin 2jξ′ cosh 2jη′) + N₀</c> [m].<br/>
/// Source: [KARNEY2011] eq. 7 to 36; coefficients eq. 35 and 36.
/// </remarks>
internal sealed class TransverseMercator
{
    private const double RadiansPerDegree = Math.PI / 180;

    private readonly double _centralMeridian, _falseEasting, _falseNorthing, _scaledRadius, _eccentricity;
    private readonly double[] _alpha, _beta;

    /// <summary>A projection of an ellipsoid.</summary>
    /// <param name="semiMajorAxis">a [m].</param>
    /// <param name="inverseFlattening">1/f [-].</param>
    /// <param name="centralMeridian">Central meridian [°].</param>
    /// <param name="scale">Scale on it [-].</param>
    /// <param name="falseEasting">Easting of it [m].</param>
    /// <param name="falseNorthing">Northing of the equator [m].</param>
    public TransverseMercator(
        double semiMajorAxis, double inverseFlattening, double centralMeridian, double scale,
        double falseEasting, double falseNorthing)
    {
        (_centralMeridian, _falseEasting, _falseNorthing) = (centralMeridian, falseEasting, falseNorthing);
        double f = 1 / inverseFlattening, n = f / (2 - f);
        _eccentricity = Math.Sqrt(f * (2 - f));
        double n2 = n * n, n4 = n2 * n2;
        _scaledRadius = scale * semiMajorAxis / (1 + n) * (1 + n2 / 4 + n4 / 64 + n4 * n2 / 256);
        _alpha = Alpha(n);
        _beta = Beta(n);
    }

    /// <summary>Easting and northing [m] of a place [°].</summary>
    public (double Easting, double Northing) Forward(double longitude, double latitude)
    {
        double lambda = (longitude - _centralMeridian) * RadiansPerDegree;
        double tau = Math.Tan(latitude * RadiansPerDegree), conformal = Conformal(tau);
        double cos = Math.Cos(lambda);
        double xi = Math.Atan2(conformal, cos);
        double eta = Math.Asinh(Math.Sin(lambda) / Math.Sqrt(conformal * conformal + cos * cos));
        double x = eta, y = xi;
        for (int j = 1; j <= _alpha.Length; j++)
        {
            x += _alpha[j - 1] * Math.Cos(2 * j * xi) * Math.Sinh(2 * j * eta);
            y += _alpha[j - 1] * Math.Sin(2 * j * xi) * Math.Cosh(2 * j * eta);
        }
        return (_falseEasting + _scaledRadius * x, _falseNorthing + _scaledRadius * y);
    }

    /// <summary>The place [°] of an easting and northing [m].</summary>
    public (double Longitude, double Latitude) Inverse(double easting, double northing)
    {
        double y = (northing - _falseNorthing) / _scaledRadius, x = (easting - _falseEasting) / _scaledRadius;
        double xi = y, eta = x;
        for (int j = 1; j <= _beta.Length; j++)
        {
            xi -= _beta[j - 1] * Math.Sin(2 * j * y) * Math.Cosh(2 * j * x);
            eta -= _beta[j - 1] * Math.Cos(2 * j * y) * Math.Sinh(2 * j * x);
        }
        double sinh = Math.Sinh(eta), cos = Math.Cos(xi);
        double conformal = Math.Sin(xi) / Math.Sqrt(sinh * sinh + cos * cos);
        return (
            _centralMeridian + Math.Atan2(sinh, cos) / RadiansPerDegree,
            Math.Atan(Geographic(conformal)) / RadiansPerDegree);
    }

    /// <summary>Tangent of the conformal latitude; eq. 7 to 9.</summary>
    private double Conformal(double tau)
    {
        double hypotenuse = Math.Sqrt(1 + tau * tau);
        double sigma = Math.Sinh(_eccentricity * Math.Atanh(_eccentricity * tau / hypotenuse));
        return tau * Math.Sqrt(1 + sigma * sigma) - sigma * hypotenuse;
    }

    /// <summary>
    /// Tangent of the latitude whose conformal one is given, by Newton's method; eq. 19 to 21.
    /// </summary>
    private double Geographic(double conformal)
    {
        const int Steps = 5;
        double e2 = _eccentricity * _eccentricity, tau = conformal / (1 - e2);
        for (int step = 0; step < Steps; step++)
        {
            double at = Conformal(tau);
            tau += (conformal - at) / Math.Sqrt(1 + at * at)
                * (1 + (1 - e2) * tau * tau) / ((1 - e2) * Math.Sqrt(1 + tau * tau));
        }
        return tau;
    }

    private static double[] Alpha(double n)
    {
        double n2 = n * n, n3 = n2 * n, n4 = n3 * n, n5 = n4 * n, n6 = n5 * n;
        return
        [
            n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288 + 7891 * n6 / 37800,
            13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630 - 1983433 * n6 / 1935360,
            61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167603 * n6 / 181440,
            49561 * n4 / 161280 - 179 * n5 / 168 + 6601661 * n6 / 7257600,
            34729 * n5 / 80640 - 3418889 * n6 / 1995840,
            212378941 * n6 / 319334400,
        ];
    }

    private static double[] Beta(double n)
    {
        double n2 = n * n, n3 = n2 * n, n4 = n3 * n, n5 = n4 * n, n6 = n5 * n;
        return
        [
            n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360 - 81 * n5 / 512 + 96199 * n6 / 604800,
            n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105 - 1118711 * n6 / 3870720,
            17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480 + 5569 * n6 / 90720,
            4397 * n4 / 161280 - 11 * n5 / 504 - 830251 * n6 / 7257600,
            4583 * n5 / 161280 - 108847 * n6 / 3991680,
            20648693 * n6 / 638668800,
        ];
    }
}
