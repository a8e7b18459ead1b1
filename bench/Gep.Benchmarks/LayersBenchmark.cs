using System.Diagnostics;
using System.Globalization;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Gep.Benchmarks;

/// <summary>
/// Three overlapping layers in memory to areas per district and type, overlaps resolved: from a table, beside
/// overlaps kept and one pass over the same memory; then, if asked for, from geometries with every piece
/// listed.
/// </summary>
internal static class LayersBenchmark
{
    private const double BytesPerMegabyte = 1 << 20;

    /// <summary>Unless something else is asked for.</summary>
    private const int MovedOneOf = 3;

    public static int Run(string folder, string[] arguments)
    {
        bool listsPieces = arguments.Contains("--pieces");
        int rounds = arguments is [string text, ..] && !text.StartsWith('-') ? Number(text) : 1;
        int moved = Array.IndexOf(arguments, "--moved");
        var layers = new SurveyLayers(moved < 0 ? MovedOneOf : Number(arguments[moved + 1]));
        IReadOnlyList<Geometry> districts = new WkbStream().ReadZones(Path.Combine(folder, "districts.wkbs"));
        ZoneOverlay overlay = ZoneOverlay.Of(districts, Read(folder).Count)
            ?? throw new InvalidDataException("The districts are no coverage.");
        ParcelTable stacked = layers.Stacked(Read(folder));
        int write = Array.IndexOf(arguments, "--write");
        if (write >= 0) Write(arguments[write + 1], stacked, districts);
        RunTable(overlay, stacked, rounds);
        if (listsPieces) RunPieces(districts, layers, Read(folder), rounds);
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static ParcelTable Read(string folder)
    {
        var table = new ParcelTable();
        new WkbStream().Read(Path.Combine(folder, "parcels.wkbs"), table);
        return table;
    }

    /// <summary>Writes all in the plane, with numbers, as rows that PostgreSQL copies.</summary>
    private static void Write(string folder, ParcelTable stacked, IReadOnlyList<Geometry> districts)
    {
        WriteRows(Path.Combine(folder, "stacked.tsv"), Enumerable.Range(0, stacked.Count).Select(rank =>
            (string.Create(CultureInfo.InvariantCulture, $"{rank}\t{stacked.ClassOf(rank)}"),
                stacked.GeometryOf(rank))));
        WriteRows(Path.Combine(folder, "zones.tsv"), districts.Select((district, i) =>
            (i.ToString(CultureInfo.InvariantCulture), district)));
    }

    private static void WriteRows(string file, IEnumerable<(string Columns, Geometry Geometry)> rows)
    {
        var writer = new WKBWriter();
        using var lines = new StreamWriter(file);
        foreach ((string columns, Geometry geometry) in rows)
            lines.Write($"{columns}\t{Convert.ToHexString(writer.Write(geometry))}\n");
    }

    private static void RunTable(ZoneOverlay overlay, ParcelTable stacked, int rounds)
    {
        var options = new OverlayOptions();
        ForgetPeak();
        ZoneClassAreas net = overlay.MeasureNet(stacked, options), gross = overlay.Measure(stacked, options);
        var pass = new Cost("pass", () => MemoryPass.RunPlain(stacked, options.Threads), repeats: 20);
        Cost[] costs =
        [
            pass,
            new("sums", () => overlay.Measure(stacked, options), repeats: 5),
            new("resolved", () => net = overlay.MeasureNet(stacked, options)),
        ];
        for (int i = 0; i < rounds; i++)
        {
            foreach (Cost cost in costs) cost.Run();
        }
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        overlay.MeasureNet(stacked, options);
        double room = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / BytesPerMegabyte;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"layers parcels={stacked.Count} {string.Join(" ", costs.Select(cost => cost.Against(pass)))} "
            + $"losers={Losers(stacked, options)} taken_m2={Total(gross) - Total(net):F4} net_m2={Total(net):F2} allocated_mb={room:F0} mb={Peak():F0}"));
    }

    private static void RunPieces(
        IReadOnlyList<Geometry> districts, SurveyLayers survey, ParcelTable table, int rounds)
    {
        OverlayZone<int>[] zones = [.. districts.Select((zone, i) => new OverlayZone<int>(i, zone))];
        OverlayLayer<int>[] layers = [.. Enumerable.Range(0, SurveyLayers.Layers).Select(layer =>
            new OverlayLayer<int>($"layer {layer}", [.. survey.Of(table, layer).Select((parcel, i) =>
                new OverlayParcel<int>($"{i:D8}", parcel.Class, parcel.Geometry))]))];
        var options = new OverlayOptions();
        var keep = options with { Overlaps = OverlapRule.Keep };
        AreaOverlayResult<int, int> result = AreaOverlay.Compute(zones, layers, options);
        var pass = new Cost("pass", () => MemoryPass.RunPlain(table, options.Threads), repeats: 20);
        Cost[] costs =
        [
            pass,
            new("kept", () => AreaOverlay.Compute(zones, layers, keep)),
            new("resolved", () => result = AreaOverlay.Compute(zones, layers, options)),
        ];
        for (int i = 0; i < rounds; i++)
        {
            foreach (Cost cost in costs) cost.Run();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pieces parcels={table.Count} {string.Join(" ", costs.Select(cost => cost.Against(pass)))} "
            + $"pairs={result.Overlaps.Sum(overlap => overlap.Pairs)} "
            + $"losers={result.Parcels.Count(IsLoser)} "
            + $"overlap_m2={result.Overlaps.Sum(overlap => overlap.SquareMetres):F4} "
            + $"residual={result.Residual.LargestParcelSquareMetres:E1} "
            + $"snapped={result.Problems.Count} mb={Peak():F0}"));
    }

    private static int Losers(ParcelTable stacked, OverlayOptions options)
    {
        var shares = new OverlapShares(stacked, options);
        return Enumerable.Range(0, stacked.Count).Count(parcel => !shares.Of(parcel).IsEmpty);
    }

    private static double Total(ZoneClassAreas areas) => Enumerable.Range(0, areas.Zones).Sum(zone =>
        Enumerable.Range(0, areas.Classes).Sum(type => areas.SquareMetres(zone, type)));

    /// <summary>What was needed to read is not counted.</summary>
    private static void ForgetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        const string Peaks = "/proc/self/clear_refs", OfMemory = "5";
        if (File.Exists(Peaks)) File.WriteAllText(Peaks, OfMemory);
    }

    private static double Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / BytesPerMegabyte;
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
