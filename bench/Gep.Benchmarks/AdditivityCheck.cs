using System.Diagnostics;
using System.Globalization;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>
/// Whether the pieces of every parcel add up to it, and the types of a district and its uncovered rest, found
/// by union and difference, to the district; what rounding made parcels overlap is counted once.
/// </summary>
internal static class AdditivityCheck
{
    public static int Run(string folder)
    {
        const double Relative = 1e-9;
        var clock = Stopwatch.StartNew();
        var reader = new WkbStream();
        IReadOnlyList<Geometry> zones = reader.ReadZones(Path.Combine(folder, "districts.wkbs"));
        var table = new ParcelTable();
        reader.Read(Path.Combine(folder, "parcels.wkbs"), table);
        OverlayParcel<int>[] parcels = [.. Enumerable.Range(0, table.Count).Select(i =>
            new OverlayParcel<int>($"{i:D8}", table.ClassOf(i), table.GeometryOf(i)))];
        var result = AreaOverlay.Compute(
            [.. zones.Select((zone, i) => new OverlayZone<int>(i, zone))],
            [new OverlayLayer<int>("parcels", parcels)],
            new OverlayOptions { Uncovered = UncoveredRule.SubtractAndMeasure });
        var sums = new double[parcels.Length];
        foreach (OverlayPiece<int, int> piece in result.Pieces) sums[piece.Parcel] += piece.GrossSquareMetres;
        double ofParcels = 0;
        foreach (ParcelArea parcel in result.Parcels)
        {
            double miss = Math.Abs(
                sums[parcel.Parcel] + parcel.OutsideGrossSquareMetres - parcel.GrossSquareMetres);
            ofParcels = Math.Max(ofParcels, miss / parcel.GrossSquareMetres);
        }
        double least = zones.Min(EllipsoidArea.SquareMetres);
        double ofZones = result.Residual.LargestUncoveredSquareMetres!.Value / least;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"additivity parcels={parcels.Length} largest_parcel_miss={ofParcels:E1} "
            + $"largest_district_miss={ofZones:E1} "
            + $"uncovered_m2={result.Zones.Sum(zone => zone.UncoveredSquareMetres):F3} "
            + $"seconds={clock.Elapsed.TotalSeconds:F0}"));
        return ofParcels <= Relative && ofZones <= Relative ? 0 : 1;
    }
}
