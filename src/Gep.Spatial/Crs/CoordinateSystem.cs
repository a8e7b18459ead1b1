using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gep.Spatial.Crs;

/// <summary>A coordinate reference system that layers may use; the list is closed.</summary>
/// <remarks>
/// CGCS2000 and WGS 84 are treated as identical. Both follow the ITRF, and their ellipsoids share a and
/// differ in 1/f by 1.5e-6, which moves no point by more than 0.1 mm and no area of a degree cell by more
/// than 1 m².<br/>
/// Source: [EPSG-4490] CGCS2000 is ITRF97 at epoch 2000.0; [CGCS2000] defining constants.
/// </remarks>
public sealed class CoordinateSystem
{
    private const string UrnPrefix = "urn:ogc:def:crs:";
    private const string EpsgPrefix = "EPSG:";

    /// <summary>a, the same for CGCS2000 and WGS 84 [m].</summary>
    private const double Cgcs2000Axis = 6378137;

    /// <summary>Farther from its central meridian than this, a zone is not meant [°].</summary>
    private const double ZoneReachDegrees = 4.5;

    private readonly TransverseMercator? _projection;
    private readonly ProjectedSystem? _definition;

    private CoordinateSystem(
        string code, string nameChinese, string nameEnglish, CoordinateKind kind, AxisOrder axes,
        ProjectedSystem? definition = null)
    {
        (Code, NameChinese, NameEnglish, Kind, Axes) = (code, nameChinese, nameEnglish, kind, axes);
        _definition = definition;
        if (definition is null) return;
        _projection = new TransverseMercator(
            Cgcs2000Axis, definition.InverseFlattening, definition.CentralMeridian, definition.Scale,
            definition.FalseEasting, definition.FalseNorthing);
    }

    /// <summary>EPSG:4490, longitude and latitude on CGCS2000, the home of every layer.</summary>
    public static CoordinateSystem Cgcs2000 { get; } = new(
        "EPSG:4490", "2000国家大地坐标系", "CGCS2000", CoordinateKind.Degrees, AxisOrder.NorthEast);

    /// <summary>EPSG:4326, longitude and latitude on WGS 84.</summary>
    public static CoordinateSystem Wgs84 { get; } = new(
        "EPSG:4326", "WGS 84 坐标系", "WGS 84", CoordinateKind.Degrees, AxisOrder.NorthEast);

    /// <summary>EPSG:3857, the plane of web maps; its areas are not used.</summary>
    public static CoordinateSystem WebMercator { get; } = new(
        "EPSG:3857", "网络墨卡托投影", "WGS 84 / Pseudo-Mercator", CoordinateKind.WebMercator,
        AxisOrder.EastNorth);

    /// <summary>
    /// GCJ-02, the shifted longitude and latitude of Chinese web maps; it has no EPSG code.
    /// </summary>
    public static CoordinateSystem Gcj02 { get; } = new(
        "GCJ-02", "国测局坐标(火星坐标)", "GCJ-02", CoordinateKind.Gcj02, AxisOrder.EastNorth);

    /// <summary>All systems: geographic ones, then by number.</summary>
    public static ImmutableArray<CoordinateSystem> All { get; } =
        [Cgcs2000, Wgs84, Gcj02, WebMercator, .. ProjectedSystems.All(Make)];

    private static FrozenDictionary<string, CoordinateSystem> ByCode { get; } =
        All.ToFrozenDictionary(system => system.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code with its authority: <c>EPSG:4490</c>.</summary>
    public string Code { get; }

    /// <summary>Chinese name.</summary>
    public string NameChinese { get; }

    /// <summary>English name.</summary>
    public string NameEnglish { get; }

    /// <summary>Which axis the authority puts first; files are east first all the same.</summary>
    public AxisOrder Axes { get; }

    /// <summary>True where coordinates are degrees; otherwise they are metres.</summary>
    public bool IsGeographic => Kind is CoordinateKind.Degrees or CoordinateKind.Gcj02;

    /// <summary>Number in the EPSG registry; 0 where it has none.</summary>
    public int EpsgCode => Kind == CoordinateKind.Gcj02
        ? 0
        : int.Parse(Code.AsSpan(EpsgPrefix.Length), CultureInfo.InvariantCulture);

    internal CoordinateKind Kind { get; }

    /// <summary>Longitude and latitude of coordinates of this system, east first [°].</summary>
    /// <param name="east">Easting [m] or longitude [°].</param>
    /// <param name="north">Northing [m] or latitude [°].</param>
    public (double Longitude, double Latitude) ToLonLat(double east, double north) => Kind switch
    {
        CoordinateKind.Degrees => (east, north),
        CoordinateKind.Gcj02 => Crs.Gcj02.ToWgs84(east, north),
        CoordinateKind.WebMercator => SphericalMercator.ToLonLat(east, north),
        CoordinateKind.TransverseMercator => _projection!.Inverse(east, north),
    };

    /// <summary>Coordinates of this system, east first, of a longitude and latitude [°].</summary>
    /// <param name="longitude">Longitude on CGCS2000 or WGS 84 [°].</param>
    /// <param name="latitude">Latitude on CGCS2000 or WGS 84 [°].</param>
    public (double East, double North) FromLonLat(double longitude, double latitude) => Kind switch
    {
        CoordinateKind.Degrees => (longitude, latitude),
        CoordinateKind.Gcj02 => Crs.Gcj02.FromWgs84(longitude, latitude),
        CoordinateKind.WebMercator => SphericalMercator.FromLonLat(longitude, latitude),
        CoordinateKind.TransverseMercator => _projection!.Forward(longitude, latitude),
    };

    /// <summary>
    /// Whether the same numbers mean the same place in both; so it is with CGCS2000 and WGS 84.
    /// </summary>
    public bool HasSameCoordinatesAs(CoordinateSystem other) =>
        ReferenceEquals(this, other)
        || Kind == CoordinateKind.Degrees && other.Kind == CoordinateKind.Degrees
        || _definition is not null && other._definition is not null
            && _definition.HasSameCoordinatesAs(other._definition);

    /// <summary>The first system with the given projection; null where the list has none.</summary>
    internal static CoordinateSystem? FindProjected(ProjectedSystem wanted) => All.FirstOrDefault(system =>
        system._definition is { } definition && definition.HasSameCoordinatesAs(wanted));

    /// <summary>
    /// Two coordinates in the order of the authority, and back: the same exchange both ways.
    /// </summary>
    public (double First, double Second) InAuthorityOrder(double east, double north) =>
        Axes == AxisOrder.NorthEast ? (north, east) : (east, north);

    /// <summary>
    /// Whether a place lies where the system is meant to be used: within 4.5° of the central meridian of a
    /// zone, anywhere otherwise.
    /// </summary>
    /// <param name="longitude">Longitude [°].</param>
    public bool Reaches(double longitude) => Kind != CoordinateKind.TransverseMercator
        || Math.Abs(longitude - _definition!.CentralMeridian) <= ZoneReachDegrees;

    /// <summary>
    /// Finds a system by <c>EPSG:4490</c>, <c>4490</c>, <c>urn:ogc:def:crs:EPSG::4490</c> or
    /// <c>urn:ogc:def:crs:OGC:1.3:CRS84</c>; upper and lower case are the same.
    /// </summary>
    /// <remarks>
    /// Files are read longitude first whatever the axis order of the authority: [RFC7946] §4.
    /// </remarks>
    public static bool TryFind(string? text, [NotNullWhen(true)] out CoordinateSystem? found)
    {
        found = null;
        if (text is null) return false;
        string name = text.Trim();
        if (name.Equals(Gcj02.Code, StringComparison.OrdinalIgnoreCase))
        {
            found = Gcj02;
            return true;
        }
        if (name.StartsWith(UrnPrefix, StringComparison.OrdinalIgnoreCase)) name = name[UrnPrefix.Length..];
        int lastColon = name.LastIndexOf(':');
        string authority = lastColon < 0 ? "EPSG" : name[..name.IndexOf(':', StringComparison.Ordinal)];
        string code = name[(lastColon + 1)..];
        if (authority.Equals("OGC", StringComparison.OrdinalIgnoreCase))
        {
            if (code.Equals("CRS84", StringComparison.OrdinalIgnoreCase)) found = Wgs84;
        }
        else if (authority.Equals("EPSG", StringComparison.OrdinalIgnoreCase))
        {
            ByCode.TryGetValue(EpsgPrefix + code, out found);
        }
        return found is not null;
    }

    /// <summary>The code with its authority.</summary>
    public override string ToString() => Code;

    private static CoordinateSystem Make(ProjectedSystem system) => new(
        string.Create(CultureInfo.InvariantCulture, $"{EpsgPrefix}{system.EpsgCode}"),
        system.NameChinese, system.NameEnglish, CoordinateKind.TransverseMercator, system.Axes, system);
}

/// <summary>How coordinates of a system become longitude and latitude.</summary>
internal enum CoordinateKind
{
    Degrees,
    Gcj02,
    WebMercator,
    TransverseMercator,
}
