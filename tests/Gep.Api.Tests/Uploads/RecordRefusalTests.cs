using System.Text.Json;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;

namespace Gep.Api.Tests.Uploads;

/// <summary>What is wrong with a claim is told with its field, and nothing is kept.</summary>
[Collection(StoreTests.Name)]
public sealed class RecordRefusalTests(TinyService tiny) : IClassFixture<TinyService>
{
    [StoreTheory]
    [InlineData("district", "990102", "district-forbidden", "claims[0].district")]
    [InlineData("district", "abc", "value-malformed", "claims[0].district")]
    [InlineData("payee", "", "key-missing", "claims[0].payee")]
    [InlineData("payee", "甲\n乙", "value-malformed", "claims[0].payee")]
    [InlineData("verifiedLossYuan", "-1", "claim-out-of-range", "claims[0]")]
    [InlineData("certificate", null, "claim-unverified", "claims[0]")]
    [InlineData("corrects", "T-0", "record-unknown", "claims[0].corrects")]
    [InlineData("corrects", "T-0", "reason-missing", "claims[0].reason")]
    public async Task Claim_WithAFaultyField_IsRefusedByItsName(
        string name, string? value, string code, string where)
    {
        var service = await tiny.GetAsync();
        var claim = RecordSteps.Claim("R-1", 100.5m);
        claim[name] = value;

        var payload = await RecordSteps.RecordAsync(
            service, "WH-CHENHU", 2019, $"{name} {value} {code}", Tokens.BoundWest, claim);

        Assert.Contains((code, where), ProblemsOf(payload));
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("record").ValueKind);
        Assert.Empty(service.Kept.Records.List("claim"));
    }

    [StoreTheory]
    [InlineData("WH-PBF", 2019, "record-not-taken")]
    [InlineData("NOPE", 2019, "scheme-unknown")]
    [InlineData("WH-CHENHU", 1999, "year-unknown")]
    public async Task Claim_OfAnotherSchemeOrYear_IsRefused(string scheme, int year, string code)
    {
        var payload = await RecordSteps.RecordAsync(
            await tiny.GetAsync(), scheme, year, $"{scheme} {year}", Tokens.BoundWest,
            RecordSteps.Claim("R-1", 100.5m));

        Assert.Equal(code, Assert.Single(ProblemsOf(payload)).Code);
    }

    [StoreFact]
    public async Task Claims_WithOneNumber_AreRefusedTogether()
    {
        var service = await tiny.GetAsync();

        var payload = await RecordSteps.RecordAsync(
            service, "WH-CHENHU", 2019, "twice", Tokens.BoundWest,
            RecordSteps.Claim("R-1", 100.5m), RecordSteps.Claim("R-1", 7.5m));

        Assert.Contains(("record-number-taken", "claims[1].id"), ProblemsOf(payload));
        Assert.Empty(service.Kept.Records.List("claim"));
    }

    [StoreTheory]
    [InlineData("Analyst")]
    [InlineData("Admin")]
    [InlineData("Auditor")]
    public async Task Claim_ByAnotherRole_IsRefused(string role)
    {
        var payload = await RecordSteps.RecordAsync(
            await tiny.GetAsync(), "WH-CHENHU", 2019, "role", Tokens.Of(Enum.Parse<CallerRole>(role)),
            RecordSteps.Claim("R-1", 1.5m));

        Assert.Equal("role-forbidden", Assert.Single(ProblemsOf(payload)).Code);
    }

    private static List<(string Code, string Where)> ProblemsOf(JsonElement payload) =>
    [
        .. payload.GetProperty("problems").EnumerateArray().Select(problem => (
            problem.GetProperty("code").GetString()!, problem.GetProperty("where").GetString()!)),
    ];
}
