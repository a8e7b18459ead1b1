using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;

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
            var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
            pairs += ComparePairs(parcels, shares, $"seed {seed}");
            decided += parcels.Where((_, parcel) => shares.IsDecided(parcel)).Count();
            all += parcels.Length;
        }
        Assert.True(decided > all / 4 && pairs > Scenes, $"{decided} of {all} decided, {pairs} pairs");
    }

    [Fact]
    public void Of_ParcelsInManyTiles_IsWhatOverlayNgFindsOfEachPair()
    {
        const int Fields = 90, LeastTiles = 3;
        Geometry[] fields = Parcels(1, Fields);
        Envelope city = fields.Aggregate(new Envelope(), (box, field) =>
        {
            box.ExpandToInclude(field.EnvelopeInternal);
            return box;
        });
        // A lake over several tiles, with many fields within it as a whole.
        Geometry lake = Some.Star(new Random(2), city.Centre.X, city.Centre.Y, city.Width / 3, 400);
        Geometry[] parcels = [lake, .. fields];
        ParcelTable table = Some.Table(parcels);
        var shares = new OverlapShares(table, new OverlayOptions { Threads = 2 });
        Assert.True(shares.Cells.TilesPerSide >= LeastTiles);
        int pairs = ComparePairs(parcels, shares, "many tiles");
        int decided = parcels.Where((_, parcel) => shares.IsDecided(parcel)).Count();
        Assert.True(decided > parcels.Length / 4, $"{decided} of {parcels.Length} decided");
        int within = parcels.Where((field, parcel) => shares.Of(parcel).ToArray().Any(share =>
            share.Winner == 0 && Math.Abs(share.SquareMetres - field.Area) < LeastSquareMetres)).Count();
        Assert.True(pairs > 2 * Fields && within > Fields, $"{pairs} pairs, {within} in the lake");
        var alone = new OverlapShares(table, new OverlayOptions { Threads = 1 });
        for (int parcel = 0; parcel < parcels.Length; parcel++)
        {
            Assert.Equal(alone.IsDecided(parcel), shares.IsDecided(parcel));
            Assert.Equal(alone.Of(parcel), shares.Of(parcel));
        }
    }

    [Fact]
    public void Of_ManyOverOne_EachPlaceIsTakenByTheFirst()
    {
        Geometry[] parcels =
        [
            Some.Box(0, 0, 6, 6), Some.Box(4, -1, 9, 7), Some.Box(0, 0, 6, 6), Some.Box(-1, -1, 20, 10),
            Some.Box(5, 2, 5.5, 3),
        ];
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
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
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
        Assert.True(shares.Of(1).IsEmpty);
        Assert.Equal([new ParcelShare(1, 1, 1)], shares.Of(2));
    }

    [Fact]
    public void Of_AnEmptyParcelBetween_NothingIsTaken()
    {
        Geometry[] parcels = [Some.Box(0, 0, 4, 4), Some.Wkt("POLYGON EMPTY"), Some.Box(3, 1, 7, 5)];
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
        Assert.True(shares.IsDecided(1) && shares.Of(1).IsEmpty);
        Assert.Equal([new ParcelShare(0, 3, 3)], shares.Of(2));
    }

    [Fact]
    public void IsDecided_VertexAmidAnEdge_NothingNearIs()
    {
        Geometry[] parcels =
        [
            Some.Box(0, 0, 4, 4), Some.Wkt("POLYGON((4 1,7 1,7 3,4 3,4 1))"), Some.Box(100, 0, 104, 4),
        ];
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
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
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
        for (int pond = 1; pond < parcels.Length; pond++)
            Assert.Equal([new ParcelShare(0, 2, 2)], shares.Of(pond).ToArray());
    }

    [Fact]
    public void Of_LongBarsAcrossManyFields_EveryFieldLosesWhatTheyCover()
    {
        const int Side = 200, Step = 10, LeastTiles = 3;
        const double South = 1001, West = 1002, Begin = 301, End = Side * Step - 1;
        Geometry[] parcels =
        [
            Some.Box(Begin, South, End, South + 2), Some.Box(West, Begin, West + 3, End),
            .. Some.Fields(Side, Step),
        ];
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
        Assert.True(shares.Cells.TilesPerSide >= LeastTiles);
        Assert.Equal(6, Assert.Single(shares.Of(1).ToArray()).Taken, 9);
        double taken = 0;
        for (int parcel = 2; parcel < parcels.Length; parcel++)
        {
            Assert.True(shares.IsDecided(parcel));
            foreach (ParcelShare share in shares.Of(parcel)) taken += share.Taken;
        }
        Assert.Equal((2 + 3) * (End - Begin) - 6, taken, 6);
    }

    [Fact]
    public void Of_ALakeOverManyFields_EveryFieldLosesWhatItCovers()
    {
        const int Side = 200, Step = 10, LeastTiles = 3;
        var lake = new Envelope(333, 1777, 444, 1666);
        Geometry[] parcels =
            [Some.Box(lake.MinX, lake.MinY, lake.MaxX, lake.MaxY), .. Some.Fields(Side, Step)];
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
        Assert.True(shares.Cells.TilesPerSide >= LeastTiles);
        for (int field = 1; field < parcels.Length; field++)
        {
            double covered = lake.Intersection(parcels[field].EnvelopeInternal).Area;
            Assert.True(shares.IsDecided(field));
            Assert.Equal(covered, shares.Of(field).ToArray().Sum(share => share.SquareMetres), 9);
        }
    }

    [Fact]
    public void Of_SquaresWithinEachOther_AllIsTakenByTheLargest()
    {
        const int Squares = 100;
        Geometry[] parcels = [.. Enumerable.Range(0, Squares).Select(i =>
            Some.Box(i, i, 3 * Squares - i, 3 * Squares - i))];
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
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
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
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
            ParcelTable table = Some.Table(Parcels(seed));
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

    /// <summary>Compares what is decided with OverlayNG, and counts pairs that overlap.</summary>
    private static int ComparePairs(Geometry[] parcels, OverlapShares shares, string scene)
    {
        int pairs = 0;
        var index = new STRtree<int>();
        for (int i = 0; i < parcels.Length; i++) index.Insert(parcels[i].EnvelopeInternal, i);
        for (int parcel = 0; parcel < parcels.Length; parcel++)
        {
            if (!shares.IsDecided(parcel)) continue;
            Dictionary<int, double> common = shares.Of(parcel).ToArray()
                .ToDictionary(share => share.Winner, share => share.SquareMetres);
            Assert.True(common.Keys.All(other => other < parcel));
            IEnumerable<int> near = index.Query(parcels[parcel].EnvelopeInternal).Where(i => i < parcel);
            foreach (int other in near.Union(common.Keys))
            {
                double expected = Some.CommonSquareMetres(parcels[parcel], parcels[other]);
                double found = common.GetValueOrDefault(other);
                Assert.True(
                    Math.Abs(expected - found) <= Math.Max(LeastSquareMetres, Relative * expected),
                    $"{scene}: {parcel} and {other} share {found:R} for {expected:R}");
                if (found > 0) pairs++;
            }
            if (common.Count < 2) continue;
            double taken = shares.Of(parcel).ToArray().Sum(share => share.Taken);
            Coordinate corner = parcels[parcel].Coordinate;
            var toOrigin = AffineTransformation.TranslationInstance(-corner.X, -corner.Y);
            double covered = Some.CommonSquareMetres(
                toOrigin.Transform(parcels[parcel]),
                AreaCut.Union([.. common.Keys.Select(other => toOrigin.Transform(parcels[other]))]));
            Assert.True(
                Math.Abs(covered - taken) <= Math.Max(LeastSquareMetres, Relative * covered),
                $"{scene}: {parcel} loses {taken:R} for {covered:R}");
        }
        return pairs;
    }

    /// <summary>Fields of one mesh in order of precedence, some surveyed anew.</summary>
    private static Geometry[] Parcels(int seed, int fields = 7) => [.. new SurveyScene(seed, fields).Parcels
        .SelectMany(layer => layer.Parcels).Select(parcel => parcel.Geometry)];
}
