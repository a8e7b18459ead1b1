namespace Gep.Spatial.Crs;

/// <summary>Albers' equal-area conic projection of the CGCS2000 ellipsoid, which GRS 80 shares.</summary>
/// <remarks>
/// <c>x = ρ sin θ</c>, <c>y = ρ₀ − ρ cos θ</c>, <c>θ = n (λ − λ₀)</c>, <c>ρ = a √(C − n q′) / n</c> [m], with
/// <c>n = (m₁² − m₂²) / (q′₂ − q′₁)</c>, <c>C = m₁² + n q′₁</c>, q′ the authalic function over a²/2.<br/>
/// China's national maps use 25° and 47° N, from 105° E and the equator. Source: [SNYDER1987] eq. 14-1 to
/// 14-6.
/// </remarks>
public sealed class AlbersEqualArea
{
    private const double RadiansPerDegree = Math.PI / 180;

    private readonly double _centralMeridian, _n, _c, _rho0;

    /// <summary>A projection by its standard parallels.</summary>
    /// <param name="firstParallel">The one parallel that keeps its length [°].</param>
    /// <param name="secondParallel">The other, not as far south as the first is north [°].</param>
    /// <param name="latitudeOfOrigin">Where y is 0 on the central meridian [°].</param>
    /// <param name="centralMeridian">Where x is 0 [°].</param>
    public AlbersEqualArea(
        double firstParallel, double secondParallel, double latitudeOfOrigin, double centralMeridian)
    {
        _centralMeridian = centralMeridian;
        double m1 = AuthalicScale.MSquared(firstParallel), m2 = AuthalicScale.MSquared(secondParallel);
        double q1 = AuthalicScale.Q(firstParallel), q2 = AuthalicScale.Q(secondParallel);
        _n = firstParallel.Equals(secondParallel)
            ? Math.Sin(firstParallel * RadiansPerDegree)
            : (m1 - m2) / (q2 - q1);
        if (_n is 0 or double.NaN) throw new ArgumentException("The parallels lie as far north as south.");
        _c = m1 + _n * q1;
        _rho0 = Rho(latitudeOfOrigin);
    }

    /// <summary>The plane of China's national maps: 25° and 47° N, from 105° E and the equator.</summary>
    public static AlbersEqualArea China { get; } = new(25, 47, 0, 105);

    /// <summary>x and y [m] of a place [°].</summary>
    public (double X, double Y) Forward(double longitude, double latitude)
    {
        double rho = Rho(latitude);
        double theta = _n * Math.IEEERemainder(longitude - _centralMeridian, 360) * RadiansPerDegree;
        return (rho * Math.Sin(theta), _rho0 - rho * Math.Cos(theta));
    }

    private double Rho(double latitude) =>
        AuthalicScale.SemiMajorAxis / _n * Math.Sqrt(Math.Max(0, _c - _n * AuthalicScale.Q(latitude)));
}
