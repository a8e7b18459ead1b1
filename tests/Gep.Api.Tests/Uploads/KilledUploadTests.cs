using System.Globalization;
using Gep.Api.Tests.GraphQL;
using Gep.Api.Tests.Persistence;
using Gep.Api.Tests.Serving;
using Gep.Api.Tests.Workspaces;
using Xunit.Abstractions;

namespace Gep.Api.Tests.Uploads;

/// <summary>A service is killed while it accepts a file: what it acknowledged comes to pass, whole.</summary>
[Collection(StoreTests.Name)]
public sealed class KilledUploadTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int Kills = 3;

    /// <summary>An acceptance of the tiny workspace takes about as long [ms].</summary>
    private const int AcceptanceMilliseconds = 2_000;

    [StoreFact]
    public async Task Accept_KilledAfterTheAnswer_IsInForceAfterRestart()
    {
        using var workspace = TinyWorkspace.Create();
        string folder = Directory.CreateTempSubdirectory("gep-killed-").FullName;
        string database = cluster.NewDatabase();
        var random = new Random(Environment.TickCount);
        try
        {
            for (int kill = 1; kill <= Kills; kill++)
            {
                string height = string.Create(CultureInfo.InvariantCulture, $"[114.12, 30.55{kill}]");
                string id;
                int after = random.Next(AcceptanceMilliseconds);
                using (var first = await StartAsync(workspace.Root, database, folder))
                {
                    using var client = new HttpClient { BaseAddress = new Uri(first.Base) };
                    var graph = new GraphClient(client);
                    id = await UploadSteps.SendAsync(
                        graph, "waters", UploadSteps.Waters("[114.12, 30.55]", height), $"send {kill}");
                    await graph.DataAsync(
                        UploadSteps.Accept, UploadSteps.Analyst, new { id, key = $"accept {kill}" });
                    await Task.Delay(after);
                    first.Kill();
                }
                using var second = await StartAsync(workspace.Root, database, folder);
                using var again = new HttpClient { BaseAddress = new Uri(second.Base) };
                var answering = new GraphClient(again);
                string? snapshot = null;
                await UploadSteps.WaitAsync(async () =>
                {
                    var upload = await UploadSteps.ShowAsync(answering, id);
                    snapshot = upload.GetProperty("snapshot").GetString();
                    return snapshot is not null;
                });
                output.WriteLine($"kill {kill} after {after} ms: {snapshot}");

                Assert.Equal(snapshot, (await answering.DataAsync("{ snapshot { id } }"))
                    .GetProperty("snapshot").GetProperty("id").GetString());
                Assert.Equal(0, TestCluster.Scalar<long>(database, KilledProcessTests.Halves));
                Assert.Equal(1 + kill, TestCluster.Scalar<long>(
                    database, "select count(*) from gep.layer_version where layer = 'waters'"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<ServingProcess> StartAsync(string root, string database, string folder) =>
        ServingProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["GEP_TOKENS"] = ServingProcess.WriteTokens(folder),
                ["GEP_UPLOADS"] = Path.Combine(folder, "uploads"),
            },
            "serve", root, "--database", database, "--urls", "http://127.0.0.1:0");
}
