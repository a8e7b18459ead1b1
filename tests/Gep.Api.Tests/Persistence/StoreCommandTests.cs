using System.Diagnostics;
using System.Text.Json;
using Gep.Api.Persistence.Clusters;
using Gep.Api.Tests.Cli;
using Gep.Api.Tests.Workspaces;
using Gep.Testing;
using Npgsql;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class StoreCommandTests(TestCluster cluster)
{
    private const string CommandFile = "store-command.txt";

    [StoreFact]
    public void Export_StoredRuns_AreTheBytesOfTheFileCommands()
    {
        string database = cluster.NewDatabase();
        string wuhan = Repository.PathOf("data");
        Fine("ingest", wuhan, "--database", database);
        (string[] File, string[] Store)[] pairs =
        [
            (["account", wuhan, "--year", "2019", "--format", "json"],
                ["export", wuhan, "account", "--year", "2019", "--format", "json", "--database", database]),
            (["account", wuhan, "--year", "2024", "--format", "csv"],
                ["export", wuhan, "account", "--year", "2024", "--format", "csv", "--database", database]),
            (["schedule", wuhan, "--year", "2019", "--format", "json"],
                ["export", wuhan, "schedule", "--year", "2019", "--format", "json", "--database", database]),
            (["schedule", wuhan, "--year", "2019", "--scheme", "WH-PBF", "--format", "csv"],
                ["export", wuhan, "schedule", "--year", "2019", "--scheme", "WH-PBF", "--format", "csv",
                    "--database", database]),
        ];
        string folder = Directory.CreateTempSubdirectory("gep-export-").FullName;
        try
        {
            foreach (var (file, store) in pairs)
            {
                Fine([.. file, "--out", Path.Combine(folder, "file")]);
                Fine([.. store, "--out", Path.Combine(folder, "store")]);
            }
            string[] names =
                [.. Directory.EnumerateFiles(Path.Combine(folder, "store")).Select(Path.GetFileName)!];
            Assert.Equal(4, names.Length);
            Assert.All(names, name => Assert.Equal(
                File.ReadAllBytes(Path.Combine(folder, "file", name)),
                File.ReadAllBytes(Path.Combine(folder, "store", name))));
            AssertGisOpens(database);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [StoreFact]
    public void Export_Layer_IsTheLayerThatWasRead()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();
        string file = Path.Combine(tiny.Root, "layers", "fields.geojson");

        var export = Fine("export", tiny.Root, "layer", "--layer", "fields", "--database", tiny.Database);

        using var stored = JsonDocument.Parse(export.Output);
        using var read = JsonDocument.Parse(File.ReadAllText(file));
        var before = read.RootElement.GetProperty("features").EnumerateArray().ToList();
        var after = stored.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(before.Count, after.Count);
        Assert.All(before.Zip(after), pair => Assert.Equal(
            Positions(pair.First.GetProperty("geometry")), Positions(pair.Second.GetProperty("geometry"))));
        File.WriteAllText(file, export.Output);
        var again = tiny.Ingest();
        Assert.Equal(2, again.Layers.Single(layer => layer.IsNew).Version);
        Assert.Equal(1, TestCluster.Scalar<long>(tiny.Database,
            "select count(distinct area_square_metres) from gep.layer_version where layer = 'fields'"));
    }

    [StoreFact]
    public void Ingest_WithoutAddress_KeepsAClusterOfItsOwn()
    {
        using var workspace = TinyWorkspace.Create();
        var place = ClusterPlace.Of(workspace.Root);
        try
        {
            Fine("ingest", workspace.Root);
            var again = Fine("ingest", workspace.Root);
            var inventory = Fine("export", workspace.Root, "inventory");

            Assert.Contains("nothing changed", again.Output, StringComparison.Ordinal);
            Assert.Contains("\"published\": true", inventory.Output, StringComparison.Ordinal);
            Assert.True(Directory.Exists(Path.Combine(workspace.Root, ".gep", "postgres", "data")));
            Assert.False(File.Exists(Path.Combine(place.Data, "postmaster.pid")));
        }
        finally
        {
            if (Directory.Exists(place.Home)) Directory.Delete(place.Home, recursive: true);
        }
    }

    [StoreFact]
    public void Command_FaultyRequest_IsRefusedByName()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();
        string[] files = Directory.GetFiles(
            Repository.PathOf("tests", "bad-input"), CommandFile, SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var run = GepProcess.Run(
            [
                .. File.ReadAllText(file).Trim().Split(' ').Select(argument => argument
                    .Replace("{tiny}", tiny.Root, StringComparison.Ordinal)
                    .Replace("{store}", tiny.Database, StringComparison.Ordinal)),
            ]);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(
                Path.GetFileName(Path.GetDirectoryName(file)!), run.Errors, StringComparison.Ordinal);
        });
    }

    [StoreFact]
    public void Ingest_UnreachableDatabase_FailsPlainly()
    {
        using var workspace = TinyWorkspace.Create();

        var run = GepProcess.Run(
            "ingest", workspace.Root, "--database", "postgresql://nobody@127.0.0.1:1/nothing");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private static GepProcess Fine(params string[] arguments)
    {
        var run = GepProcess.Run(arguments);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run;
    }

    private static double[] Positions(JsonElement geometry) => geometry.ValueKind switch
    {
        JsonValueKind.Number => [geometry.GetDouble()],
        JsonValueKind.Array => [.. geometry.EnumerateArray().SelectMany(Positions)],
        JsonValueKind.Object => Positions(geometry.GetProperty("coordinates")),
        _ => [],
    };

    /// <summary>GDAL's driver lists the views as layers with geometry, where GDAL is there.</summary>
    private static void AssertGisOpens(string database)
    {
        const string Ogrinfo = "/usr/bin/ogrinfo";
        if (!File.Exists(Ogrinfo)) return;
        var parts = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(Ogrinfo,
        [
            "-so", $"PG:host={parts.Host} port={parts.Port} user={parts.Username} dbname={parts.Database}",
            "gep.map_account",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        bool hasDriver = !errors.GetAwaiter().GetResult().Contains(
            "not recognized as a supported file format", StringComparison.Ordinal);
        if (!hasDriver) return;
        Assert.Contains("Geometry: Multi Polygon", output, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 26", output, StringComparison.Ordinal);
        Assert.Contains("CGCS2000", output.Replace("China Geodetic Coordinate System 2000", "CGCS2000",
            StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
