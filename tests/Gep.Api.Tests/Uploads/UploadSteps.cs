using System.Text;
using System.Text.Json;
using Gep.Api.Security;
using Gep.Api.Tests.GraphQL;
using Gep.Api.Tests.Maps;
using Gep.Testing;

namespace Gep.Api.Tests.Uploads;

/// <summary>What a page does with a file, step by step.</summary>
internal static class UploadSteps
{
    public const string Upload =
        """
        mutation($input: UploadLayerInput!) { uploadLayer(input: $input) {
          upload { id state layer { code } fileName byteCount contentHash run { id kind } }
          problems { code where message { zh en } remedy { zh en } } } }
        """;

    public const string Show =
        """
        query($id: ID!) { upload(id: $id) {
          state snapshot decidedBy uploadedBy note problems { code }
          review {
            basis before { featureCount area(unit: HECTARE) { amount } }
            after { featureCount area { amount unit } }
            classes {
              code name { zh } featuresBefore featuresAfter areaBefore { amount } areaAfter { amount } }
            accounts { year before { amount } after { amount } }
            refusalCount warningCount remarkCount repairCount shownCount
            findings { code severity where feature featureId longitude latitude moved { amount unit } }
            suspicions { code } map places } } }
        """;

    public const string Accept =
        """
        mutation($id: ID!, $key: String!) { acceptUpload(input: {upload: $id, idempotencyKey: $key}) {
          upload { id state run { id kind } } problems { code } } }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static readonly string Analyst = Tokens.Of(CallerRole.Analyst);

    /// <summary>The waters of the tiny workspace with something changed in them.</summary>
    public static MemoryStream Waters(string from, string to)
    {
        string text = File.ReadAllText(
            Repository.PathOf("tests", "workspaces", "tiny", "layers", "waters.geojson"));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    /// <summary>The payload of a file that is sent.</summary>
    public static async Task<JsonElement> PostAsync(
        GraphClient graph, string layer, string name, Stream file, string key, string? crs = null) =>
        GraphClient.DataOf(await graph.UploadAsync(
            Upload, Analyst, new Dictionary<string, object?>
            {
                ["layer"] = layer, ["idempotencyKey"] = key, ["isSchematic"] = false,
                ["licence"] = "CC-BY-4.0", ["crs"] = crs,
            }, name, file)).GetProperty("uploadLayer");

    /// <summary>Sends a file and waits until it is reviewed; its id.</summary>
    public static async Task<string> SendAsync(
        GraphClient graph, string layer, Stream file, string key, string name = "sent.geojson",
        string? crs = null)
    {
        var payload = await PostAsync(graph, layer, name, file, key, crs);
        Assert.True(payload.GetProperty("problems").GetArrayLength() == 0, payload.ToString());
        await RunAsync(graph, RunOf(payload), Analyst);
        return payload.GetProperty("upload").GetProperty("id").GetString()!;
    }

    /// <summary>An upload with its review.</summary>
    public static async Task<JsonElement> ShowAsync(GraphClient graph, string id) =>
        (await graph.DataAsync(Show, Analyst, new { id })).GetProperty("upload");

    /// <summary>Accepts an upload and waits until it is in force; the id of the snapshot.</summary>
    public static async Task<string> AcceptAsync(GraphClient graph, string id, string key)
    {
        var run = await DecideAsync(graph, id, key);
        Assert.True(run.GetProperty("state").GetString() == "SUCCEEDED", run.ToString());
        return run.GetProperty("snapshot").GetString()!;
    }

    /// <summary>Accepts an upload and waits until that is decided; the run.</summary>
    public static async Task<JsonElement> DecideAsync(GraphClient graph, string id, string key)
    {
        var payload = (await graph.DataAsync(Accept, Analyst, new { id, key }))
            .GetProperty("acceptUpload");
        Assert.True(payload.GetProperty("problems").GetArrayLength() == 0, payload.ToString());
        return await RunAsync(graph, RunOf(payload), Analyst);
    }

    /// <summary>Lays an upload aside, if it waits.</summary>
    public static Task RejectAsync(GraphClient graph, string id) => graph.DataAsync(
        """
        mutation($id: ID!, $key: String!) { rejectUpload(input: {upload: $id, idempotencyKey: $key}) {
          problems { code } } }
        """, Analyst, new { id, key = $"reject {id}" });

    /// <summary>The run of an id when it is over.</summary>
    public static async Task<JsonElement> RunAsync(GraphClient graph, string id, string token)
    {
        JsonElement run = default;
        await WaitAsync(async () =>
        {
            run = (await graph.DataAsync(
                "query($id: ID!) { run(id: $id) { state snapshot problems { code where } } }", token,
                new { id })).GetProperty("run");
            return run.GetProperty("state").GetString() is not ("QUEUED" or "RUNNING");
        });
        return run;
    }

    /// <summary>Waits for something to be so.</summary>
    public static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        var until = DateTime.UtcNow + Patience;
        while (!await isSo())
        {
            Assert.True(DateTime.UtcNow < until, "It took too long.");
            await Task.Delay(50);
        }
    }

    private static string RunOf(JsonElement payload) =>
        payload.GetProperty("upload").GetProperty("run").GetProperty("id").GetString()!;
}
