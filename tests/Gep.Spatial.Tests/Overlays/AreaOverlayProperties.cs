using FsCheck;
using FsCheck.Fluent;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Spatial.Tests.Overlays;

public class AreaOverlayProperties
{
    private const int Runs = 30, Layers = 3;
    private const double ClosingSquareMetres = 1e-3;

    [Fact]
    public void Compute_AnyScene_SumsClose() => ForAnySeed(seed =>
    {
        (OverlayZone<int>[] zones, OverlayLayer<string>[] layers) = Scene(seed);
        var result = AreaOverlay.Compute(
            zones, layers, new OverlayOptions { Uncovered = UncoveredRule.SubtractAndMeasure });
        return result.Residual.LargestParcelSquareMetres < ClosingSquareMetres
            && result.Residual.LargestZoneSquareMetres < ClosingSquareMetres
            && result.Residual.LargestUncoveredSquareMetres < ClosingSquareMetres;
    });

    [Fact]
    public void Compute_OtherOrderAndThreads_SameBits() => ForAnySeed(seed =>
    {
        (OverlayZone<int>[] zones, OverlayLayer<string>[] layers) = Scene(seed);
        var plain = AreaOverlay.Compute(zones, layers, new OverlayOptions { Threads = 1 });
        var random = new Random(seed);
        random.Shuffle(zones);
        OverlayLayer<string>[] shuffled = [.. layers.Select(layer =>
        {
            OverlayParcel<string>[] parcels = [.. layer.Parcels];
            random.Shuffle(parcels);
            return layer with { Parcels = parcels };
        })];
        var other = AreaOverlay.Compute(zones, shuffled, new OverlayOptions { Threads = 4 });
        return plain.Zones.SequenceEqual(other.Zones)
            && plain.ClassAreas.SequenceEqual(other.ClassAreas)
            && plain.Overlaps.SequenceEqual(other.Overlaps)
            && plain.Pieces.Select(piece => piece with { Parcel = 0 })
                .SequenceEqual(other.Pieces.Select(piece => piece with { Parcel = 0 }));
    });

    [Fact]
    public void Compute_ParcelCutInTwo_ClassesKeepTheirArea() => ForAnySeed(seed =>
    {
        (OverlayZone<int>[] zones, OverlayLayer<string>[] layers) = Scene(seed);
        OverlayLayer<string>[] unique = [.. layers.Select(WithUniqueIds)];
        return HasSameAreas(
            AreaOverlay.Compute(zones, unique), AreaOverlay.Compute(zones, [.. unique.Select(Halve)]));
    });

    [Fact]
    public void Compute_SceneMoved_ClassesKeepTheirArea() => ForAnySeed(seed =>
    {
        const double Far = 2e6;
        (OverlayZone<int>[] zones, OverlayLayer<string>[] layers) = Scene(seed);
        var random = new Random(seed);
        var move = AffineTransformation.TranslationInstance(
            Far * (random.NextDouble() - 0.5), Far * (random.NextDouble() - 0.5));
        return HasSameAreas(
            AreaOverlay.Compute(zones, layers), Compute(zones, layers, move.Transform));
    });

    [Fact]
    public void Compute_RingsReversed_ClassesKeepTheirArea() => ForAnySeed(seed =>
    {
        (OverlayZone<int>[] zones, OverlayLayer<string>[] layers) = Scene(seed);
        return HasSameAreas(
            AreaOverlay.Compute(zones, layers), Compute(zones, layers, shape => shape.Reverse()));
    });

    private static AreaOverlayResult<int, string> Compute(
        OverlayZone<int>[] zones, OverlayLayer<string>[] layers, Func<Geometry, Geometry> change) =>
        AreaOverlay.Compute(
            zones.Select(zone => zone with { Geometry = change(zone.Geometry) }),
            [.. layers.Select(layer => layer with
            {
                Parcels = [.. layer.Parcels.Select(parcel => parcel with
                {
                    Geometry = change(parcel.Geometry),
                })],
            })]);

    private static bool HasSameAreas(
        AreaOverlayResult<int, string> one, AreaOverlayResult<int, string> other) =>
        one.ClassAreas.Count == other.ClassAreas.Count
        && one.ClassAreas.Zip(other.ClassAreas).All(pair =>
            pair.First.Zone == pair.Second.Zone
            && pair.First.Class == pair.Second.Class
            && Math.Abs(pair.First.NetSquareMetres - pair.Second.NetSquareMetres) < ClosingSquareMetres);

    private static void ForAnySeed(Func<int, bool> holds) => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    /// <summary>
    /// Zones that tile a field; stars and boxes of a tiling over it, in layers that overlap.
    /// </summary>
    private static (OverlayZone<int>[] Zones, OverlayLayer<string>[] Layers) Scene(int seed)
    {
        const double West = 1.27e7, South = 3.2e6, Side = 10_000, Border = 4_500;
        const int Stars = 14, Tiles = 6;
        var random = new Random(seed);
        OverlayZone<int>[] zones =
        [
            new(1, Some.Box(West, South, West + Border, South + Side)),
            new(2, Some.Box(West + Border, South, West + Side, South + Border)),
            new(3, Some.Box(West + Border, South + Border, West + Side, South + Side)),
        ];
        var layers = new OverlayLayer<string>[Layers];
        for (int layer = 0; layer < Layers; layer++)
        {
            var stars = Enumerable.Range(0, Stars).Select(i => new OverlayParcel<string>(
                $"s{random.Next(Stars)}",
                $"class {i % 4}",
                Some.Star(
                    random,
                    West + Side * random.NextDouble(),
                    South + Side * random.NextDouble(),
                    100 + 1500 * random.NextDouble(),
                    random.Next(5, 90))));
            double step = Side / Tiles;
            var tiles = Enumerable.Range(0, layer == 1 ? Tiles * Tiles : 0).Select(i =>
                new OverlayParcel<string>($"t{i}", "tile", Some.Box(
                    West + i % Tiles * step, South + i / Tiles * step,
                    West + (i % Tiles + 1) * step, South + (i / Tiles + 1) * step)));
            layers[layer] = new OverlayLayer<string>($"layer {layer}", [.. stars, .. tiles]);
        }
        return (zones, layers);
    }

    /// <summary>
    /// Halves share the id of their parcel, so that precedence stays; other parcels must not.
    /// </summary>
    private static OverlayLayer<string> WithUniqueIds(OverlayLayer<string> layer) => layer with
    {
        Parcels = [.. layer.Parcels.Select((parcel, i) => parcel with { Id = $"{parcel.Id}-{i}" })],
    };

    private static OverlayLayer<string> Halve(OverlayLayer<string> layer)
    {
        var cut = new AreaCut();
        IEnumerable<OverlayParcel<string>> halves = layer.Parcels.SelectMany(parcel =>
        {
            Envelope box = parcel.Geometry.EnvelopeInternal;
            Geometry west = Some.Box(box.MinX - 1, box.MinY - 1, box.Centre.X, box.MaxY + 1);
            return new[] { cut.Intersection(parcel.Geometry, west), cut.Difference(parcel.Geometry, west) }
                .Select(half => parcel with { Geometry = half });
        });
        return layer with { Parcels = [.. halves] };
    }
}
