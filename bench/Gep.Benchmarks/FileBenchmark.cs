using System.Diagnostics;
using System.Globalization;
using Gep.Api.Layers;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Overlays;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>From a file on disk to areas per district and type, checks included.</summary>
internal static class FileBenchmark
{
    private static readonly string[] Types =
        ["forest", "wetland", "water", "cropland", "grassland", "urban_green", "other"];

    public static int Run(string folder, string format)
    {
        IReadOnlyList<Geometry> zones = new WkbStream().ReadZones(Path.Combine(folder, "districts.wkbs"));
        var clock = Stopwatch.StartNew();
        var table = new ParcelTable();
        string file = Path.Combine(folder, format == "gpkg" ? "parcels.gpkg" : "parcels.geojsonl");
        var manifest = new LayerManifest("parcels", file, CoordinateSystem.Cgcs2000);
        using FileStream? stream = format == "gpkg" ? null : File.OpenRead(file);
        IEnumerable<SourceRecord> records = stream is null
            ? GeoPackageReader.Read(file, manifest)
            : NewlineGeoJsonReader.Read(stream, manifest);
        IReadOnlyList<LayerProblem> problems = ParcelIngest.Fill(
            table, manifest, records, feature => Array.IndexOf(Types, feature.Attributes["eco"]));
        // What the reader left behind makes room for the grid.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        double read = clock.Elapsed.TotalSeconds;
        ZoneClassAreas areas = ZoneOverlay.Of(zones, table.Count)!.Measure(table);
        double seconds = clock.Elapsed.TotalSeconds;
        double sum = 0;
        for (int zone = 0; zone <= areas.Zones; zone++)
        {
            for (int type = 0; type < areas.Classes; type++) sum += areas.SquareMetres(zone, type);
        }
        double megabytes = Process.GetCurrentProcess().PeakWorkingSet64 / (double)(1 << 20);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"file format={format} parcels={table.Count} problems={problems.Count} read={read:F2} "
            + $"{format}_seconds={seconds:F2} km2={sum / 1e6:F6} {format}_mb={megabytes:F0}"));
        return problems.Count == 0 ? 0 : 1;
    }
}
