namespace Gep.Spatial.Crs;

/// <summary>
/// The plane of web maps: Mercator's formulas for a sphere, fed with ellipsoidal latitudes.
/// </summary>
/// <remarks><c>x = a λ</c>, <c>y = a asinh(tan φ)</c> [m]. Source: [EPSG-3857].</remarks>
internal static class SphericalMercator
{
    private const double RadiusMetres = 6378137, RadiansPerDegree = Math.PI / 180;

    public static (double East, double North) FromLonLat(double longitude, double latitude) => (
        RadiusMetres * longitude * RadiansPerDegree,
        RadiusMetres * Math.Asinh(Math.Tan(latitude * RadiansPerDegree)));

    public static (double Longitude, double Latitude) ToLonLat(double east, double north) => (
        east / RadiusMetres / RadiansPerDegree,
        Math.Atan(Math.Sinh(north / RadiusMetres)) / RadiansPerDegree);
}
