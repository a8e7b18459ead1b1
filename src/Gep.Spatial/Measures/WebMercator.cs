namespace Gep.Spatial.Measures;

/// <summary>The plane of web maps: Mercator's projection on a sphere.</summary>
/// <remarks>
/// <c>x = a λ</c>, <c>y = a ln tan(π/4 + φ/2)</c>; λ, φ [rad], x, y [m]. For drawing only: no area is taken
/// in it.<br/>
/// Source: [EPSG-3857].
/// </remarks>
public static class WebMercator
{
    /// <summary>Latitude at which the square world ends, <c>2 atan(e^π) − π/2</c> [°].</summary>
    public const double LatitudeMaxDegrees = 85.051128779806604;

    /// <summary>Half the side of the square world, <c>π a</c> [m].</summary>
    public const double HalfWorldMetres = Math.PI * Cgcs2000Ellipsoid.SemiMajorAxisMetres;

    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Carries a position in degrees into the plane; latitudes beyond the square are cut.</summary>
    public static (double X, double Y) FromLonLat(double longitudeDegrees, double latitudeDegrees)
    {
        double latitude = Math.Clamp(latitudeDegrees, -LatitudeMaxDegrees, LatitudeMaxDegrees);
        return (
            Cgcs2000Ellipsoid.SemiMajorAxisMetres * longitudeDegrees * RadiansPerDegree,
            Cgcs2000Ellipsoid.SemiMajorAxisMetres * Math.Asinh(Math.Tan(latitude * RadiansPerDegree)));
    }

    /// <summary>Carries a position of the plane back to degrees.</summary>
    public static (double Longitude, double Latitude) ToLonLat(double x, double y) => (
        x / Cgcs2000Ellipsoid.SemiMajorAxisMetres / RadiansPerDegree,
        Math.Atan(Math.Sinh(y / Cgcs2000Ellipsoid.SemiMajorAxisMetres)) / RadiansPerDegree);
}
