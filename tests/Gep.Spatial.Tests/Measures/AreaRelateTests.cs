using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Measures;

public class AreaRelateTests
{
    private const string Square = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
    private const string Ring = "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))";

    [Theory]
    [InlineData("equal", Square, Square, "FirstWithinSecond")]
    [InlineData("shared edge", Square, "POLYGON((10 0,20 0,20 10,10 10,10 0))", "Apart")]
    [InlineData("longer edge", Square, "POLYGON((10 -5,20 -5,20 15,10 15,10 -5))", "Apart")]
    [InlineData("corner", Square, "POLYGON((10 10,20 10,20 20,10 20,10 10))", "Apart")]
    [InlineData("extra vertices", Square, "POLYGON((10 0,20 0,20 9,10 9,10 5,10 0))", "Apart")]
    [InlineData("far", Square, "POLYGON((90 0,99 0,99 9,90 0))", "Apart")]
    [InlineData("inside", "POLYGON((1 1,2 1,2 2,1 1))", Square, "FirstWithinSecond")]
    [InlineData("inside, at edge", "POLYGON((0 1,2 1,2 2,0 2,0 1))", Square, "FirstWithinSecond")]
    [InlineData("half", "POLYGON((0 0,10 0,10 10,0 0))", Square, "FirstWithinSecond")]
    [InlineData("around", Square, "POLYGON((1 1,2 1,2 2,1 1))", "SecondWithinFirst")]
    [InlineData("around half", Square, "POLYGON((0 0,10 0,10 10,0 0))", "SecondWithinFirst")]
    [InlineData("crossing", Square, "POLYGON((5 5,15 5,15 15,5 15,5 5))", "Crossing")]
    [InlineData("cross", Square, "POLYGON((-5 4,15 4,15 6,-5 6,-5 4))", "Crossing")]
    [InlineData("through corners", Square, "POLYGON((0 0,10 10,20 0,0 0))", "Crossing")]
    [InlineData("in the hole", "POLYGON((2 2,8 2,8 8,2 8,2 2))", Ring, "Apart")]
    [InlineData("small in the hole", "POLYGON((4 4,5 4,5 5,4 4))", Ring, "Apart")]
    [InlineData("over the hole", "POLYGON((1 1,9 1,9 9,1 9,1 1))", Ring, "Crossing")]
    [InlineData("square over ring", Square, Ring, "SecondWithinFirst")]
    [InlineData("chord", "POLYGON((0 0,10 10,0 10,0 0))", "POLYGON((0 0,10 0,10 10,0 0))", "Apart")]
    [InlineData("notch", "POLYGON((0 0,10 0,5 5,10 10,0 10,0 0))", "POLYGON((10 0,10 10,5 5,10 0))",
        "Apart")]
    public void Relate_Pair_IsAsDrawn(string what, string first, string second, string expected)
    {
        AreaRelation relation = new AreaRelate().Relate(
            new IndexedArea(Some.Wkt(first)), new IndexedArea(Some.Wkt(second)));
        Assert.True(expected == relation.ToString(), $"{what}: {relation}");
    }

    [Theory]
    [InlineData(6, 9)]
    [InlineData(200, 12)]
    [InlineData(12, 300)]
    [InlineData(400, 400)]
    public void Relate_RandomStars_NeverContradictsTheOverlay(int firstVertices, int secondVertices)
    {
        const int Pairs = 300;
        const double Rounding = 1e-6;
        var relate = new AreaRelate();
        var cut = new AreaCut();
        var seen = new HashSet<AreaRelation>();
        for (int seed = 0; seed < Pairs; seed++)
        {
            var random = new Random(seed);
            Geometry a = Some.Star(random, 1e7, 3e6, 100 * (0.1 + random.NextDouble()), firstVertices);
            double x = 1e7 + 300 * random.NextDouble();
            Geometry b = Some.Star(random, x, 3e6, 100 * (0.1 + random.NextDouble()), secondVertices);
            double common = cut.Intersection(a, b).Area;
            AreaRelation relation = relate.Relate(new IndexedArea(a), new IndexedArea(b));
            seen.Add(relation);
            if (relation == AreaRelation.Apart) Assert.True(common < Rounding, $"seed {seed}: {common}");
            if (relation == AreaRelation.FirstWithinSecond)
                Assert.Equal(EllipsoidArea.SquareMetres(a), common, Rounding);
            if (relation == AreaRelation.SecondWithinFirst)
                Assert.Equal(EllipsoidArea.SquareMetres(b), common, Rounding);
            if (relation == AreaRelation.Crossing) Assert.True(common > 0, $"seed {seed}");
        }
        Assert.Contains(AreaRelation.Apart, seen);
        Assert.Contains(AreaRelation.Crossing, seen);
    }

    [Fact]
    public void Locate_GridAndPlain_SayTheSame()
    {
        const int Points = 2000;
        var random = new Random(3);
        Geometry star = Some.Star(random, 0, 0, 100, 300);
        var indexed = new IndexedArea(star);
        for (int i = 0; i < Points; i++)
        {
            double x = 220 * (random.NextDouble() - 0.5), y = 220 * (random.NextDouble() - 0.5);
            bool isInside = star.Contains(PlaneGeometry.Factory.CreatePoint(new Coordinate(x, y)));
            Assert.Equal(isInside ? Location.Interior : Location.Exterior, indexed.Locate(x, y));
        }
    }
}
