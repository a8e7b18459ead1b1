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
        StoredService service, string layer, string name, Stream file, string key, string? crs = null) =>
        GraphClient.DataOf(await service.Graph.UploadAsync(
            Upload, Analyst, new Dictionary<string, object?>
            {
                ["layer"] = layer, ["idempotencyKey"] = key, ["isSchematic"] = false,
                ["licence"] = "CC-BY-4.0", ["crs"] = crs,
            }, name, file)).GetProperty("uploadLayer");

    /// <summary>Sends a file and waits until it is reviewed; its id.</summary>
    public static async Task<string> SendAsync(
        StoredService service, string layer, Stream file, string key, string name = "sent.geojson",
        string? crs = null)
    {
        var payload = await PostAsync(service, layer, name, file, key, crs);
        Assert.True(payload.GetProperty("problems").GetArrayLength() == 0, payload.ToString());
        await service.RunAsync(RunOf(payload), Analyst);
        return payload.GetProperty("upload").GetProperty("id").GetString()!;
    }

    /// <summary>An upload with its review.</summary>
    public static async Task<JsonElement> ShowAsync(StoredService service, string id) =>
        (await service.Graph.DataAsync(Show, Analyst, new { id })).GetProperty("upload");

    /// <summary>Accepts an upload and waits until it is in force; the id of the snapshot.</summary>
    public static async Task<string> AcceptAsync(StoredService service, string id, string key)
    {
        var run = await DecideAsync(service, id, key);
        Assert.True(run.GetProperty("state").GetString() == "SUCCEEDED", run.ToString());
        return run.GetProperty("snapshot").GetString()!;
    }

    /// <summary>Accepts an upload and waits until that is decided; the run.</summary>
    public static async Task<JsonElement> DecideAsync(StoredService service, string id, string key)
    {
        var payload = (await service.Graph.DataAsync(Accept, Analyst, new { id, key }))
            .GetProperty("acceptUpload");
        Assert.True(payload.GetProperty("problems").GetArrayLength() == 0, payload.ToString());
        return await service.RunAsync(RunOf(payload), Analyst);
    }

    /// <summary>Lays an upload aside, if it waits.</summary>
    public static Task RejectAsync(StoredService service, string id) => service.Graph.DataAsync(
        """
        mutation($id: ID!, $key: String!) { rejectUpload(input: {upload: $id, idempotencyKey: $key}) {
          problems { code } } }
        """, Analyst, new { id, key = $"reject {id}" });

    private static string RunOf(JsonElement payload) =>
        payload.GetProperty("upload").GetProperty("run").GetProperty("id").GetString()!;
}
