using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>Credits against emissions: tonnes, no money.</summary>
/// <remarks>
/// <c>net = Σ credits − Σ emissions</c>; surplus share <c>= net / emissions</c>; yield <c>= credits /
/// area</c>;
/// area that would have sufficed <c>= emissions / yield</c>.<br/>
/// Tonnes of CO2 [t]; area [mu].<br/>
/// Source: [XIANG2020] (Military World Games 2019).
/// </remarks>
internal static class CarbonBalance
{
    private const int RatioDecimals = 6;
    private const int PercentDecimals = 2;
    private const decimal Percent = 100m;

    public static SettlementFormula Formula { get; } = new(
        RuleKind.CarbonLedger, [], ["tonnes"], SettlementFormula.Each(Settle))
    {
        Words = ["entry"],
        Totals = Totals,
    };

    private static SettledAmount? Settle(SettlementCase one)
    {
        string entry = one.Word("entry");
        if (one.Measure("tonnes") < 0 || entry is not ("credit" or "emission")) return null;
        decimal net = entry == "credit" ? one.Measure("tonnes") : -one.Measure("tonnes");
        return new SettledAmount(0, "no money moves")
        {
            Facts = [new LineFact("net_tonnes", new("净值", "net position"), net, Unit.Of("t CO2"), true)],
        };
    }

    private static ImmutableArray<LineFact> Totals(ImmutableArray<SettlementCase> cases)
    {
        decimal credits = Sum(cases, "credit", "tonnes"), emissions = Sum(cases, "emission", "tonnes");
        decimal area = Sum(cases, "credit", "area_mu");
        if (emissions <= 0 || area <= 0 || credits <= 0) return [];
        return
        [
            new LineFact("surplus_percent", new("盈余比例", "surplus"),
                Rounded(Percent * (credits - emissions) / emissions, PercentDecimals), Unit.Of("%"), false),
            new LineFact("tonnes_per_mu", new("单位面积减排", "reduction per area"),
                Rounded(credits / area, RatioDecimals), Unit.Of("t/mu"), false),
            new LineFact("sufficient_mu", new("足够抵消的面积", "area that suffices"),
                Rounded(emissions * area / credits, PercentDecimals), Unit.Of("mu"), false),
        ];
    }

    private static decimal Sum(ImmutableArray<SettlementCase> cases, string entry, string measure) =>
        cases.Where(one => one.Word("entry") == entry).Sum(one => one.MeasureOr(measure, 0));

    private static decimal Rounded(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero);
}
