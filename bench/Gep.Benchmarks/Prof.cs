#pragma warning disable
using System.Diagnostics;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
namespace Gep.Benchmarks;
internal static class Prof
{
    public static int Run(string folder)
    {
        var reader = new WkbStream();
        var zones = reader.ReadZones(Path.Combine(folder, "districts.wkbs"));
        var table = new ParcelTable();
        reader.Read(Path.Combine(folder, "parcels.wkbs"), table);
        var grid = ZoneGrid.Of(zones, table.Count);
        var split = new ZoneSplit(grid);
        for (int round = 0; round < 6; round++)
        {
            long t0 = Stopwatch.GetTimestamp();
            var rest = new List<int>(200000); long area = 0; double sum = 0;
            for (int i = 0; i < table.Count; i++)
            {
                if (grid.TryFindZone(table.RoughBoxOf(i), out int z)) sum += table.SquareMetres(i) + table.ClassOf(i); else rest.Add(i);
            }
            double a = Stopwatch.GetElapsedTime(t0).TotalMilliseconds; t0 = Stopwatch.GetTimestamp();
            long v = 0;
            foreach (int i in rest) { sum += table.MeasureAgain(i, out _); foreach (int l in table.Rings(i).Lengths) v += l; }
            double b = Stopwatch.GetElapsedTime(t0).TotalMilliseconds; t0 = Stopwatch.GetTimestamp();
            var cross = new List<int>(); long near = 0;
            foreach (int i in rest) { var box = table.RoughBoxOf(i); if (split.WholeZone(table.Rings(i), box) is null) { cross.Add(i); } }
            double c = Stopwatch.GetElapsedTime(t0).TotalMilliseconds; t0 = Stopwatch.GetTimestamp();
            long cv = 0;
            foreach (int i in cross) { var box = table.RoughBoxOf(i); split.WholeZone(table.Rings(i), box); foreach (int l in table.Rings(i).Lengths) cv += l;  }
            double d = Stopwatch.GetElapsedTime(t0).TotalMilliseconds; t0 = Stopwatch.GetTimestamp();
            foreach (int i in cross) { var box = table.RoughBoxOf(i); split.WholeZone(table.Rings(i), box); split.TrySplit(table.Rings(i)); sum += split.Tally.Count; }
            double e = Stopwatch.GetElapsedTime(t0).TotalMilliseconds;
            if (round == 5) { t0 = Stopwatch.GetTimestamp(); for (int k = 0; k < 60; k++) { foreach (int i in cross) { var box = table.RoughBoxOf(i); split.WholeZone(table.Rings(i), box); split.TrySplit(table.Rings(i)); sum += split.Tally.Count; } } Console.WriteLine(Stopwatch.GetElapsedTime(t0).TotalMilliseconds / 60); }
            Console.WriteLine($"box {a:F1} rest {rest.Count} verts {v} measure {b:F1} whole(with measure) {c:F1} cross {cross.Count} verts {cv} whole-cross {d:F1} split {e - d:F1}");
        }
        return 0;
    }
}
