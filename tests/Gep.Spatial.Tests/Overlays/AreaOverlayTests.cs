using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Overlays;

public class AreaOverlayTests
{
    private const double Rounding = 1e-6;

    private static readonly OverlayZone<string>[] TwoZones =
    [
        new("west", Some.Box(0, 0, 10, 10)),
        new("east", Some.Box(10, 0, 20, 10)),
    ];

    [Fact]
    public void Compute_ParcelAcrossBorder_IsCutAndAddsUp()
    {
        var result = AreaOverlay.Compute(TwoZones, [Layer("forest", ("p", "forest", Some.Box(8, 2, 14, 4)))]);

        Assert.Equal(
            [("east", 8.0), ("west", 4.0)],
            result.Pieces.Select(piece => (piece.Zone, piece.NetSquareMetres)));
        Assert.Equal([("east", 100.0, 92.0), ("west", 100.0, 96.0)],
            result.Zones.Select(zone => (zone.Key, zone.SquareMetres, zone.UncoveredSquareMetres)));
        Assert.InRange(result.Residual.LargestParcelSquareMetres, 0, Rounding);
    }

    [Fact]
    public void Compute_ParcelBeyondAllZones_KeepsWhatIsOutside()
    {
        var result = AreaOverlay.Compute(
            TwoZones, [Layer("forest", ("p", "forest", Some.Box(18, 8, 22, 12)))]);

        ParcelArea parcel = Assert.Single(result.Parcels);
        Assert.Equal(16, parcel.GrossSquareMetres);
        Assert.Equal(12, parcel.OutsideGrossSquareMetres, Rounding);
        Assert.Equal(4, Assert.Single(result.Pieces).NetSquareMetres, Rounding);
    }

    [Fact]
    public void Compute_LayersOverlap_HigherPrecedenceHasIt()
    {
        OverlayLayer<string>[] layers =
        [
            Layer("water", ("w", "water", Some.Box(2, 2, 4, 4))),
            Layer("forest", ("f", "forest", Some.Box(0, 0, 10, 10))),
        ];

        var result = AreaOverlay.Compute(TwoZones, layers);

        Assert.Equal([("forest", 96.0, 100.0), ("water", 4.0, 4.0)], result.ClassAreas.Select(area =>
            (area.Class, area.NetSquareMetres, area.GrossSquareMetres)));
        LayerOverlap overlap = Assert.Single(result.Overlaps);
        Assert.Equal(
            (0, 1, 4.0, 1), (overlap.WinnerLayer, overlap.LoserLayer, overlap.SquareMetres, overlap.Pairs));
        Assert.InRange(overlap.Longitude!.Value, 0, 1e-4);
        Assert.Equal(0, result.Zones[1].UncoveredSquareMetres, Rounding);
    }

    [Fact]
    public void Compute_OverlapsKept_BothHaveIt()
    {
        OverlayLayer<string>[] layers =
        [
            Layer("water", ("w", "water", Some.Box(2, 2, 4, 4))),
            Layer("forest", ("f", "forest", Some.Box(0, 0, 10, 10))),
        ];

        var result = AreaOverlay.Compute(
            TwoZones, layers, new OverlayOptions { Overlaps = OverlapRule.Keep });

        Assert.Equal([100.0, 4.0], result.ClassAreas.Select(area => area.NetSquareMetres));
        Assert.Empty(result.Overlaps);
        Assert.Equal(-4, result.Zones[1].UncoveredSquareMetres, Rounding);
    }

    [Fact]
    public void Compute_SameLayer_LowerIdHasIt()
    {
        var result = AreaOverlay.Compute(TwoZones,
            [Layer("forest", ("b", "old", Some.Box(0, 0, 4, 4)), ("a", "new", Some.Box(2, 0, 6, 4)))]);

        Assert.Equal(
            [("a", 16.0), ("b", 8.0)], result.Pieces.Select(piece => (piece.Id, piece.NetSquareMetres)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(60)]
    public void Compute_ManyWinnersInOneParcel_AreTakenFromIt(int ponds)
    {
        OverlayZone<string>[] zone = [new("all", Some.Box(0, 0, 100, 1000))];
        var pond = Enumerable.Range(0, ponds).Select(i =>
            ($"w{i:00}", "water", Some.Box(90, 10 * i, 105, 10 * i + 5))).ToArray();
        var ditch = ("ditch", "water", Some.Box(50, 0, 51, 1000));
        OverlayLayer<string>[] layers =
        [
            Layer("ponds", pond),
            Layer("ditches", ditch),
            Layer("crops", ("c", "crop", Some.Box(0, 0, 100, 1000))),
        ];

        var result = AreaOverlay.Compute(zone, layers);

        Assert.Equal(
            [(0, 50.0 * ponds, ponds), (1, 1000.0, 1)],
            result.Overlaps.Select(overlap =>
                (overlap.WinnerLayer, Math.Round(overlap.SquareMetres, 6), overlap.Pairs)));
        ClassArea<string, string> crop = Assert.Single(result.ClassAreas, area => area.Class == "crop");
        Assert.Equal(99_000 - 50 * ponds, crop.NetSquareMetres, Rounding);
        Assert.Equal(0, result.Zones[0].UncoveredSquareMetres, Rounding);
    }

    [Fact]
    public void Compute_LinesAndPoints_HaveNoPieces()
    {
        var result = AreaOverlay.Compute(
            TwoZones, [Layer("river", ("r", "river", Some.Wkt("LINESTRING(0 5, 20 5)")))]);
        Assert.Empty(result.Pieces);
        Assert.Equal(100, result.Zones[0].UncoveredSquareMetres);
    }

    [Fact]
    public void Compute_ZonesOverlap_ResidualShowsIt()
    {
        OverlayZone<string>[] zones = [.. TwoZones, new("extra", Some.Box(0, 0, 5, 10))];
        var result = AreaOverlay.Compute(zones, [Layer("forest", ("p", "forest", Some.Box(1, 1, 3, 3)))]);
        Assert.Equal(4, result.Residual.LargestParcelSquareMetres, Rounding);
    }

    [Fact]
    public void Compute_ZoneKeyTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => AreaOverlay.Compute(
            [TwoZones[0], TwoZones[0]], [Layer("forest", ("p", "forest", Some.Box(1, 1, 3, 3)))]));

    [Fact]
    public void Compute_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => AreaOverlay.Compute(
            TwoZones,
            [Layer("forest", ("p", "forest", Some.Box(1, 1, 3, 3)))],
            new OverlayOptions { CancellationToken = cancelled.Token }));
    }

    [Fact]
    public void Compute_Progress_EndsWithAllParcels()
    {
        var last = new LastProgress();
        AreaOverlay.Compute(
            TwoZones,
            [Layer("forest", ("p", "forest", Some.Box(1, 1, 3, 3)), ("q", "forest", Some.Box(5, 5, 6, 6)))],
            new OverlayOptions { Progress = last });
        Assert.Equal(new OverlayProgress(2, 2), last.Value);
    }

    private static OverlayLayer<string> Layer(
        string name, params (string Id, string Class, Geometry Shape)[] parcels) => new(
        name,
        [.. parcels.Select(parcel => new OverlayParcel<string>(parcel.Id, parcel.Class, parcel.Shape))]);

    private sealed class LastProgress : IProgress<OverlayProgress>
    {
        public OverlayProgress Value { get; private set; }

        public void Report(OverlayProgress value) => Value = value;
    }
}
