using System.Globalization;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>The split without geometry against the general overlay, on parcels made to be hard.</summary>
public class ZoneOverlayTests
{
    private const int Seed = 20191;

    /// <summary>The environment variable GEP_NASTY_PARCELS asks for more than the ordinary run has.</summary>
    private static readonly int Parcels = int.TryParse(
        Environment.GetEnvironmentVariable("GEP_NASTY_PARCELS"), CultureInfo.InvariantCulture, out int asked)
        ? asked
        : 2000;

    private const double AbsoluteSquareMetres = 1e-6, Relative = 1e-9;

    /// <summary>How far OverlayNG moves vertices at this size when it cannot do without [m].</summary>
    private const double SnapMetres = 1e-8;

    [Fact]
    public void Measure_NastyParcels_AreThoseOfOverlayNG()
    {
        var report = new NastyReport(Seed, Parcels);
        var scene = new NastyScene(Seed);
        Geometry[] zones = scene.Zones();
        var overlay = ZoneOverlay.Of(zones, Parcels)!;
        Parallel.For(0, Parcels, i =>
        {
            Geometry parcel = scene.Parcel(i);
            if (parcel.IsEmpty)
            {
                report.NoteEmpty(i);
                return;
            }
            var table = new ParcelTable();
            table.Add(0, parcel);
            ZoneClassAreas areas = overlay.Measure(table, new OverlayOptions { Threads = 1 });
            report.NoteParcel(i, areas.OverlaidParcels > 0);
            CompareWithOverlayNG(report, i, parcel, zones, areas);
        });
        report.Write();
        Assert.True(report.Failures.Count == 0, string.Join('\n', report.Failures.Take(5)));
        Assert.InRange(report.Overlaid, 0, Parcels / 2);
    }

    [Fact]
    public void Measure_OtherOrderAndThreads_SameBits()
    {
        var scene = new NastyScene(Seed);
        Geometry[] zones = scene.Zones();
        Geometry[] parcels = [.. Enumerable.Range(0, Parcels).Select(scene.Parcel).Where(p => !p.IsEmpty)];
        var overlay = ZoneOverlay.Of(zones, Parcels)!;
        ZoneClassAreas plain = overlay.Measure(TableOf(parcels), new OverlayOptions { Threads = 1 });
        new Random(Seed).Shuffle(parcels);
        ZoneClassAreas other = overlay.Measure(TableOf(parcels), new OverlayOptions { Threads = 2 });
        for (int zone = 0; zone <= zones.Length; zone++)
            Assert.Equal(plain.SquareMetres(zone, 0), other.SquareMetres(zone, 0));
    }

    [Theory]
    [InlineData("moved")]
    [InlineData("reversed")]
    public void Measure_NastyScene_KeepsItsAreas(string how)
    {
        const double Along = -123_456.789, Up = 98_765.4321;
        var move = AffineTransformation.TranslationInstance(Along, Up);
        Geometry Change(Geometry shape) => how == "moved" ? move.Transform(shape) : shape.Reverse();
        var scene = new NastyScene(Seed);
        Geometry[] zones = scene.Zones();
        var plain = ZoneOverlay.Of(zones, Parcels)!;
        var changed = ZoneOverlay.Of([.. zones.Select(Change)], Parcels)!;
        for (int i = 0; i < Parcels; i++)
        {
            Geometry parcel = scene.Parcel(i);
            if (parcel.IsEmpty) continue;
            ZoneClassAreas before = plain.Measure(TableOf([parcel]));
            ZoneClassAreas after = changed.Measure(TableOf([Change(parcel)]));
            // Moving rounds each vertex anew; the area under a side changes by its length times that.
            double tolerance = Math.Max(AbsoluteSquareMetres, SnapMetres * parcel.Length);
            for (int zone = 0; zone <= zones.Length; zone++)
            {
                double miss = Math.Abs(before.SquareMetres(zone, 0) - after.SquareMetres(zone, 0));
                Assert.True(miss <= tolerance, $"parcel {i}, zone {zone}: {miss} m²");
            }
        }
    }

    [Fact]
    public void Change_OneParcel_IsThatOfAFullRun()
    {
        var scene = new NastyScene(Seed);
        Geometry[] parcels = [.. Enumerable.Range(0, Parcels).Select(scene.Parcel).Where(p => !p.IsEmpty)];
        var overlay = ZoneOverlay.Of(scene.Zones(), Parcels)!;
        ParcelTable table = TableOf(parcels);
        ZoneClassAreas areas = overlay.Measure(table);
        for (int i = 0; i < 100; i++)
        {
            parcels[i] = scene.Parcel(Parcels + i);
            if (!parcels[i].IsEmpty) overlay.Change(areas, table, i, parcels[i]);
            else parcels[i] = table.GeometryOf(i);
        }
        ZoneClassAreas full = overlay.Measure(TableOf(parcels));
        for (int zone = 0; zone <= overlay.Zones; zone++)
        {
            Assert.Equal(full.SquareMetres(zone, 0), areas.SquareMetres(zone, 0));
            Assert.Equal(full.Pieces(zone, 0), areas.Pieces(zone, 0));
        }
    }

    [Theory]
    [InlineData("zones overlap", 0, 0, 12, 10)]
    [InlineData("zones share no vertices", 10, 2, 20, 8)]
    [InlineData("zone in a zone", 2, 2, 4, 4)]
    public void Of_NoCoverage_IsNull(string why, double x0, double y0, double x1, double y1)
    {
        Geometry[] zones = [Some.Box(0, 0, 10, 10), Some.Box(x0, y0, x1, y1)];
        Assert.True(ZoneOverlay.Of(zones, 1000) is null, why);
    }

    private static ParcelTable TableOf(IEnumerable<Geometry> parcels)
    {
        var table = new ParcelTable();
        foreach (Geometry parcel in parcels) table.Add(0, parcel);
        return table;
    }

    private static void CompareWithOverlayNG(
        NastyReport report, int i, Geometry parcel, Geometry[] zones, ZoneClassAreas areas)
    {
        double whole = EllipsoidArea.SquareMetres(parcel), sum = areas.OutsideSquareMetres(0);
        // Moved to its own origin, which rounds nothing, OverlayNG rounds its crossings a thousand times
        // less.
        var toOrigin = AffineTransformation.TranslationInstance(-parcel.Coordinate.X, -parcel.Coordinate.Y);
        Geometry moved = toOrigin.Transform(parcel);
        for (int zone = 0; zone < zones.Length; zone++)
        {
            (double expected, bool isExact) = OverlayNGSquareMetres(moved, toOrigin.Transform(zones[zone]));
            double actual = areas.SquareMetres(zone, 0);
            double tolerance = Math.Max(AbsoluteSquareMetres, Relative * expected);
            if (!isExact) tolerance = Math.Max(tolerance, SnapMetres * parcel.Length);
            report.Compare(
                i, isExact, expected, actual, tolerance,
                $"seed {Seed} parcel {i} zone {zone}: {expected:R} by OverlayNG, {actual:R} here\n{parcel}");
            sum += actual;
        }
        report.CompareSum(
            whole, sum, Math.Max(AbsoluteSquareMetres, Relative * whole),
            $"seed {Seed} parcel {i}: pieces {sum:R}, parcel {whole:R}\n{parcel}");
    }

    /// <summary>The common area, and whether OverlayNG found it without snapping vertices.</summary>
    private static (double SquareMetres, bool IsExact) OverlayNGSquareMetres(Geometry a, Geometry b)
    {
        try
        {
            return (EllipsoidArea.SquareMetres(
                OverlayNG.Overlay(a, b, SpatialFunction.Intersection, PlaneGeometry.Precision)), true);
        }
        catch (TopologyException)
        {
            return (EllipsoidArea.SquareMetres(
                OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection)), false);
        }
    }
}
