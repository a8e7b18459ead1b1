using Gep.Spatial.Overlays;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>Area cases of the JTS suite (general/TestOverlayAA.xml), as two layers over one zone.</summary>
public class PlanarOracleTests
{
    private const double Rounding = 1e-6;

    // A, B, then areas of the intersection, of A without B, and of both together.
    [Theory]
    [InlineData("POLYGON((0 0,90 0,90 90,0 90,0 0))", "POLYGON((40 40,190 40,190 190,40 190,40 40))", 2500, 5600, 28100)]
    [InlineData("POLYGON((0 0,140 0,140 140,0 140,0 0),(20 20,120 20,120 120,20 120,20 20))",
        "POLYGON((80 80,220 80,220 220,80 220,80 80))", 2000, 7600, 27200)]
    [InlineData("MULTIPOLYGON(((0 0,40 0,40 40,0 40,0 0)),((40 40,80 40,80 80,40 80,40 40)))",
        "POLYGON((20 20,60 20,60 60,20 60,20 20))", 800, 2400, 4000)]
    [InlineData("POLYGON((0 0,100 0,100 100,0 100,0 0))", "POLYGON((100 0,200 0,200 100,100 100,100 0))", 0, 10000, 20000)]
    [InlineData("POLYGON((0 0,100 0,100 100,0 100,0 0),(0 50,50 20,50 80,0 50))", "POLYGON((0 50,50 20,50 80,0 50))",
        0, 8500, 10000)]
    public void Compute_TwoLayers_HaveTheAreasOfTheSuite(
        string a, string b, double intersection, double difference, double union)
    {
        var result = AreaOverlay.Compute(
            [new OverlayZone<int>(0, Some.Box(-1000, -1000, 1000, 1000))],
            [Layer("b", b), Layer("a", a)]);
        Assert.Equal(intersection, result.Overlaps.Sum(overlap => overlap.SquareMetres), Rounding);
        Assert.Equal(difference, result.ClassAreas.Single(area => area.Class == "a").NetSquareMetres, Rounding);
        Assert.Equal(union, result.ClassAreas.Sum(area => area.NetSquareMetres), Rounding);
    }

    private static OverlayLayer<string> Layer(string name, string wkt) =>
        new(name, [new OverlayParcel<string>(name, name, Some.Wkt(wkt))]);
}
