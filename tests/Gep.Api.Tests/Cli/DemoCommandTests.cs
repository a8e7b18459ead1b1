using Gep.Api.Persistence.Clusters;
using Gep.Api.Tests.Persistence;
using Gep.Api.Tests.Serving;
using Gep.Api.Tests.Workspaces;

namespace Gep.Api.Tests.Cli;

/// <summary>The demonstration and the service on the workspace's own database, as processes.</summary>
public sealed class DemoCommandTests : IDisposable
{
    private static readonly Dictionary<string, string> NoPostgres = new()
    {
        ["GEP_POSTGRES_BIN"] = "/no/such/folder",
    };

    private readonly TinyWorkspace workspace = TinyWorkspace.Create();

    private ClusterPlace Place => ClusterPlace.Of(workspace.Root);

    public void Dispose()
    {
        var place = Place;
        if (Directory.Exists(place.Data))
        {
            PrivateCluster.Open(place, _ => { }).Dispose();
            Directory.Delete(place.Home, recursive: true);
        }
        workspace.Dispose();
    }

    [StoreFact]
    public void Demo_WithoutServing_PrintsEndsAndDoesSoAgain()
    {
        var first = GepProcess.Run("demo", workspace.Root, "--no-serve");
        var second = GepProcess.Run("demo", workspace.Root, "--no-serve");
        var fromFiles = GepProcess.RunIn(NoPostgres, "demo", workspace.Root, "--no-serve");

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("snapshot", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, first.Output), (second.ExitCode, second.Output));
        Assert.Equal((0, first.Output), (fromFiles.ExitCode, fromFiles.Output));
        Assert.Contains("+ PostGIS is missing", fromFiles.Errors, StringComparison.Ordinal);
        Assert.Contains("straight from the files", fromFiles.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Place.Data, "postmaster.pid")));
    }

    [StoreFact]
    public async Task Demo_KilledAndStartedAgain_GivesTheSameAnswersOfOneSnapshot()
    {
        string[] answers;
        using (var first = await DemoAsync())
        {
            answers = await AnswersAsync(first);
            first.Kill();
        }

        using var second = await DemoAsync();

        Assert.Equal(answers, await AnswersAsync(second));
        Assert.Equal(0, await second.StopAsync());
        Assert.False(File.Exists(Path.Combine(Place.Data, "postmaster.pid")));
    }

    [StoreFact]
    public async Task Serve_PrivateDatabaseServiceAndServerKilled_GivesTheSameAnswersAgain()
    {
        string[] answers;
        using (var first = await ServeAsync())
        {
            answers = await AnswersAsync(first);
            int server = int.Parse(File.ReadLines(Path.Combine(Place.Data, "postmaster.pid")).First(), null);
            first.Kill();
            using var postmaster = System.Diagnostics.Process.GetProcessById(server);
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
        }

        using var second = await ServeAsync();

        Assert.Equal(answers, await AnswersAsync(second));
    }

    private Task<ServingProcess> DemoAsync() => ServingProcess.StartAsync(
        new Dictionary<string, string>(), "demo", workspace.Root, "--urls", "http://127.0.0.1:0");

    private Task<ServingProcess> ServeAsync() => ServingProcess.StartAsync(
        new Dictionary<string, string>(), "serve", workspace.Root, "--database", "private",
        "--urls", "http://127.0.0.1:0");

    /// <summary>Answers of every door, each of which must name the snapshot that GraphQL names.</summary>
    private static async Task<string[]> AnswersAsync(ServingProcess serving)
    {
        var data = await serving.DataAsync(
            "{ snapshot { id } account(year: 2019) { resultHash snapshot gep { amount } } }");
        string snapshot = data.GetProperty("snapshot").GetProperty("id").GetString()!;
        var answers = new List<string> { data.ToString() };
        foreach (string path in new[]
        {
            "/ogc/collections/districts/items", "/tiles/districts.json", "/exports/accounts/2019.csv",
            "/exports/accounts/2019.json", "/readyz",
        })
        {
            using var answer = await serving.GetAsync(path);
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{path} {text}");
            bool isNamed = text.Contains(snapshot, StringComparison.Ordinal)
                || answer.Headers.TryGetValues("Gep-Snapshot", out var named) && named.Contains(snapshot);
            Assert.True(isNamed, $"{path} does not name {snapshot}.");
            answers.Add(text.Replace(serving.Base, "", StringComparison.Ordinal));
        }
        using var tile = await serving.GetAsync("/tiles/districts/5/26/13.mvt");
        Assert.Contains(snapshot, tile.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.Contains(snapshot, serving.Line, StringComparison.Ordinal);
        return [.. answers];
    }
}
