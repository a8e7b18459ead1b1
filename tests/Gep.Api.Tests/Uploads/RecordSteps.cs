using System.Globalization;
using System.Text.Json;
using Gep.Api.Tests.Maps;

namespace Gep.Api.Tests.Uploads;

/// <summary>Claims as an officer of the west district records them.</summary>
internal static class RecordSteps
{
    private const string Record =
        """
        mutation($input: RecordClaimsInput!) { recordClaims(input: $input) {
          record problems { code severity where message { zh en } remedy { zh en } } } }
        """;

    /// <summary>The payload of claims that are recorded.</summary>
    public static async Task<JsonElement> RecordAsync(
        StoredService service, string scheme, int year, string key, string token,
        params Dictionary<string, object?>[] claims) =>
        (await service.Graph.DataAsync(
            Record, token, new { input = new { scheme, year, claims, idempotencyKey = key } }))
            .GetProperty("recordClaims");

    /// <summary>A sound claim.</summary>
    public static Dictionary<string, object?> Claim(string id, decimal loss) => new()
    {
        ["id"] = id, ["district"] = Tokens.WestDistrict, ["town"] = "一乡", ["village"] = "一村",
        ["payee"] = $"户 {id}", ["parcel"] = "地块, 一", ["crop"] = "油菜", ["damagedMu"] = "12.5",
        ["lossDay"] = "2019-03-25", ["verifiedLossYuan"] = loss.ToString(CultureInfo.InvariantCulture),
        ["certificate"] = $"核 {id}", ["verifiedOn"] = "2019-04-06",
    };
}
