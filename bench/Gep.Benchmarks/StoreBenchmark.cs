using System.Diagnostics;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Api.Layers;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Clusters;
using Gep.Api.Persistence.Writing;
using Npgsql;

namespace Gep.Benchmarks;

/// <summary>A GeoPackage of parcels into PostGIS: the store, and ogr2ogr, on the same server.</summary>
internal static class StoreBenchmark
{
    private const string FileName = "parcels.gpkg";

    public static int Run(string folder)
    {
        string home = Directory.CreateTempSubdirectory("gep-bench-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(home, File.GetUnixFileMode(home) | UnixFileMode.OtherExecute
                | UnixFileMode.OtherRead | UnixFileMode.GroupExecute | UnixFileMode.GroupRead);
        }
        try
        {
            using var cluster = PrivateCluster.Open(ClusterPlace.At(home), Console.Error.WriteLine);
            var (read, write, rows) = Ours(cluster.ConnectionString, folder);
            double ogr = Ogr(cluster.ConnectionString, Path.Combine(folder, FileName));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"store rows={rows} seconds={read + write:F2} read={read:F2} write={write:F2} "
                + $"ogr2ogr={ogr:F2} ratio_ogr2ogr={ogr / (read + write):F2} "
                + $"mb={Process.GetCurrentProcess().PeakWorkingSet64 >> 20}"));
            return 0;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static (double Read, double Write, long Rows) Ours(string connection, string folder)
    {
        using var store = Store.Open(connection);
        long workspace = SnapshotWriting.WorkspaceId(store, "bench");
        var layer = Layer();
        var timer = Stopwatch.StartNew();
        var ingest = FileIngest.Read(folder, layer, FileName);
        double read = timer.Elapsed.TotalSeconds;
        timer.Restart();
        var stored = LayerWriting.Write(
            store, workspace, folder, LayerContent.Of(folder, layer),
            [.. ingest.Features.Select(feature => new FeatureToStore(feature, null))], "bench", _ => { });
        return (read, timer.Elapsed.TotalSeconds, stored.Features);
    }

    private static double Ogr(string connection, string file)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        var timer = Stopwatch.StartNew();
        using var process = Process.Start("ogr2ogr",
        [
            "-f", "PostgreSQL",
            $"PG:host={server.Host} port={server.Port} user={server.Username} dbname={server.Database}",
            file, "-nln", "public.parcels_ogr", "-nlt", "PROMOTE_TO_MULTI", "-lco", "GEOMETRY_NAME=geometry",
            "--config", "PG_USE_COPY", "YES",
        ]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? timer.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"ogr2ogr ended with {process.ExitCode}.");
    }

    private static LayerDefinition Layer() => new(
        "parcels", LayerRole.Ecosystem, new("图斑", "parcels"), [FileName], "EPSG:4490", YearOf("2019"),
        YearOf("2025"), true, "CC0-1.0", new SourceRef("ASSUMPTION", "bench", Confidence.Low),
        System.Collections.Immutable.ImmutableSortedDictionary<LayerAttribute, string>.Empty, "bench");

    private static AccountingYear YearOf(string text) =>
        AccountingYear.TryParse(text, out var year) ? year : throw new ArgumentException(text, nameof(text));
}
