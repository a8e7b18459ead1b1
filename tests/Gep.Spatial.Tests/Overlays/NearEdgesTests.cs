using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>What lies near a box, told by plain comparison and by what was made ready for it.</summary>
public class NearEdgesTests
{
    private static readonly Vector128<float> Everywhere = new PlaneBox(-1e6, -1e6, 1e6, 1e6).Rounded;

    [Fact]
    public void FindEdges_LargeParcel_AreThoseOfAPlainLook()
    {
        const int Vertices = 3000, Turns = 400;
        var random = new Random(12);
        var table = new ParcelTable();
        table.Add(0, Some.Star(random, 0, 0, 1000, Vertices));
        var large = new LargeParcels(table);
        List<int> found = [], plain = [];
        int most = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            double x = random.Next(-1000, 1000), y = random.Next(-1000, 1000), size = random.Next(300);
            var box = new PlaneBox(x, y, x + size, y + size);
            large.FindEdges(0, box, found);
            plain.Clear();
            ParcelRings rings = table.Rings(0);
            for (int i = rings.Offset; i < rings.Offset + Vertices; i++)
            {
                var edge = new PlaneBox(
                    Math.Min(rings.Xs[i], rings.Xs[i + 1]), Math.Min(rings.Ys[i], rings.Ys[i + 1]),
                    Math.Max(rings.Xs[i], rings.Xs[i + 1]), Math.Max(rings.Ys[i], rings.Ys[i + 1]));
                if (edge.Touches(box)) plain.Add(i);
            }
            Assert.Equal(plain, found);
            most = Math.Max(most, found.Count);
        }
        Assert.InRange(most, 100, Vertices);
    }

    [Fact]
    public void Find_ManySegmentsOfASquare_AreThoseOfAPlainLook()
    {
        const int Turns = 200;
        var random = new Random(13);
        // A square has so many segments that they fill several blocks, and the last of them in part.
        var segments = ZoneSegments.Of([Some.Star(random, 0, 0, 1000, 77)])!;
        List<(int, int)> drawn = [];
        for (int segment = 0; segment < segments.Count; segment++)
        {
            for (int times = 0; times <= segment % 2; times++) drawn.Add((1, segment));
        }
        drawn.Add((2, 5));
        var squares = new SquareSegments(drawn, 4, segments);
        List<int> found = [];
        for (int turn = 0; turn < Turns; turn++)
        {
            double x = random.Next(-1000, 1000), y = random.Next(-1000, 1000), size = random.Next(500);
            var box = new PlaneBox(x, y, x + size, y + size);
            found.Clear();
            squares.Find(1, box.Rounded, found);
            int[] near = [.. Enumerable.Range(0, segments.Count).Where(i => segments.IsNear(i, box))];
            Assert.Equal(near, found.Intersect(near));
            Assert.All(found.Except(near), i =>
                Assert.True(segments.IsNear(i, new PlaneBox(x - 1, y - 1, x + size + 1, y + size + 1))));
        }
        found.Clear();
        foreach (int square in new[] { 0, 3 }) squares.Find(square, Everywhere, found);
        Assert.Empty(found);
        squares.Find(2, Everywhere, found);
        Assert.Equal([5], found);
    }

    [Theory]
    [InlineData("beside a border", "POLYGON((20 20,80 20,80 60,20 60,20 20))", 1)]
    [InlineData("its box alone reaches over", "POLYGON((60 10,95 95,10 60,60 10))", 1)]
    [InlineData("around a zone", "POLYGON((-50 -50,400 -50,400 400,-50 400,-50 -50))", 3)]
    [InlineData("around a hole that holds a zone",
        "POLYGON((-50 -50,400 -50,400 400,-50 400,-50 -50),(-10 -10,-10 310,310 310,310 -10,-10 -10))", 1)]
    [InlineData("on both sides of a border",
        "MULTIPOLYGON(((20 20,80 20,80 60,20 60,20 20)),((200 200,280 200,280 220,200 220,200 200)))", 2)]
    public void Measure_ParcelsThatNoBorderMeets_LieInTheirZones(string what, string wkt, int zones)
    {
        // A corner is cut off the first zone, so that the border runs through boxes without meeting parcels.
        Geometry[] coverage =
        [
            Some.Wkt("POLYGON((0 0,300 0,0 300,0 0))"), Some.Wkt("POLYGON((300 0,300 300,0 300,300 0))"),
        ];
        Geometry parcel = Some.Wkt(wkt);
        var table = new ParcelTable();
        table.Add(0, parcel);
        ZoneClassAreas areas = ZoneOverlay.Of(coverage, 1)!.Measure(table);
        int found = 0;
        for (int zone = 0; zone < coverage.Length; zone++)
        {
            Assert.Equal(Some.CommonSquareMetres(parcel, coverage[zone]), areas.SquareMetres(zone, 0), 1e-6);
            if (areas.SquareMetres(zone, 0) > 0) found++;
        }
        if (areas.OutsideSquareMetres(0) > 0) found++;
        Assert.True(found == zones, what);
    }
}
