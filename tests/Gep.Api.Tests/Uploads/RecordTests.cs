using System.Text.Json;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;

namespace Gep.Api.Tests.Uploads;

/// <summary>Claims and readings: recorded, corrected, withdrawn, and in force after a publication.</summary>
[Collection(StoreTests.Name)]
public sealed class RecordTests(TestCluster cluster) : IDisposable
{
    private const string Withdraw =
        """
        mutation($input: WithdrawRecordInput!) { withdrawClaim(input: $input) {
          record problems { code where } } }
        """;

    private const string Readings =
        """
        mutation($input: RecordReadingsInput!) { recordReadings(input: $input) {
          record problems { code severity where message { zh } } } }
        """;

    private const string Publish =
        """
        mutation($key: String!) { publishRecords(input: {idempotencyKey: $key}) {
          run { id } problems { code } } }
        """;

    private const string Claims =
        """
        { claims(scheme: "WH-CHENHU", year: 2019) {
            id state isInForce payee verifiedLoss { amount } corrects correctedBy recordedBy endedBy
            reason } }
        """;

    private const string Schedule =
        """
        { schedule(code: "WH-CHENHU:2019") { status lineCount
            problems { code where } } paymentLines(where: {scheme: {eq: "WH-CHENHU"}}) {
            nodes { payee amount { amount } } } }
        """;

    private readonly StoredWorkspace tiny = new(cluster.NewDatabase());
    private readonly string uploads = Directory.CreateTempSubdirectory("gep-uploads-").FullName;

    public void Dispose()
    {
        tiny.Dispose();
        Directory.Delete(uploads, recursive: true);
    }

    [StoreFact]
    public async Task Claims_RecordedCorrectedAndWithdrawn_AreInTheScheduleAfterPublication()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        var first = await RecordAsync(
            service, RecordSteps.Claim("T-1", 3210.5m), RecordSteps.Claim("T-2", 1111m),
            RecordSteps.Claim("T-3", 222m));
        Assert.Equal(JsonValueKind.String, first.GetProperty("record").ValueKind);
        var before = await service.Graph.DataAsync(Schedule, Tokens.BoundWest);

        string snapshot = await PublishAsync(service, "publish-1");
        var drawn = await service.Graph.DataAsync(Schedule, Tokens.BoundWest);

        Assert.Equal(0, before.GetProperty("paymentLines").GetProperty("nodes").GetArrayLength());
        Assert.Equal(3, drawn.GetProperty("schedule").GetProperty("lineCount").GetInt32());
        Assert.All(
            (await ClaimsAsync(service)).Values, claim => Assert.Equal("IN_FORCE", StateOf(claim)));

        var corrected = RecordSteps.Claim("T-2b", 999.5m);
        (corrected["corrects"], corrected["reason"]) = ("T-2", "复核");
        await RecordAsync(service, corrected);
        var withdrawn = (await service.Graph.DataAsync(Withdraw, Tokens.BoundWest, new
        {
            input = new
            {
                scheme = "WH-CHENHU", year = 2019, id = "T-3", reason = "重复", idempotencyKey = "w",
            },
        })).GetProperty("withdrawClaim");
        Assert.True(withdrawn.GetProperty("problems").GetArrayLength() == 0, withdrawn.ToString());
        var pending = await ClaimsAsync(service);
        string next = await PublishAsync(service, "publish-2");
        string again = await PublishAsync(service, "publish-3");

        Assert.Equal(
            ["IN_FORCE True", "CORRECTED True", "WITHDRAWN True", "RECORDED False"],
            new[] { "T-1", "T-2", "T-3", "T-2b" }.Select(id =>
                $"{StateOf(pending[id])} {pending[id].GetProperty("isInForce").GetBoolean()}"));
        Assert.Equal(("T-2b", "west"), (
            pending["T-2"].GetProperty("correctedBy").GetString(),
            pending["T-2"].GetProperty("endedBy").GetString()));
        Assert.NotEqual(snapshot, next);
        Assert.Equal(next, again);
        var last = await service.Graph.DataAsync(Schedule, Tokens.BoundWest);
        Assert.Equal(2, last.GetProperty("schedule").GetProperty("lineCount").GetInt32());
        var rows = await ClaimsAsync(service);
        Assert.Equal(
            ["IN_FORCE", "CORRECTED", "WITHDRAWN", "IN_FORCE"],
            new[] { "T-1", "T-2", "T-3", "T-2b" }.Select(id => StateOf(rows[id])));
        Assert.Equal("1111", rows["T-2"].GetProperty("verifiedLoss").GetProperty("amount").GetString());
    }

    [StoreFact]
    public async Task Reading_Recorded_IsSettledAfterPublication()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        var payload = (await service.Graph.DataAsync(Readings, Tokens.BoundWest, new
        {
            input = new
            {
                scheme = "WH-PVFLOOR", year = 2019, idempotencyKey = "r",
                readings = new[]
                {
                    new
                    {
                        id = "PV-1", district = Tokens.WestDistrict, payee = "一村集体", subject = "电站",
                        day = "2019-12-31", certificate = "计量 1", measures = new[]
                        {
                            new { name = "kwh", amount = "219066" },
                            new { name = "other_income", amount = "103217.6" },
                            new { name = "capacity_kw", amount = "80.3" },
                        },
                    },
                },
            },
        })).GetProperty("recordReadings");
        Assert.True(payload.GetProperty("record").ValueKind == JsonValueKind.String, payload.ToString());

        await PublishAsync(service, "publish");

        var settled = await service.Graph.DataAsync(
            """
            { schedule(code: "WH-PVFLOOR:2019") { lineCount }
              readings(scheme: "WH-PVFLOOR", year: 2019) {
                id state measures { name amount } words { name } } }
            """, Tokens.BoundWest);
        Assert.Equal(1, settled.GetProperty("schedule").GetProperty("lineCount").GetInt32());
        Assert.Equal(
            """[{"id":"PV-1","state":"IN_FORCE","measures":[{"name":"capacity_kw","amount":"80.3"},"""
            + """{"name":"kwh","amount":"219066"},{"name":"other_income","amount":"103217.6"}],"""
            + "\"words\":[]}]",
            settled.GetProperty("readings").ToString());
    }

    private Task<StoredService> StartAsync() => StoredService.StartAsync(tiny.Database, tiny.Root, uploads);

    private static async Task<Dictionary<string, JsonElement>> ClaimsAsync(StoredService service) =>
        (await service.Graph.DataAsync(Claims, Tokens.BoundWest)).GetProperty("claims").EnumerateArray()
            .ToDictionary(claim => claim.GetProperty("id").GetString()!);

    private static string StateOf(JsonElement claim) => claim.GetProperty("state").GetString()!;

    private static Task<JsonElement> RecordAsync(
        StoredService service, params Dictionary<string, object?>[] claims) =>
        RecordSteps.RecordAsync(
            service, "WH-CHENHU", 2019, (string)claims[0]["id"]!, Tokens.BoundWest, claims);

    private static async Task<string> PublishAsync(StoredService service, string key)
    {
        var payload = (await service.Graph.DataAsync(Publish, Tokens.BoundWest, new { key }))
            .GetProperty("publishRecords");
        Assert.True(payload.GetProperty("problems").GetArrayLength() == 0, payload.ToString());
        var run = await UploadSteps.RunAsync(
            service.Graph,
            payload.GetProperty("run").GetProperty("id").GetString()!, Tokens.BoundWest);
        Assert.True(run.GetProperty("state").GetString() == "SUCCEEDED", run.ToString());
        return run.GetProperty("snapshot").GetString()!;
    }
}
