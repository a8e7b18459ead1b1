using System.Collections.Immutable;
using Gep.Spatial.Crs;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Features;

/// <summary>A coordinate reference system that features are given out in; the list is closed.</summary>
/// <remarks>Axis order is the authority's: [OGC-FEATURES-2] §6.2.</remarks>
public sealed class ResponseCrs
{
    private readonly Carry _fromLonLat, _toLonLat;

    private ResponseCrs(string uri, int decimals, Carry fromLonLat, Carry toLonLat) =>
        (Uri, Decimals, _fromLonLat, _toLonLat) = (uri, decimals, fromLonLat, toLonLat);

    private delegate (double First, double Second) Carry(double first, double second);

    /// <summary>Longitude and latitude on WGS 84, what GeoJSON has.</summary>
    public static ResponseCrs Crs84 { get; } =
        new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", DegreeDecimals, AsIs, AsIs);

    /// <summary>CGCS2000, latitude first.</summary>
    public static ResponseCrs Cgcs2000 { get; } =
        new("http://www.opengis.net/def/crs/EPSG/0/4490", DegreeDecimals, Swapped, Swapped);

    /// <summary>GCJ-02, longitude first, as Chinese web maps take it; it has no authority.</summary>
    public static ResponseCrs Shifted { get; } =
        new("urn:gep:crs:gcj-02", DegreeDecimals, Gcj02.FromWgs84, Gcj02.ToWgs84);

    /// <summary>All systems, the default one first.</summary>
    public static ImmutableArray<ResponseCrs> All { get; } =
    [
        Crs84,
        Cgcs2000,
        new("http://www.opengis.net/def/crs/EPSG/0/4326", DegreeDecimals, Swapped, Swapped),
        new("http://www.opengis.net/def/crs/EPSG/0/3857", MetreDecimals, WebMercator.FromLonLat,
            WebMercator.ToLonLat),
        Shifted,
    ];

    /// <summary>1e-9° is 0.1 mm.</summary>
    private const int DegreeDecimals = 9;

    /// <summary>Of a metre: 0.1 mm.</summary>
    private const int MetreDecimals = 4;

    /// <summary>Its URI.</summary>
    public string Uri { get; }

    /// <summary>Decimals that positions are written with.</summary>
    internal int Decimals { get; }

    /// <summary>The system of that URI, or null.</summary>
    public static ResponseCrs? Find(string uri) =>
        All.FirstOrDefault(system => string.Equals(system.Uri, uri, StringComparison.Ordinal));

    /// <summary>A position of longitude and latitude in this system, first axis first.</summary>
    public (double First, double Second) FromLonLat(double longitude, double latitude) =>
        _fromLonLat(longitude, latitude);

    /// <summary>Longitude and latitude of a position in this system.</summary>
    public (double Longitude, double Latitude) ToLonLat(double first, double second) =>
        _toLonLat(first, second);

    private static (double First, double Second) AsIs(double first, double second) => (first, second);

    private static (double First, double Second) Swapped(double first, double second) => (second, first);
}
