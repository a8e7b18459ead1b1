using System.Net;
using System.Text.Json;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;

namespace Gep.Api.Tests.Uploads;

/// <summary>Files and decisions that are turned away, with the reason.</summary>
[Collection(StoreTests.Name)]
public sealed class UploadRefusalTests(TinyService tiny) : IClassFixture<TinyService>
{
    [StoreTheory]
    [InlineData(null, HttpStatusCode.Unauthorized, "token-needed")]
    [InlineData("token-of-Officer", HttpStatusCode.Forbidden, "role-forbidden")]
    [InlineData("token-of-Auditor", HttpStatusCode.Forbidden, "role-forbidden")]
    [InlineData(Tokens.BoundAnalyst, HttpStatusCode.Forbidden, "role-forbidden")]
    public async Task Upload_ByWhoMayNot_IsRefusedBeforeItIsRead(
        string? token, HttpStatusCode status, string code)
    {
        var service = await tiny.GetAsync();

        var problem = await service.Graph.UploadAsync(
            UploadSteps.Upload, token, Input("x"), "waters.geojson", new MemoryStream([1]), status);

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [StoreFact]
    public async Task Decision_ByWhoMayNot_IsRefused()
    {
        var service = await tiny.GetAsync();

        var payload = (await service.Graph.DataAsync(
            UploadSteps.Accept, Tokens.Of(CallerRole.Officer), new { id = "x", key = "y" }))
            .GetProperty("acceptUpload");
        var list = await service.Graph.AskAsync("{ uploads { id } }");

        Assert.Equal("role-forbidden", CodeOf(payload));
        Assert.Equal("ROLE_FORBIDDEN", list.GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString());
    }

    [StoreFact]
    public async Task Upload_ALittleTooLarge_IsAProblem_MuchTooLarge_IsNotRead()
    {
        var service = await tiny.GetAsync();

        var payload = await UploadSteps.PostAsync(
            service.Graph, "waters", "waters.geojson",
            new MemoryStream(new byte[StoredService.UploadBytes + 1]), "a");
        var answer = await service.Graph.UploadAsync(
            UploadSteps.Upload, UploadSteps.Analyst, Input("b"), "waters.geojson",
            new MemoryStream(new byte[4 << 20]), HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("upload-too-large", CodeOf(payload));
        Assert.Equal("UPLOAD_TOO_LARGE", answer.GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString());
    }

    [StoreTheory]
    [InlineData("waters", "waters.kml", "upload-format-unknown")]
    [InlineData("waters", "waters", "upload-format-unknown")]
    [InlineData("seas", "waters.geojson", "layer-unknown")]
    public async Task Upload_OfAnotherFormatOrLayer_IsRefused(string layer, string name, string code) =>
        Assert.Equal(code, CodeOf(await UploadSteps.PostAsync(
            (await tiny.GetAsync()).Graph, layer, name, new MemoryStream([1]), $"{layer} {name}")));

    [StoreFact]
    public async Task Upload_NamedByAPath_IsKeptUnderANameOfTheService()
    {
        var service = await tiny.GetAsync();

        string id = await UploadSteps.SendAsync(
            service.Graph, "waters", UploadSteps.Waters("示意湖", "湖"), "path", "../../etc/waters.geojson");
        var shown = (await service.Graph.DataAsync(
            "query($id: ID!) { upload(id: $id) { fileName } }", UploadSteps.Analyst, new { id }))
            .GetProperty("upload");
        await UploadSteps.RejectAsync(service.Graph, id);

        Assert.Equal("waters.geojson", shown.GetProperty("fileName").GetString());
        Assert.Matches("^[0-9a-f]{32}$", id);
    }

    [StoreFact]
    public async Task Upload_KeyAgain_GetsTheFirstAnswer_WithAnotherFileNone()
    {
        var service = await tiny.GetAsync();
        var first = await UploadSteps.PostAsync(
            service.Graph, "waters", "w.geojson", UploadSteps.Waters("示意湖", "湖"), "again");

        var again = await UploadSteps.PostAsync(
            service.Graph, "waters", "w.geojson", UploadSteps.Waters("示意湖", "湖"), "again");
        var other = await service.Graph.UploadAsync(
            UploadSteps.Upload, UploadSteps.Analyst, Input("again"), "w.geojson",
            UploadSteps.Waters("示意湖", "海"));

        string id = IdOf(first);
        Assert.Equal(id, IdOf(again));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString());
        await UploadSteps.RunAsync(
            service.Graph,
            first.GetProperty("upload").GetProperty("run").GetProperty("id").GetString()!,
            UploadSteps.Analyst);
        await UploadSteps.RejectAsync(service.Graph, id);
        Assert.Equal(
            ["upload-not-ready", "upload-unknown"],
            new[] { await AcceptAsync(service, id, "late"), await AcceptAsync(service, "none", "none") });
    }

    private static async Task<string> AcceptAsync(StoredService service, string id, string key) => CodeOf(
        (await service.Graph.DataAsync(UploadSteps.Accept, UploadSteps.Analyst, new { id, key }))
        .GetProperty("acceptUpload"));

    private static Dictionary<string, object?> Input(string key) =>
        new() { ["layer"] = "waters", ["idempotencyKey"] = key };

    private static string IdOf(JsonElement payload) =>
        payload.GetProperty("upload").GetProperty("id").GetString()!;

    private static string CodeOf(JsonElement payload) =>
        Assert.Single(payload.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString()!;
}

/// <summary>A service that serves straight from files.</summary>
[Collection(WuhanServiceTests.Name)]
public sealed class UploadWithoutStoreTests(WuhanService service)
{
    [Fact]
    public async Task Write_ThatChangesTheWorkspace_NamesTheDatabaseItNeeds()
    {
        var payload = (await service.DataAsync(
            """
            mutation { rejectUpload(input: {upload: "x", idempotencyKey: "k"}) {
              problems { code remedy { zh en } } } }
            """, Tokens.Of(CallerRole.Analyst))).GetProperty("rejectUpload").GetProperty("problems")[0];

        Assert.Equal("store-needed", payload.GetProperty("code").GetString());
        Assert.Contains("--database", payload.GetProperty("remedy").ToString(), StringComparison.Ordinal);
        Assert.Equal("[]", (await service.DataAsync("{ uploads { id } }", Tokens.Of(CallerRole.Analyst)))
            .GetProperty("uploads").ToString());
    }
}
