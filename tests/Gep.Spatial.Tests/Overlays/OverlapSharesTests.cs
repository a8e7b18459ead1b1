using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>What parcels take from each other, found by following their rings.</summary>
public class OverlapSharesTests
{
    private const double LeastSquareMetres = 1e-6, Relative = 1e-9;
    private const int Scenes = 40;

    [Fact]
    public void Of_ParcelsSurveyedAnew_IsWhatOverlayNgFindsOfEachPair()
    {
        int decided = 0, all = 0, pairs = 0;
        for (int seed = 0; seed < Scenes; seed++)
        {
            Geometry[] parcels = Parcels(seed);
            var shares = new OverlapShares(Table(parcels), new OverlayOptions());
            for (int parcel = 0; parcel < parcels.Length; parcel++)
            {
                all++;
                if (!shares.IsDecided(parcel)) continue;
                decided++;
                Dictionary<int, double> common = shares.Of(parcel).ToArray()
                    .ToDictionary(share => share.Winner, share => share.SquareMetres);
                for (int other = 0; other < parcel; other++)
                {
                    double expected = Common(parcels[parcel], parcels[other]);
                    double found = common.GetValueOrDefault(other);
                    Assert.True(
                        Math.Abs(expected - found) <= Math.Max(LeastSquareMetres, Relative * expected),
                        $"seed {seed}: {parcel} and {other} share {found:R} for {expected:R}");
                    if (found > 0) pairs++;
                }
                Assert.True(common.Keys.All(other => other < parcel));
            }
        }
        Assert.True(decided > all / 4 && pairs > Scenes, $"{decided} of {all} decided, {pairs} pairs");
    }

    [Fact]
    public void Of_ManyOverOne_EachPlaceIsTakenByTheFirst()
    {
        Geometry[] parcels =
        [
            Some.Box(0, 0, 6, 6), Some.Box(4, -1, 9, 7), Some.Box(0, 0, 6, 6), Some.Box(-1, -1, 20, 10),
            Some.Box(5, 2, 5.5, 3),
        ];
        var shares = new OverlapShares(Table(parcels), new OverlayOptions());
        Assert.Equal([new ParcelShare(0, 12, 12)], shares.Of(1));
        Assert.Equal([new ParcelShare(0, 36, 36), new ParcelShare(1, 12, 0)], shares.Of(2));
        Assert.Equal(
            [new ParcelShare(0, 36, 36), new ParcelShare(1, 40, 28), new ParcelShare(2, 36, 0)],
            shares.Of(3));
        Assert.Equal([0.5, 0, 0, 0], shares.Of(4).ToArray().Select(share => share.Taken));
    }

    [Fact]
    public void Of_AHoleFilledByAnother_NothingIsTaken()
    {
        Geometry[] parcels =
        [
            Some.Wkt("POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3))"), Some.Box(3, 3, 6, 6),
            Some.Box(4, 4, 5, 5),
        ];
        var shares = new OverlapShares(Table(parcels), new OverlayOptions());
        Assert.True(shares.Of(1).IsEmpty);
        Assert.Equal([new ParcelShare(1, 1, 1)], shares.Of(2));
    }

    [Fact]
    public void IsDecided_VertexAmidAnEdge_NothingNearIs()
    {
        Geometry[] parcels =
        [
            Some.Box(0, 0, 4, 4), Some.Wkt("POLYGON((4 1,7 1,7 3,4 3,4 1))"), Some.Box(100, 0, 104, 4),
        ];
        var shares = new OverlapShares(Table(parcels), new OverlayOptions());
        Assert.Equal([false, false, true], parcels.Select((_, parcel) => shares.IsDecided(parcel)));
    }

    [Fact]
    public void Of_PondsWithinACellEach_NoneIsOverlooked()
    {
        const int Side = 20, Step = 300;
        Geometry[] parcels =
        [
            Some.Box(0, 0, Side * Step, Side * Step),
            .. Enumerable.Range(0, Side * Side).Select(i =>
            {
                (double x, double y) = (i % Side * Step + 60, i / Side * Step + 60);
                return Some.Box(x, y, x + 1, y + 2);
            }),
        ];
        var shares = new OverlapShares(Table(parcels), new OverlayOptions());
        for (int pond = 1; pond < parcels.Length; pond++)
            Assert.Equal([new ParcelShare(0, 2, 2)], shares.Of(pond).ToArray());
    }

    [Fact]
    public void Of_LongBarsAcrossManyFields_EveryFieldLosesWhatTheyCover()
    {
        const int Side = 60, Step = 10;
        const double South = 301, West = 302;
        Geometry[] parcels =
        [
            Some.Box(1, South, Side * Step - 1, South + 2), Some.Box(West, 1, West + 3, Side * Step - 1),
            .. Enumerable.Range(0, Side * Side).Select(i => Some.Box(
                i % Side * Step, i / Side * Step, (i % Side + 1) * Step, (i / Side + 1) * Step)),
        ];
        var shares = new OverlapShares(Table(parcels), new OverlayOptions());
        Assert.Equal([new ParcelShare(0, 6, 6)], shares.Of(1));
        double taken = 0;
        for (int parcel = 2; parcel < parcels.Length; parcel++)
        {
            Assert.True(shares.IsDecided(parcel));
            foreach (ParcelShare share in shares.Of(parcel)) taken += share.Taken;
        }
        Assert.Equal((2 + 3) * (Side * Step - 2) - 6, taken, 6);
    }

    [Fact]
    public void Of_SquaresWithinEachOther_AllIsTakenByTheLargest()
    {
        const int Squares = 100;
        Geometry[] parcels = [.. Enumerable.Range(0, Squares).Select(i =>
            Some.Box(i, i, 3 * Squares - i, 3 * Squares - i))];
        var shares = new OverlapShares(Table(parcels), new OverlayOptions());
        for (int parcel = 0; parcel < Squares; parcel++)
        {
            double area = parcels[parcel].Area;
            Assert.True(shares.IsDecided(parcel));
            IEnumerable<ParcelShare> expected = Enumerable.Range(0, parcel)
                .Select(winner => new ParcelShare(winner, area, winner == 0 ? area : 0));
            Assert.Equal(expected, shares.Of(parcel).ToArray());
        }
    }

    [Fact]
    public void IsDecided_ThousandsOfTheSame_IsLeftOpenInBoundedMemory()
    {
        const int Copies = 4000;
        const double MostMegabytes = 200, BytesPerMegabyte = 1 << 20;
        var table = new ParcelTable();
        for (int i = 0; i < Copies; i++) table.Add(0, Some.Box(0, 0, 10, 10));
        int aside = table.Add(0, Some.Box(1000, 1000, 1010, 1010));
        var options = new OverlayOptions { Threads = 1 };
        long before = GC.GetAllocatedBytesForCurrentThread();
        var shares = new OverlapShares(table, options);
        double megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / BytesPerMegabyte;
        Assert.True(megabytes < MostMegabytes, $"{megabytes} MB");
        Assert.False(shares.IsDecided(Copies / 2));
        Assert.True(shares.Of(aside).IsEmpty);
    }

    [Fact]
    public void Of_BarsThatSpanTheCity_OnlyTheCoveredOneLoses()
    {
        const int Bars = 3000;
        Geometry[] parcels =
        [
            Some.Box(-1, 0.25, 2 * Bars, 0.75),
            .. Enumerable.Range(0, Bars).Select(i => Some.Box(0, 2 * i - 2, 2 * Bars, 2 * i - 1)),
        ];
        var shares = new OverlapShares(Table(parcels), new OverlayOptions());
        for (int parcel = 1; parcel < parcels.Length; parcel++)
            Assert.Equal(parcel == 2 ? [new ParcelShare(0, Bars, Bars)] : [], shares.Of(parcel).ToArray());
    }

    [Fact]
    public void Tiles_ParcelsThatAllSpanTheCity_AreNotSortedIntoSmallOnes()
    {
        const int Copies = 5000;
        const long Vertices = 3_000_000;
        var table = new ParcelTable();
        Geometry city = Some.Box(0, 0, 1000, 1000);
        for (int i = 0; i < Copies; i++) table.Add(0, city);
        var run = new ParallelOptions();
        PlaneBox box = table.RoughBoxOf(0);
        Assert.Null(CellTiles.Of(table, new OverlapCells(box, Vertices), run));
        CellTiles? tiles = CellTiles.Of(table, new OverlapCells(box, 0), run);
        Assert.Equal(Enumerable.Range(0, Copies), tiles![0].ToArray());
    }

    [Fact]
    public void Cells_EndsOfUnsharedEdges_AreHot()
    {
        for (int seed = 0; seed < Scenes; seed++)
        {
            ParcelTable table = Table(Parcels(seed));
            OverlapCells cells = new OverlapShares(table, new OverlayOptions()).Cells;
            var times = new Dictionary<AreaEdge, int>();
            for (int parcel = 0; parcel < table.Count; parcel++)
            {
                ParcelRings rings = table.Rings(parcel);
                int start = rings.Offset;
                foreach (int length in rings.Lengths)
                {
                    for (int i = start; i + 1 < start + length; i++)
                    {
                        var edge = new AreaEdge(rings.Xs[i], rings.Ys[i], rings.Xs[i + 1], rings.Ys[i + 1]);
                        var back = new AreaEdge(edge.X1, edge.Y1, edge.X0, edge.Y0);
                        if (times.TryGetValue(back, out int count)) times[back] = count - 1;
                        else times[edge] = times.GetValueOrDefault(edge) + 1;
                    }
                    start += length;
                }
            }
            foreach ((AreaEdge edge, _) in times.Where(edge => edge.Value != 0))
            {
                Assert.True(cells.IsHot(cells.Row(edge.Y0), cells.Column(edge.X0)), $"seed {seed} {edge}");
                Assert.True(cells.IsHot(cells.Row(edge.Y1), cells.Column(edge.X1)), $"seed {seed} {edge}");
            }
        }
    }

    [Fact]
    public void MeasureNet_ParcelsSurveyedAnew_IsTheSumOfWhatAreaOverlayLists()
    {
        int compared = 0;
        for (int seed = 0; seed < Scenes; seed++)
        {
            var scene = new SurveyScene(seed);
            if (ZoneOverlay.Of(scene.Zones.Select(zone => zone.Geometry), 1) is not { } overlay) continue;
            compared++;
            AreaOverlayResult<int, string> listed = AreaOverlay.Compute(scene.Zones, scene.Parcels);
            string[] classes = [.. listed.ClassAreas.Select(area => area.Class).Distinct().Order()];
            var table = new ParcelTable();
            foreach (OverlayParcel<string> parcel in scene.Parcels.SelectMany(layer => layer.Parcels))
                table.Add(Array.IndexOf(classes, parcel.Class), parcel.Geometry);
            ZoneClassAreas one = overlay.MeasureNet(table, new OverlayOptions { Threads = 1 });
            ZoneClassAreas two = overlay.MeasureNet(table, new OverlayOptions { Threads = 2 });
            foreach (ClassArea<int, string> area in listed.ClassAreas)
            {
                int zone = Array.FindIndex(scene.Zones, other => other.Key == area.Zone);
                double net = one.SquareMetres(zone, Array.IndexOf(classes, area.Class));
                Assert.Equal(net, two.SquareMetres(zone, Array.IndexOf(classes, area.Class)));
                Assert.True(
                    Math.Abs(net - area.NetSquareMetres) <= LeastSquareMetres,
                    $"seed {seed} {area}: {net:R}");
            }
        }
        Assert.Equal(Scenes, compared);
    }

    /// <summary>Fields of one mesh in order of precedence, some surveyed anew.</summary>
    private static Geometry[] Parcels(int seed) => [.. new SurveyScene(seed).Parcels
        .SelectMany(layer => layer.Parcels).Select(parcel => parcel.Geometry)];

    private static ParcelTable Table(Geometry[] parcels)
    {
        var table = new ParcelTable();
        foreach (Geometry parcel in parcels) table.Add(0, parcel);
        return table;
    }

    private static double Common(Geometry one, Geometry other)
    {
        if (!one.EnvelopeInternal.Intersects(other.EnvelopeInternal)) return 0;
        return Some.CommonSquareMetres(one, other);
    }
}
