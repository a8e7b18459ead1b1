using System.Text.Json;
using Gep.Accounting.Compensation;
using Gep.Api.Changes;
using Gep.Api.GraphQL;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;

namespace Gep.Api.Tests.Uploads;

/// <summary>Adjustments as finance records, withdraws and publishes them.</summary>
internal static class AdjustmentSteps
{
    public const string Line = "WH-WET:2019:000007";

    private const string Withdraw =
        """
        mutation($input: WithdrawRecordInput!) { withdrawAdjustment(input: $input) {
          record problems { code where } } }
        """;

    /// <summary>An adjustment of the west district.</summary>
    public static AdjustmentInput Row(PayerLayer payer, string yuan) =>
        new("A-1", Line, Tokens.WestDistrict, "户甲", "R1", payer, yuan, "复测");

    /// <summary>Keeps an adjustment as if its difference had been checked.</summary>
    public static void Keep(StoredService service, string id, int year, Action? beforeItIsKept = null) =>
        Keep(service, Row(PayerLayer.City, "-1.00") with { Id = id }, year, beforeItIsKept);

    /// <summary>The same of any adjustment.</summary>
    public static void Keep(
        StoredService service, AdjustmentInput one, int year, Action? beforeItIsKept = null)
    {
        var row = one.ToRow("", "WH-WET", year);
        var kept = service.Kept.Records.Append(
            "adjustment", "wh-wet", WriteKey.Of("finance", one.Id, []), _ =>
            {
                beforeItIsKept?.Invoke();
                return JsonSerializer.Serialize(
                    new[] { new RecordEntry(one.Id, row.Filled, null, null, null) });
            });
        Assert.Equal(WriteStatus.Made, kept.Status);
    }

    public static async Task PublishAsync(StoredService service, string key)
    {
        var run = (await service.Graph.DataAsync(
            "mutation($key: String!) { publishRecords(input: {idempotencyKey: $key}) { run { id } } }",
            Tokens.Of(CallerRole.Finance), new { key })).GetProperty("publishRecords").GetProperty("run");
        await UploadSteps.RunAsync(
            service.Graph, run.GetProperty("id").GetString()!, Tokens.Of(CallerRole.Finance));
    }

    public static async Task<List<(string Code, string Where)>> WithdrawAsync(
        StoredService service, int year) => ProblemsOf((await service.Graph.DataAsync(
            Withdraw, Tokens.Of(CallerRole.Finance), new
            {
                input = new
                {
                    scheme = "WH-WET", year, id = "A-1", reason = "重复", idempotencyKey = $"w{year}",
                },
            })).GetProperty("withdrawAdjustment"));

    public static List<(string Code, string Where)> ProblemsOf(JsonElement payload) =>
    [
        .. payload.GetProperty("problems").EnumerateArray().Select(problem => (
            problem.GetProperty("code").GetString()!, problem.GetProperty("where").GetString()!)),
    ];
}
