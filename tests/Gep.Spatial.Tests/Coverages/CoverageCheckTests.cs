using Gep.Spatial.Coverages;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Coverages;

public class CoverageCheckTests
{
    [Fact]
    public void Examine_Tiling_FindsNothing() =>
        Assert.Empty(
            Examine(Some.Box(0, 0, 50, 50), Some.Box(50, 0, 99, 50), Some.Box(0, 50, 50, 99)).Problems);

    [Fact]
    public void Examine_Overlap_HasPlaceAndArea()
    {
        CoverageReport report = Examine(Some.Box(0, 0, 60, 50), Some.Box(50, 0, 99, 50));
        CoverageOverlap overlap = Assert.Single(report.Overlaps);
        Assert.Equal(("a", "b"), (overlap.First, overlap.Second));
        Assert.Equal(500, overlap.SquareMetres, tolerance: 1e-6);
        Assert.InRange(overlap.Longitude, 50 / 111_320.0, 60 / 111_319.0);
        Assert.Equal(LayerProblemCode.CoverageOverlap, report.Problems[0].Code);
    }

    [Fact]
    public void Examine_Gap_HasPlaceAndArea()
    {
        CoverageReport report = Examine(
            Some.Wkt("POLYGON((0 0,50 0,50 20,40 25,50 30,50 50,0 50,0 0))"),
            Some.Wkt("POLYGON((50 0,99 0,99 50,50 50,50 30,50 20,50 0))"));
        Assert.Equal(50, Assert.Single(report.Gaps).SquareMetres, tolerance: 1e-6);
    }

    [Fact]
    public void Examine_VertexOnOneSideOnly_IsAnUnmatchedEdge()
    {
        CoverageReport report = Examine(
            Some.Box(0, 0, 50, 50), Some.Wkt("POLYGON((50 0,99 0,99 50,50 50,50 25,50 0))"));
        Assert.Equal([("a", "b", 50.0), ("b", "a", 25.0), ("b", "a", 25.0)],
            report.UnmatchedEdges.Select(edge => (edge.Zone, edge.Neighbour, edge.Metres)));
    }

    [Fact]
    public void Examine_SmallerThanTolerance_IsPassedOver()
    {
        CoverageZone[] zones = [new("a", Some.Box(0, 0, 51, 50)), new("b", Some.Box(50, 0, 99, 50))];
        Assert.Empty(CoverageCheck.Examine("zones", zones, new CoverageTolerance(51, 0.5)).Overlaps);
        Assert.Single(CoverageCheck.Examine("zones", zones, new CoverageTolerance(49, 0.5)).Overlaps);
    }

    [Fact]
    public void Examine_OtherOrder_SameReport()
    {
        CoverageZone[] zones = [new("a", Some.Box(0, 0, 60, 50)), new("b", Some.Box(50, 0, 99, 50))];
        Assert.Equal(
            CoverageCheck.Examine("zones", zones).Problems,
            CoverageCheck.Examine("zones", zones.Reverse()).Problems);
    }

    private static CoverageReport Examine(params Geometry[] zones) => CoverageCheck.Examine(
        "zones", zones.Select((zone, i) => new CoverageZone(((char)('a' + i)).ToString(), zone)));
}
