using System.Globalization;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Crs;

/// <summary>Signs that a layer is in GCJ-02 although it says nothing of the kind.</summary>
/// <remarks>
/// Map data for ECharts is drawn over web maps, hence mostly in GCJ-02; its encoding rounds vertices to
/// 1/1024° and adds the member <c>UTF8Encoding</c>. Source: [ECHARTS-MAP].
/// </remarks>
public static class Gcj02Suspicion
{
    internal const string EChartsMember = "UTF8Encoding";

    /// <summary>Steps per degree of the ECharts encoding [1/°].</summary>
    private const double EChartsStepsPerDegree = 1024;

    /// <summary>Fewer vertices than this may lie on the grid by chance or be a drawn rectangle.</summary>
    private const long VerticesThatProve = 64;

    /// <summary>How far a measured offset may differ from the expected one, as a share of it [-].</summary>
    private const double OffsetTolerance = 0.35;

    /// <summary>Fewer matched names than this say nothing of an offset.</summary>
    private const int MatchesThatProve = 3;

    /// <summary>
    /// Whether a coordinate lies on the 1/1024° grid; exact, since the step is a power of two.
    /// </summary>
    internal static bool IsOnEChartsGrid(double degrees) => double.IsInteger(degrees * EChartsStepsPerDegree);

    /// <summary>The suspicion from the member that the ECharts encoding leaves in a file.</summary>
    internal static LayerProblem FromEChartsMember(LayerPlace file) => LayerProblem.At(
        LayerProblemCode.Gcj02Suspected,
        file with { Field = EChartsMember },
        $"含 ECharts 的成员 {EChartsMember}",
        $"the file has the member {EChartsMember} of ECharts");

    /// <summary>
    /// The suspicion from vertices that all lie on the ECharts grid; null where they do not.
    /// </summary>
    internal static LayerProblem? FromGrid(LayerPlace file, long vertices, long verticesOnGrid) =>
        vertices < VerticesThatProve || verticesOnGrid < vertices ? null : LayerProblem.At(
            LayerProblemCode.Gcj02Suspected,
            file,
            string.Create(CultureInfo.InvariantCulture, $"全部 {vertices} 个顶点落在 1/1024° 网格上"),
            string.Create(CultureInfo.InvariantCulture, $"all {vertices} vertices lie on the 1/1024° grid"));

    /// <summary>
    /// Compares centres of a layer with those of a trusted one; suspects GCJ-02 where the mean offset is that
    /// of GCJ-02 at the place.
    /// </summary>
    /// <param name="file">File name of the layer.</param>
    /// <param name="matches">Centres of the same things in both layers, in any order.</param>
    public static Gcj02Comparison Compare(string file, IReadOnlyCollection<MatchedCentre> matches)
    {
        if (matches.Count < MatchesThatProve) return new Gcj02Comparison(matches.Count, 0, 0, 0, 0, null);
        double weight = 0, east = 0, north = 0, expectedEast = 0, expectedNorth = 0, lon = 0, lat = 0;
        foreach (MatchedCentre match in matches.Order())
        {
            weight += match.Weight;
            east += match.Weight * match.EastMetres;
            north += match.Weight * match.NorthMetres;
            (double e, double n) = Gcj02.OffsetAt(match.ReferenceLongitude, match.ReferenceLatitude);
            expectedEast += match.Weight * e;
            expectedNorth += match.Weight * n;
            lon += match.Weight * match.Longitude;
            lat += match.Weight * match.Latitude;
        }
        (east, north) = (east / weight, north / weight);
        (expectedEast, expectedNorth) = (expectedEast / weight, expectedNorth / weight);
        double expected = Math.Sqrt(expectedEast * expectedEast + expectedNorth * expectedNorth);
        double miss = Math.Sqrt(
            (east - expectedEast) * (east - expectedEast)
            + (north - expectedNorth) * (north - expectedNorth));
        LayerProblem? problem = expected == 0 || miss > OffsetTolerance * expected ? null : LayerProblem.At(
            LayerProblemCode.Gcj02Suspected,
            new LayerPlace(file, Longitude: lon / weight, Latitude: lat / weight),
            string.Create(CultureInfo.InvariantCulture, $"与参照图层相比,平均东移 {east:0} 米、北移 {north:0} 米"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"against the reference it lies {east:0} m east and {north:0} m north on average"));
        return new Gcj02Comparison(matches.Count, east, north, expectedEast, expectedNorth, problem);
    }
}
