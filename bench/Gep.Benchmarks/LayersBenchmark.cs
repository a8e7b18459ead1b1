using System.Diagnostics;
using System.Globalization;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>
/// Three overlapping layers in memory to areas per district and type, overlaps resolved: from a table without
/// objects, and from geometries with every piece listed; beside them overlaps kept, and one pass over the
/// same memory.
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
        ZoneOverlay overlay = ZoneOverlay.Of(districts, table.Count)
            ?? throw new InvalidDataException("The districts are no coverage.");
        var stacked = new StackedParcels(layers);
        var options = new OverlayOptions();
        var keep = options with { Overlaps = OverlapRule.Keep };
        AreaOverlayResult<int, int> result = AreaOverlay.Compute(zones, layers, options);
        var pass = new Cost("pass", () => MemoryPass.RunPlain(table, options.Threads), repeats: 20);
        Cost[] costs =
        [
            pass,
            new("sums", () => overlay.Measure(table, options), repeats: 5),
            new("resolved_table", () => stacked.Measure([.. districts], options)),
            new("kept", () => AreaOverlay.Compute(zones, layers, keep)),
            new("resolved", () => result = AreaOverlay.Compute(zones, layers, options)),
        ];
        for (int i = 0; i < rounds; i++)
        {
            foreach (Cost cost in costs) cost.Run();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"layers parcels={table.Count} {string.Join(" ", costs.Select(cost => cost.Against(pass)))} "
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

    /// <summary>What a piece of work takes, by the clock and of all processors.</summary>
    private sealed class Cost(string name, Action work, int repeats = 1)
    {
        private readonly List<double> _seconds = [], _processor = [];

        public void Run()
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < repeats; i++) work();
            _seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds / repeats);
            _processor.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds / repeats);
        }

        public string Against(Cost pass) => string.Create(CultureInfo.InvariantCulture,
            $"{name}={Median(_seconds):F4} {name}_processor={Median(_processor):F3} "
            + $"{name}_passes={Median(_processor) / Median(pass._processor):F1}");

        private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }
}
