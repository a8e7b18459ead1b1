using System.Diagnostics;
using System.Globalization;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>
/// Three overlapping layers in memory to areas per district and type, overlaps resolved, beside the same with
/// overlaps kept and one pass over the same memory.
/// </summary>
internal static class LayersBenchmark
{
    private const double BytesPerMegabyte = 1 << 20;

    public static int Run(string folder, string[] arguments)
    {
        int rounds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1;
        var reader = new WkbStream();
        IReadOnlyList<Geometry> districts = reader.ReadZones(Path.Combine(folder, "districts.wkbs"));
        var table = new ParcelTable();
        reader.Read(Path.Combine(folder, "parcels.wkbs"), table);
        OverlayZone<int>[] zones = [.. districts.Select((zone, i) => new OverlayZone<int>(i, zone))];
        OverlayLayer<int>[] layers = [.. SurveyLayers.Of(table).Select((parcels, layer) =>
            new OverlayLayer<int>($"layer {layer}", [.. parcels.Select((parcel, i) =>
                new OverlayParcel<int>($"{i:D8}", parcel.Class, parcel.Geometry))]))];
        ZoneOverlay overlay = ZoneOverlay.Of(districts, table.Count)!;
        var options = new OverlayOptions();
        var keep = options with { Overlaps = OverlapRule.Keep };
        MemoryPass.RunPlain(table, options.Threads);
        overlay.Measure(table);
        AreaOverlayResult<int, int> result = null!;
        double[] plain = new double[rounds], sums = new double[rounds], kept = new double[rounds],
            resolved = new double[rounds], processor = new double[rounds];
        for (int i = 0; i < rounds; i++)
        {
            plain[i] = Seconds(() => MemoryPass.RunPlain(table, options.Threads));
            sums[i] = Seconds(() => overlay.Measure(table, options));
            kept[i] = Seconds(() => AreaOverlay.Compute(zones, layers, keep));
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            resolved[i] = Seconds(() => result = AreaOverlay.Compute(zones, layers, options));
            processor[i] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"layers parcels={table.Count} pass={Median(plain):F4} sums={Median(sums):F4} "
            + $"kept={Median(kept):F3} resolved={Median(resolved):F3} processor={Median(processor):F3} "
            + $"pairs={result.Overlaps.Sum(overlap => overlap.Pairs)} "
            + $"losers={result.Parcels.Count(IsLoser)} "
            + $"overlap_m2={result.Overlaps.Sum(overlap => overlap.SquareMetres):F4} "
            + $"residual={result.Residual.LargestParcelSquareMetres:E1} "
            + $"snapped={result.Problems.Count} "
            + $"mb={Process.GetCurrentProcess().PeakWorkingSet64 / BytesPerMegabyte:F0}"));
        return 0;
    }

    private static bool IsLoser(ParcelArea parcel)
    {
        const double LeastSquareMetres = 1e-4;
        return parcel.GrossSquareMetres - parcel.NetSquareMetres > LeastSquareMetres;
    }

    private static double Seconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
