using System.Collections.Immutable;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Features;

/// <summary>A coordinate reference system that features are given out in; the list is closed.</summary>
/// <remarks>Axis order is the authority's: [OGC-FEATURES-2] §6.2.</remarks>
public sealed class ResponseCrs
{
    private ResponseCrs(string uri, bool isLatitudeFirst, bool isWebMercator, int decimals) =>
        (Uri, IsLatitudeFirst, IsWebMercator, Decimals) = (uri, isLatitudeFirst, isWebMercator, decimals);

    /// <summary>Longitude and latitude on WGS 84, what GeoJSON has.</summary>
    public static ResponseCrs Crs84 { get; } =
        new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", false, false, DegreeDecimals);

    /// <summary>CGCS2000, latitude first.</summary>
    public static ResponseCrs Cgcs2000 { get; } =
        new("http://www.opengis.net/def/crs/EPSG/0/4490", true, false, DegreeDecimals);

    /// <summary>All systems, the default one first.</summary>
    public static ImmutableArray<ResponseCrs> All { get; } =
    [
        Crs84,
        Cgcs2000,
        new("http://www.opengis.net/def/crs/EPSG/0/4326", true, false, DegreeDecimals),
        new("http://www.opengis.net/def/crs/EPSG/0/3857", false, true, MetreDecimals),
    ];

    /// <summary>1e-9° is 0.1 mm.</summary>
    private const int DegreeDecimals = 9;

    /// <summary>Of a metre: 0.1 mm.</summary>
    private const int MetreDecimals = 4;

    /// <summary>Its URI.</summary>
    public string Uri { get; }

    /// <summary>Decimals that positions are written with.</summary>
    internal int Decimals { get; }

    private bool IsLatitudeFirst { get; }

    private bool IsWebMercator { get; }

    /// <summary>The system of that URI, or null.</summary>
    public static ResponseCrs? Find(string uri) =>
        All.FirstOrDefault(system => string.Equals(system.Uri, uri, StringComparison.Ordinal));

    /// <summary>A position of longitude and latitude in this system, first axis first.</summary>
    public (double First, double Second) FromLonLat(double longitude, double latitude)
    {
        if (IsWebMercator) return WebMercator.FromLonLat(longitude, latitude);
        return IsLatitudeFirst ? (latitude, longitude) : (longitude, latitude);
    }

    /// <summary>Longitude and latitude of a position in this system.</summary>
    public (double Longitude, double Latitude) ToLonLat(double first, double second)
    {
        if (IsWebMercator) return WebMercator.ToLonLat(first, second);
        return IsLatitudeFirst ? (second, first) : (first, second);
    }
}
