using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>
/// The cylindrical equal-area plane of the CGCS2000 ellipsoid: areas in it are areas on the ellipsoid by the
/// national survey's rule, so cutting and adding there is exact.
/// </summary>
/// <remarks>
/// <c>x = a λ</c>, <c>y = q(φ) / a</c>; λ longitude, φ latitude [rad]; x, y [m].<br/>
/// An edge straight in this plane is the survey's edge: it bounds the trapezoid of its mean longitude.<br/>
/// Source: [ELLIPAREA]; the survey's series equals the closed form to 1e-12.
/// </remarks>
public static class EqualAreaPlane
{
    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Carries a position in degrees into the plane.</summary>
    /// <param name="longitudeDegrees">Longitude, east positive [°].</param>
    /// <param name="latitudeDegrees">Latitude, north positive, −90 to 90 [°].</param>
    public static Coordinate FromLonLat(double longitudeDegrees, double latitudeDegrees)
    {
        (double x, double y) = PositionOf(longitudeDegrees, latitudeDegrees);
        return new Coordinate(x, y);
    }

    /// <summary>The same as two numbers [m], for millions of positions.</summary>
    /// <param name="longitudeDegrees">Longitude, east positive [°].</param>
    /// <param name="latitudeDegrees">Latitude, north positive, −90 to 90 [°].</param>
    public static (double X, double Y) PositionOf(double longitudeDegrees, double latitudeDegrees) => (
        Cgcs2000Ellipsoid.SemiMajorAxisMetres * longitudeDegrees * RadiansPerDegree,
        Cgcs2000Ellipsoid.AuthalicQ(Math.Sin(latitudeDegrees * RadiansPerDegree))
            / Cgcs2000Ellipsoid.SemiMajorAxisMetres);

    /// <summary>Carries a position of the plane back to longitude and latitude in degrees.</summary>
    public static Coordinate ToLonLat(Coordinate position) => new(
        position.X / Cgcs2000Ellipsoid.SemiMajorAxisMetres / RadiansPerDegree,
        Math.Asin(Cgcs2000Ellipsoid.SineOfLatitude(position.Y * Cgcs2000Ellipsoid.SemiMajorAxisMetres))
            / RadiansPerDegree);
}
