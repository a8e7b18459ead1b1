namespace Gep.Spatial.Crs;

/// <summary>What defines a transverse Mercator system of the EPSG registry.</summary>
internal sealed record ProjectedSystem(
    int EpsgCode,
    string NameChinese,
    string NameEnglish,
    AxisOrder Axes,
    double InverseFlattening,
    double CentralMeridian,
    double Scale,
    double FalseEasting,
    double FalseNorthing)
{
    /// <summary>
    /// Whether the same numbers mean the same place in both; the ellipsoids of CGCS2000 and WGS 84 count as
    /// one.
    /// </summary>
    public bool HasSameCoordinatesAs(ProjectedSystem other) =>
        (CentralMeridian, Scale, FalseEasting, FalseNorthing)
        == (other.CentralMeridian, other.Scale, other.FalseEasting, other.FalseNorthing);
}

/// <summary>The Gauss-Krüger systems of CGCS2000, EPSG:4491 to 4554, and the UTM zones of WGS 84.</summary>
/// <remarks>
/// Four runs of codes: zones of 6° with the zone number in the easting and without, zones of 3° the same.
/// Source: [EPSG-4491] and the codes behind it.
/// </remarks>
internal static class ProjectedSystems
{
    private const int SixDegreeWithZone = 4491, SixDegree = 4502, ThreeDegreeWithZone = 4513,
        ThreeDegree = 4534;
    private const int SixDegreeZones = 11, ThreeDegreeZones = 21, FirstSixDegreeZone = 13,
        FirstThreeDegreeZone = 25;
    private const int UtmNorth = 32600, UtmSouth = 32700, UtmZones = 60;
    private const double Cgcs2000InverseFlattening = 298.257222101, Wgs84InverseFlattening = 298.257223563;
    private const double FalseEasting = 500_000, MetresPerZone = 1_000_000;
    private const double UtmScale = 0.9996, SouthernFalseNorthing = 10_000_000;

    public static IEnumerable<CoordinateSystem> All(Func<ProjectedSystem, CoordinateSystem> make) =>
        GaussKrueger(SixDegreeWithZone, SixDegree, SixDegreeZones, FirstSixDegreeZone, 6, 3)
            .Concat(GaussKrueger(
                ThreeDegreeWithZone, ThreeDegree, ThreeDegreeZones, FirstThreeDegreeZone, 3, 0))
            .Concat(Utm(UtmNorth, 'N', 0))
            .Concat(Utm(UtmSouth, 'S', SouthernFalseNorthing))
            .OrderBy(system => system.EpsgCode)
            .Select(make);

    private static IEnumerable<ProjectedSystem> GaussKrueger(
        int withZone, int without, int zones, int firstZone, int width, int westOfEdge)
    {
        for (int i = 0; i < zones; i++)
        {
            int zone = firstZone + i, meridian = width * zone - westOfEdge;
            yield return new ProjectedSystem(
                withZone + i,
                $"2000国家大地坐标系 / {width}度带 第{zone}带",
                $"CGCS2000 / {(width == 3 ? "3-degree " : "")}Gauss-Kruger zone {zone}",
                AxisOrder.NorthEast, Cgcs2000InverseFlattening, meridian, 1,
                zone * MetresPerZone + FalseEasting, 0);
            yield return new ProjectedSystem(
                without + i,
                $"2000国家大地坐标系 / {width}度带 中央经线{meridian}°",
                $"CGCS2000 / {(width == 3 ? "3-degree " : "")}Gauss-Kruger CM {meridian}E",
                AxisOrder.NorthEast, Cgcs2000InverseFlattening, meridian, 1, FalseEasting, 0);
        }
    }

    private static IEnumerable<ProjectedSystem> Utm(int before, char hemisphere, double falseNorthing) =>
        Enumerable.Range(1, UtmZones).Select(zone => new ProjectedSystem(
            before + zone,
            $"WGS 84 / UTM {zone}{hemisphere} 带",
            $"WGS 84 / UTM zone {zone}{hemisphere}",
            AxisOrder.EastNorth, Wgs84InverseFlattening, 6 * zone - 183, UtmScale, FalseEasting,
            falseNorthing));
}
