using Gep.Spatial.Coverages;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using Gep.Spatial.Tests.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Gep.Spatial.Tests.Coverages;

public class CoverageSimplifyTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 200)]
    [InlineData(3, 1000)]
    public void Simplify_RaggedZones_StayACoverage(int seed, double metres)
    {
        CoverageZone[] zones = [.. new NastyScene(seed).Zones().Select((zone, i) =>
            new CoverageZone($"{i}", zone))];

        IReadOnlyList<CoverageZone> thinned = CoverageSimplify.Simplify(zones, metres);

        Assert.True(thinned.Sum(zone => zone.Geometry.NumPoints) < zones.Sum(zone =>
            zone.Geometry.NumPoints));
        Assert.All(thinned, zone => Assert.True(new IsValidOp(zone.Geometry).IsValid));
        Assert.Empty(CoverageCheck.Examine("zones", thinned).Problems);
        Assert.NotNull(ZoneOverlay.Of(thinned.Select(zone => zone.Geometry), 100));
        double before = zones.Sum(zone => EllipsoidArea.SquareMetres(zone.Geometry));
        double inner = thinned.Sum(zone => EllipsoidArea.SquareMetres(zone.Geometry));
        Assert.Equal(inner, EllipsoidArea.SquareMetres(AreaCut.Union([.. thinned.Select(zone =>
            zone.Geometry)])), 1e-3);
        Assert.InRange(inner / before, 0.9, 1.1);
    }

    [Fact]
    public void Simplify_OtherOrderOfZones_SameShapes()
    {
        CoverageZone[] zones = [.. new NastyScene(9).Zones().Select((zone, i) =>
            new CoverageZone($"{i}", zone))];
        Geometry[] plain = [.. CoverageSimplify.Simplify(zones, 300).Select(zone =>
            zone.Geometry.Normalized())];
        CoverageZone[] turned = [.. zones.Reverse()];
        Geometry[] other = [.. CoverageSimplify.Simplify(turned, 300).Reverse().Select(zone =>
            zone.Geometry.Normalized())];
        for (int i = 0; i < plain.Length; i++) Assert.True(plain[i].EqualsExact(other[i]));
    }

    [Fact]
    public void Simplify_IslandAndLens_KeepTheirRings()
    {
        // An island whose ring has no node, and a lens whose two sides would fall onto one line.
        Geometry[] shapes =
        [
            Some.Wkt("POLYGON((0 0,50 0,100 0,100 100,0 100,0 0),(40 40,60 40,60 60,40 60,40 40))"),
            Some.Wkt("POLYGON((40 40,60 40,60 60,40 60,40 40))"),
            Some.Wkt("POLYGON((100 0,105 50,100 100,100 0))"),
        ];

        IReadOnlyList<CoverageZone> thinned = CoverageSimplify.Simplify(
            [.. shapes.Select((shape, i) => new CoverageZone($"{i}", shape))], 1000);

        Assert.All(thinned, zone => Assert.True(new IsValidOp(zone.Geometry).IsValid));
        Assert.All(thinned, zone => Assert.True(EllipsoidArea.SquareMetres(zone.Geometry) > 0));
        Assert.Empty(CoverageCheck.Examine("zones", thinned).Problems);
        Assert.Equal(1, ((Polygon)thinned[0].Geometry).NumInteriorRings);
    }

    [Fact]
    public void Simplify_Nothing_TakesOnlyPointsOnLines()
    {
        CoverageZone[] square = [new("a", Some.Wkt("POLYGON((0 0,5 0,10 0,10 10,0 10,0 0))"))];
        CoverageZone thinned = Assert.Single(CoverageSimplify.Simplify(square, 0));
        Assert.Equal(5, thinned.Geometry.NumPoints);
        Assert.Equal(100, EllipsoidArea.SquareMetres(thinned.Geometry));
    }
}
