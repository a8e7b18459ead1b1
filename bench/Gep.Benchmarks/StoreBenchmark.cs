using System.Diagnostics;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
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

    /// <summary>
    /// Both in turn; the first round is that of a program that has just started, the others of a service.
    /// </summary>
    public static int Run(string folder, int rounds)
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
            using var store = Store.Open(cluster.ConnectionString);
            double[] all = new double[rounds], sent = new double[rounds], ogr = new double[rounds];
            for (int round = 0; round < rounds; round++)
            {
                ogr[round] = Ogr(
                    cluster.ConnectionString, Path.Combine(folder, FileName), $"public.parcels_{round}");
                (sent[round], all[round]) = Ours(store, $"round-{round}", folder);
            }
            long peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"store rounds={rounds} first_seconds={all[0]:F2} seconds={Median(all):F2} "
                + $"sent={Median(sent):F2} ogr2ogr={Median(ogr):F2} first_ratio={ogr[0] / all[0]:F2} "
                + $"ratio_ogr2ogr={Median(ogr) / Median(all):F2} mb={peak} "
                + $"all={Join(all)} all_ogr2ogr={Join(ogr)}"));
            return 0;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static string Join(double[] times) =>
        string.Join(',', times.Select(time => time.ToString("F2", CultureInfo.InvariantCulture)));

    /// <summary>As the service ingests a layer: hashed, read and checked, and sent on the way.</summary>
    private static (double Sent, double All) Ours(Store store, string workspace, string folder)
    {
        var layer = Layer();
        var timer = Stopwatch.StartNew();
        long workspaceId = SnapshotWriting.WorkspaceId(store, workspace);
        using var loads = new LayerLoads(store, workspace, folder);
        var ingest = FileIngest.Read(folder, layer, FileName, loads.TakerOf(layer));
        if (ingest.Problems.Any(problem => problem.Severity == ProblemSeverity.Refusal))
            throw new InvalidOperationException(ingest.Problems[0].ToString());
        double sent = timer.Elapsed.TotalSeconds;
        var stored = loads.Find(layer.Id)!.Complete(workspaceId, folder, workspace);
        double all = timer.Elapsed.TotalSeconds;
        if (stored.Features != ingest.Features.Length)
            throw new InvalidOperationException($"{stored.Features} of {ingest.Features.Length} are stored.");
        return (sent, all);
    }

    private static double Ogr(string connection, string file, string table)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        var timer = Stopwatch.StartNew();
        using var process = Process.Start("ogr2ogr",
        [
            "-f", "PostgreSQL",
            $"PG:host={server.Host} port={server.Port} user={server.Username} dbname={server.Database}",
            file, "-nln", table, "-nlt", "PROMOTE_TO_MULTI", "-lco", "GEOMETRY_NAME=geometry",
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
