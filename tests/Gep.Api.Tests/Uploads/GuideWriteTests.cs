using System.Text.Json;
using System.Text.RegularExpressions;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;
using Gep.Testing;

namespace Gep.Api.Tests.Uploads;

/// <summary>The documents of docs/api-guide.md that write, one after the other as the guide tells.</summary>
[Collection(StoreTests.Name)]
public sealed partial class GuideWriteTests(TestCluster cluster) : IDisposable
{
    private readonly StoredWorkspace tiny = new(cluster.NewDatabase());
    private readonly string uploads = Directory.CreateTempSubdirectory("gep-uploads-").FullName;

    public void Dispose()
    {
        tiny.Dispose();
        Directory.Delete(uploads, recursive: true);
    }

    [StoreFact]
    public async Task Documents_OfTheGuide_DoWhatItSays()
    {
        tiny.Ingest();
        await using var service = await StoredService.StartAsync(tiny.Database, tiny.Root, uploads);
        var (graph, documents) = (service.Graph, Documents());

        var sent = GraphQL.GraphClient.DataOf(await graph.UploadAsync(
            documents["upload"], UploadSteps.Analyst,
            new Dictionary<string, object?> { ["layer"] = "waters", ["idempotencyKey"] = "upload" },
            "waters.geojson", UploadSteps.Waters("[114.12, 30.55]", "[114.12, 30.56]")))
            .GetProperty("uploadLayer").GetProperty("upload");
        string id = sent.GetProperty("id").GetString()!;
        await UploadSteps.RunAsync(graph, RunOf(sent), UploadSteps.Analyst);
        var reviewed = (await graph.DataAsync(documents["review"], UploadSteps.Analyst, new { id }))
            .GetProperty("upload");
        var accepted = (await graph.DataAsync(
            documents["accept"], UploadSteps.Analyst, new { id, key = "accept" }))
            .GetProperty("acceptUpload").GetProperty("upload");
        var run = await UploadSteps.RunAsync(graph, RunOf(accepted), UploadSteps.Analyst);

        Assert.Equal("READY", reviewed.GetProperty("state").GetString());
        Assert.Equal("ACCEPTING", accepted.GetProperty("state").GetString());
        Assert.Equal(service.Snapshot, run.GetProperty("snapshot").GetString());

        var where = new { scheme = "WH-CHENHU", year = 2019 };
        var claims = new[] { RecordSteps.Claim("G-1", 321.5m), RecordSteps.Claim("G-2", 99.5m) };
        var recorded = await graph.DataAsync(documents["record"], Tokens.BoundWest, new
        {
            input = new { where.scheme, where.year, claims, idempotencyKey = "record" },
        });
        await graph.DataAsync(documents["withdraw"], Tokens.BoundWest, new
        {
            input = new { where.scheme, where.year, id = "G-2", reason = "重复", idempotencyKey = "w" },
        });
        var published = await graph.DataAsync(documents["publish"], Tokens.BoundWest, new { key = "publish" });
        await UploadSteps.RunAsync(graph, RunOf(published.GetProperty("publishRecords")), Tokens.BoundWest);
        var stand = await graph.DataAsync(documents["claims"], Tokens.BoundWest, where);

        Assert.Equal(
            JsonValueKind.String, recorded.GetProperty("recordClaims").GetProperty("record").ValueKind);
        Assert.Equal(
            [("G-1", "IN_FORCE"), ("G-2", "WITHDRAWN")],
            stand.GetProperty("claims").EnumerateArray().Select(claim =>
                (claim.GetProperty("id").GetString(), claim.GetProperty("state").GetString())));
    }

    private static string RunOf(JsonElement holder) =>
        holder.GetProperty("run").GetProperty("id").GetString()!;

    private static Dictionary<string, string> Documents() => Blocks()
        .Matches(File.ReadAllText(Repository.PathOf("docs", "api-guide.md")))
        .ToDictionary(match => match.Groups["id"].Value, match => match.Groups["text"].Value);

    [GeneratedRegex(@"```graphql write=(?<id>[a-z]+)\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
