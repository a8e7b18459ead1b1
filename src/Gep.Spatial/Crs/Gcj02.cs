namespace Gep.Spatial.Crs;

/// <summary>The offset of GCJ-02, the shifted coordinates of Chinese web maps.</summary>
/// <remarks>
/// With <c>x = λ − 105</c>, <c>y = φ − 35</c> [°], two polynomials with sine terms give the shift north and
/// east in metres on the Krasovsky ellipsoid; zero outside the box around China.<br/>
/// Source: [GCJ02], the formula known from public implementations; the official one is not published.
/// </remarks>
public static class Gcj02
{
    private const double CentreLongitude = 105, CentreLatitude = 35;

    private const double West = 72.004, East = 137.8347, South = 0.8293, North = 55.8271;

    /// <summary>Semi-major axis of the Krasovsky ellipsoid [m].</summary>
    private const double SemiMajorAxisMetres = 6378245;

    /// <summary>
    /// First eccentricity squared of the Krasovsky ellipsoid, as the implementations write it [-].
    /// </summary>
    private const double EccentricitySquared = 0.00669342162296594323;

    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>How far GCJ-02 moves the given WGS 84 position.</summary>
    /// <param name="longitude">Longitude [°].</param>
    /// <param name="latitude">Latitude [°].</param>
    /// <returns>The shift east and north [m].</returns>
    public static (double EastMetres, double NorthMetres) OffsetAt(double longitude, double latitude)
    {
        if (longitude is < West or > East || latitude is < South or > North) return (0, 0);
        double x = longitude - CentreLongitude, y = latitude - CentreLatitude;
        double ripple = 2.0 / 3 * (20 * Math.Sin(6 * Math.PI * x) + 20 * Math.Sin(2 * Math.PI * x));
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.Sqrt(Math.Abs(x))
            + ripple + Waves(x, 1, 20, 3, 40, 12, 150, 30, 300);
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.Sqrt(Math.Abs(x))
            + ripple + Waves(y, 1, 20, 3, 40, 12, 160, 30, 320);
        return (east, north);
    }

    /// <summary>Carries a WGS 84 position to GCJ-02.</summary>
    /// <returns>Longitude and latitude [°].</returns>
    public static (double Longitude, double Latitude) FromWgs84(double longitude, double latitude)
    {
        (double east, double north) = OffsetAt(longitude, latitude);
        double sine = Math.Sin(latitude * RadiansPerDegree);
        double w = 1 - EccentricitySquared * sine * sine;
        double meridianRadius = SemiMajorAxisMetres * (1 - EccentricitySquared) / (w * Math.Sqrt(w));
        double parallelRadius = SemiMajorAxisMetres / Math.Sqrt(w) * Math.Cos(latitude * RadiansPerDegree);
        return (
            longitude + east / parallelRadius / RadiansPerDegree,
            latitude + north / meridianRadius / RadiansPerDegree);
    }

    /// <summary>Carries a GCJ-02 position back to WGS 84, within 1e-10°.</summary>
    /// <remarks>
    /// By repeated correction: the shift varies by less than a thousandth along itself, so each step makes
    /// the miss at least a hundred times smaller.
    /// </remarks>
    /// <returns>Longitude and latitude [°].</returns>
    public static (double Longitude, double Latitude) ToWgs84(double longitude, double latitude)
    {
        const int Steps = 8;
        (double lon, double lat) = (longitude, latitude);
        for (int step = 0; step < Steps; step++)
        {
            (double shiftedLon, double shiftedLat) = FromWgs84(lon, lat);
            (lon, lat) = (lon + longitude - shiftedLon, lat + latitude - shiftedLat);
        }
        return (lon, lat);
    }

    /// <summary><c>⅔ Σ aₖ sin(π t / pₖ)</c> over four pairs of half period p and amplitude a.</summary>
    private static double Waves(double t, params ReadOnlySpan<double> periodsAndAmplitudes)
    {
        double sum = 0;
        for (int k = 0; k < periodsAndAmplitudes.Length; k += 2)
            sum += periodsAndAmplitudes[k + 1] * Math.Sin(Math.PI * t / periodsAndAmplitudes[k]);
        return 2.0 / 3 * sum;
    }
}
