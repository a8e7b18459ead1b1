using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Tests.Compensation;

/// <summary>Small schemes, parcels and claims for tests; whatever a test is about, it says.</summary>
internal static class SomeScheme
{
    private const string AreaUnit = "yuan/mu/a";

    public static readonly AccountingYear Year = AccountingYear.Of(2019);
    public static readonly SourceRef Source = new("COMPENSATION", "", Confidence.Low);

    private static readonly ImmutableSortedDictionary<RegisterField, ImmutableArray<string>> NoValues =
        ImmutableSortedDictionary<RegisterField, ImmutableArray<string>>.Empty;

    public static Scheme ByArea(params RateEntry[] rates) =>
        Of(RuleKind.AreaEntitlement, AreaUnit, rates) with
        {
            Rule = new Rule(
                RuleKind.AreaEntitlement,
                BenefitDay.FirstOfJanuary,
                new Membership("forests", [RegisterField.Grade], NoValues),
                new RateTable(Unit.Of(AreaUnit), [], [.. rates], []),
                [],
                null),
        };

    public static Scheme ByLoss(params RateEntry[] pots) => Of(RuleKind.PoolAllocation, "yuan/a", pots);

    public static RateEntry Rate(
        PayerLayer payer,
        decimal value,
        string from = "2014-01-01",
        string? to = null,
        string document = "A") => new(
            payer,
            ImmutableSortedDictionary<RegisterField, string>.Empty,
            value,
            Day(from),
            to is null ? null : Day(to),
            new DateOnly(2030, 12, 31),
            SchemeStatus.Verified,
            new LegalReference(document, null, "1", null, null),
            Source,
            $"{document}:1");

    public static RegisterParcel Parcel(string id, decimal mu, string district = "420116") => new(
        id, "forests", DistrictOf(district), "town", "village", "payee", "state", "provincial", null, null,
        mu, (double)mu, null, $"forests:{id}");

    public static LossClaim Claim(string id, decimal loss, string payee = "payee") => new(
        id, SchemeCode.Of("T-SCHEME"), Year, DistrictOf("420114"), "town", "village", payee, "plot",
        "rice", 1m,
        new DateOnly(2019, 11, 3), loss, "certificate", new DateOnly(2019, 11, 9), $"claims.csv:{id}");

    public static ScheduleInputs Inputs(params RegisterParcel[] parcels) => new() { Parcels = [.. parcels] };

    public static ScheduleInputs Inputs(params LossClaim[] claims) => new() { Claims = [.. claims] };

    private static Scheme Of(RuleKind kind, string unit, RateEntry[] rates) => new()
    {
        Code = SchemeCode.Of("T-SCHEME"),
        Name = new BilingualText("示例", "example"),
        Basis = new LegalReference("A", null, "1", null, null),
        Source = Source,
        Element = CompensatedElement.Forest,
        Mechanism = CompensationMechanism.Vertical,
        Status = SchemeStatus.Verified,
        StatusReason = null,
        Rule = new Rule(
            kind,
            BenefitDay.FirstOfJanuary,
            null,
            new RateTable(Unit.Of(unit), [], [.. rates], []),
            [],
            null),
        Beneficiaries = new BilingualText("户", "households"),
        Place = "scheme.yaml",
    };

    private static DateOnly Day(string text) =>
        DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DistrictCode DistrictOf(string text) =>
        DistrictCode.TryParse(text, out var code) ? code : throw new ArgumentException(text);
}
