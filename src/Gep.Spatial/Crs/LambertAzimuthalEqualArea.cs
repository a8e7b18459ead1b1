namespace Gep.Spatial.Crs;

/// <summary>
/// Lambert's azimuthal equal-area projection of the CGCS2000 ellipsoid, which GRS 80 shares, about any place
/// but the poles.
/// </summary>
/// <remarks>
/// With β the authalic latitude, <c>R²= a² q(90°) / 2</c>, <c>D = a m₀ / (R cos β₀)</c> and
/// <c>B = R √(2 / (1 + sin β₀ sin β + cos β₀ cos β cos Δλ))</c>: <c>x = B D cos β sin Δλ</c>,
/// <c>y = (B / D) (cos β₀ sin β − sin β₀ cos β cos Δλ)</c> [m].<br/>
/// Source: [SNYDER1987] eq. 24-17 to 24-20.
/// </remarks>
public sealed class LambertAzimuthalEqualArea
{
    private const double RadiansPerDegree = Math.PI / 180, Pole = 90;

    private readonly double _centralMeridian, _radius, _d, _sin0, _cos0;

    /// <summary>A projection about a place.</summary>
    /// <param name="latitudeOfOrigin">Latitude of the place, between the poles [°].</param>
    /// <param name="centralMeridian">Longitude of the place [°].</param>
    public LambertAzimuthalEqualArea(double latitudeOfOrigin, double centralMeridian)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Abs(latitudeOfOrigin), Pole);
        _centralMeridian = centralMeridian;
        _radius = AuthalicScale.SemiMajorAxis * Math.Sqrt(AuthalicScale.Q(Pole) / 2);
        (_sin0, _cos0) = Authalic(latitudeOfOrigin);
        _d = AuthalicScale.SemiMajorAxis * Math.Sqrt(AuthalicScale.MSquared(latitudeOfOrigin)) / (
            _radius * _cos0);
    }

    /// <summary>x and y [m] of a place [°].</summary>
    public (double X, double Y) Forward(double longitude, double latitude)
    {
        (double sin, double cos) = Authalic(latitude);
        (double sinLon, double cosLon) = Math.SinCos((longitude - _centralMeridian) * RadiansPerDegree);
        double b = _radius * Math.Sqrt(2 / (1 + _sin0 * sin + _cos0 * cos * cosLon));
        return (b * _d * cos * sinLon, b / _d * (_cos0 * sin - _sin0 * cos * cosLon));
    }

    /// <summary>Sine and cosine of the authalic latitude.</summary>
    private static (double Sin, double Cos) Authalic(double latitude)
    {
        double sin = AuthalicScale.Q(latitude) / AuthalicScale.Q(Pole);
        return (sin, Math.Sqrt(Math.Max(0, (1 - sin) * (1 + sin))));
    }
}
