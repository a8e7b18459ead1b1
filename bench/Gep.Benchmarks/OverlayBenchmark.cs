using System.Diagnostics;
using System.Globalization;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>Parcels in memory to areas per district and type, beside one pass over the same memory.</summary>
internal static class OverlayBenchmark
{
    private const int WarmRounds = 3;
    /// <summary>As in the baseline, which divides the kernel's kilobytes by 1024.</summary>
    private const double BytesPerMegabyte = 1 << 20;

    public static int Run(string folder, string[] arguments)
    {
        int threads = Number(arguments, "--threads", Environment.ProcessorCount);
        int rounds = Number(arguments, "--rounds", 5);
        var reader = new WkbStream();
        IReadOnlyList<Geometry> zones = reader.ReadZones(Path.Combine(folder, "districts.wkbs"));
        var table = new ParcelTable();
        var clock = Stopwatch.StartNew();
        reader.Read(Path.Combine(folder, "parcels.wkbs"), table);
        GC.Collect();
        double load = clock.Elapsed.TotalSeconds;
        clock.Restart();
        ZoneOverlay overlay = ZoneOverlay.Of(zones, table.Count)
            ?? throw new InvalidDataException("The districts are no coverage.");
        double prepare = clock.Elapsed.TotalSeconds;

        var options = new OverlayOptions { Threads = threads };
        ZoneClassAreas areas = overlay.Measure(table, options);
        for (int i = 0; i < WarmRounds; i++) areas = Warm(overlay, table, options);
        double[] ours = new double[rounds], single = new double[rounds];
        double[] pass = new double[rounds], plain = new double[rounds];
        for (int i = 0; i < rounds; i++)
        {
            pass[i] = Seconds(() => MemoryPass.Run(table, threads));
            plain[i] = Seconds(() => MemoryPass.RunPlain(table, threads));
            ours[i] = Seconds(() => areas = overlay.Measure(table, options));
            single[i] = Seconds(() => overlay.Measure(table, options with { Threads = 1 }));
        }
        double megabytes = Process.GetCurrentProcess().PeakWorkingSet64 / BytesPerMegabyte;
        bool isSame = IsSame(areas, overlay.Measure(table, options with { Threads = 1 }))
            && IsSame(areas, overlay.Measure(Shuffled(table), options));
        double change = ChangeSeconds(overlay, areas, table);
        if (Text(arguments, "--table") is { } file) WriteTable(file, areas);
        double seconds = Median(ours);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"overlay parcels={table.Count} vertices={table.Vertices} threads={threads} seconds={seconds:F4} "
            + $"seconds_1_thread={Median(single):F4} pass={Median(plain):F4} "
            + $"ratio_limit={seconds / Median(plain):F2} bandwidth={Median(pass):F4} split={areas.SplitParcels} "
            + $"overlaid={areas.OverlaidParcels} prepare={prepare:F3} load={load:F2} "
            + $"change_ms={change * 1000:F3} "
            + $"heap={GC.GetGCMemoryInfo().HeapSizeBytes / BytesPerMegabyte:F0} "
            + $"committed={GC.GetGCMemoryInfo().TotalCommittedBytes / BytesPerMegabyte:F0} "
            + $"parcel_residual={areas.LargestMiss:E1} zone_residual={ZoneResidual(zones, areas):E1} "
            + $"same_bits={isSame} mb={megabytes:F0}"));
        return 0;
    }

    private static ZoneClassAreas Warm(ZoneOverlay overlay, ParcelTable table, OverlayOptions options)
    {
        MemoryPass.Run(table, options.Threads);
        MemoryPass.RunPlain(table, options.Threads);
        overlay.Measure(table, options with { Threads = 1 });
        return overlay.Measure(table, options);
    }

    /// <summary>The same parcels in another order.</summary>
    private static ParcelTable Shuffled(ParcelTable table)
    {
        const int Seed = 7;
        int[] order = [.. Enumerable.Range(0, table.Count)];
        new Random(Seed).Shuffle(order);
        var shuffled = new ParcelTable();
        foreach (int parcel in order) shuffled.Add(table.ClassOf(parcel), table.GeometryOf(parcel));
        return shuffled;
    }

    private static bool IsSame(ZoneClassAreas one, ZoneClassAreas other)
    {
        for (int zone = 0; zone <= one.Zones; zone++)
        {
            for (int type = 0; type < one.Classes; type++)
            {
                if (!one.SquareMetres(zone, type).Equals(other.SquareMetres(zone, type))) return false;
            }
        }
        return true;
    }

    /// <summary>
    /// Most by which the types of a district, which tile it here, miss it, as a part of it.
    /// </summary>
    private static double ZoneResidual(IReadOnlyList<Geometry> zones, ZoneClassAreas areas)
    {
        double most = 0;
        for (int zone = 0; zone < zones.Count; zone++)
        {
            double whole = EllipsoidArea.SquareMetres(zones[zone]), sum = 0;
            for (int type = 0; type < areas.Classes; type++) sum += areas.SquareMetres(zone, type);
            most = Math.Max(most, Math.Abs(whole - sum) / whole);
        }
        return most;
    }

    /// <summary>Median time of changing one parcel, over parcels spread through the table.</summary>
    private static double ChangeSeconds(ZoneOverlay overlay, ZoneClassAreas areas, ParcelTable table)
    {
        const int Changes = 101;
        var times = new double[Changes];
        for (int i = 0; i < Changes; i++)
        {
            int parcel = (int)((long)i * table.Count / Changes);
            Geometry shape = table.GeometryOf(parcel);
            times[i] = Seconds(() => overlay.Change(areas, table, parcel, shape));
        }
        return Median(times);
    }

    private static void WriteTable(string file, ZoneClassAreas areas)
    {
        using var writer = new StreamWriter(file);
        for (int zone = 0; zone <= areas.Zones; zone++)
        {
            for (int type = 0; type < areas.Classes; type++)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{zone}|{type}|{areas.Pieces(zone, type)}|{areas.SquareMetres(zone, type):R}"));
            }
        }
    }

    private static double Seconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static int Number(string[] arguments, string name, int otherwise) =>
        Text(arguments, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] arguments, string name)
    {
        int at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
