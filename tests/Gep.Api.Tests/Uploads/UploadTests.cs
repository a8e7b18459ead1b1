using System.Text;
using System.Text.Json;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;
using Gep.Testing;

namespace Gep.Api.Tests.Uploads;

/// <summary>A file goes the whole way: sent, reviewed, accepted, in force everywhere.</summary>
[Collection(StoreTests.Name)]
public sealed class UploadTests(TestCluster cluster) : IDisposable
{
    internal const string Upload =
        """
        mutation($input: UploadLayerInput!) { uploadLayer(input: $input) {
          upload { id state layer { code } fileName byteCount contentHash run { id kind } }
          problems { code where message { zh en } remedy { zh en } } } }
        """;

    private const string Show =
        """
        query($id: ID!) { upload(id: $id) {
          state snapshot decidedBy uploadedBy note problems { code }
          review {
            basis before { featureCount area(unit: HECTARE) { amount } } after { featureCount area { amount unit } }
            classes { code name { zh } featuresBefore featuresAfter areaBefore { amount } areaAfter { amount } }
            accounts { year before { amount } after { amount } }
            refusalCount warningCount remarkCount repairCount shownCount
            findings { code severity where feature featureId longitude latitude moved { amount unit } }
            suspicions { code } map places } } }
        """;

    private const string Accept =
        """
        mutation($id: ID!, $key: String!) { acceptUpload(input: {upload: $id, idempotencyKey: $key}) {
          upload { id state run { id kind } } problems { code } } }
        """;

    private const string State =
        """
        { snapshot { id } account(year: 2019) { gep { amount } }
          layers { code featureCount files isSchematic licence crs }
          featureCollection(collection: "parcels", filter: "layer = 'waters'", properties: []) }
        """;

    private static readonly string Analyst = Tokens.Of(CallerRole.Analyst);

    private readonly StoredWorkspace tiny = new(cluster.NewDatabase());
    private readonly string uploads = Directory.CreateTempSubdirectory("gep-uploads-").FullName;

    public void Dispose()
    {
        tiny.Dispose();
        Directory.Delete(uploads, recursive: true);
    }

    [StoreFact]
    public async Task Upload_Accepted_AnswersFromNowOnHereAndInAnotherInstance()
    {
        string first = tiny.Ingest().Snapshot;
        await using var here = await StartAsync();
        await using var there = await StartAsync();
        var before = await here.Graph.DataAsync(State);
        string id = await SendAsync(here, "waters", Waters("[114.12, 30.55]", "[114.12, 30.56]"), "key-1");

        var review = (await here.Graph.DataAsync(Show, Analyst, new { id })).GetProperty("upload");
        var unchanged = await here.Graph.DataAsync(State);
        Assert.True(review.GetProperty("state").GetString() == "READY", review.ToString());
        string second = await AcceptAsync(here, id, "key-2");
        await StoredService.WaitAsync(() => Task.FromResult(there.Snapshot == second));

        Assert.Equal(first, review.GetProperty("review").GetProperty("basis").GetString());
        Assert.Equal(before.ToString(), unchanged.ToString());
        Assert.NotEqual(first, second);
        var after = await here.Graph.DataAsync(State);
        Assert.Equal(second, after.GetProperty("snapshot").GetProperty("id").GetString());
        Assert.NotEqual(GepOf(before), GepOf(after));
        Assert.Equal(
            GepOf(after), review.GetProperty("review").GetProperty("accounts")[0].GetProperty("after")
                .GetProperty("amount").GetString());
        var waters = after.GetProperty("layers").EnumerateArray()
            .Single(layer => layer.GetProperty("code").GetString() == "waters");
        Assert.False(waters.GetProperty("isSchematic").GetBoolean());
        Assert.Equal("CC-BY-4.0", waters.GetProperty("licence").GetString());
        Assert.StartsWith("layers/accepted/", waters.GetProperty("files")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("30.56", after.GetProperty("featureCollection").ToString(), StringComparison.Ordinal);
        Assert.Equal(after.ToString(), (await there.Graph.DataAsync(State)).ToString());
        Assert.Equal(
            [
                "upload-received", "upload-accepted", "layer-recorded", "snapshot-recorded",
                "account-recorded", "schedule-recorded", "account-recorded", "schedule-recorded",
                "snapshot-published",
            ],
            here.Kept.Audit.Read(0, int.MaxValue).Where(entry => entry.Actor == "Analyst")
                .Select(entry => entry.Action));
        Assert.Null(here.Kept.Audit.FindBreak());
    }

    internal static MemoryStream Waters(string from, string to)
    {
        string text = File.ReadAllText(
            Repository.PathOf("tests", "workspaces", "tiny", "layers", "waters.geojson"));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    private static string GepOf(JsonElement state) =>
        state.GetProperty("account").GetProperty("gep").GetProperty("amount").GetString()!;

    private Task<StoredService> StartAsync() => StoredService.StartAsync(tiny.Database, tiny.Root, uploads);

    /// <summary>Sends a file and waits until it is reviewed; its id.</summary>
    private static async Task<string> SendAsync(StoredService service, string layer, Stream file, string key)
    {
        var answer = GraphDataOf(await service.Graph.UploadAsync(Upload, Analyst, new Dictionary<string, object?>
        {
            ["layer"] = layer, ["idempotencyKey"] = key, ["isSchematic"] = false, ["licence"] = "CC-BY-4.0",
        }, "waters.geojson", file));
        Assert.True(answer.GetProperty("problems").GetArrayLength() == 0, answer.ToString());
        await service.RunAsync(RunOf(answer), Analyst);
        return answer.GetProperty("upload").GetProperty("id").GetString()!;
    }

    private static async Task<string> AcceptAsync(StoredService service, string id, string key)
    {
        var answer = (await service.Graph.DataAsync(Accept, Analyst, new { id, key })).GetProperty("acceptUpload");
        Assert.True(answer.GetProperty("problems").GetArrayLength() == 0, answer.ToString());
        var run = await service.RunAsync(RunOf(answer), Analyst);
        Assert.Equal("SUCCEEDED", run.GetProperty("state").GetString());
        return run.GetProperty("snapshot").GetString()!;
    }

    private static JsonElement GraphDataOf(JsonElement answer) =>
        GraphQL.GraphClient.DataOf(answer).GetProperty("uploadLayer");

    private static string RunOf(JsonElement payload) =>
        payload.GetProperty("upload").GetProperty("run").GetProperty("id").GetString()!;
}
