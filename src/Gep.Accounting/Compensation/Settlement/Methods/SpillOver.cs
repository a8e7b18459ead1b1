namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A share of the value that a district's ecosystems give to others.</summary>
/// <remarks>
/// <c>line = s · V</c>; the payers of the terms carry it by their shares.<br/>
/// V spill-over value [yuan]; s share of the year [1].<br/>
/// Source: [EZHOU2018].
/// </remarks>
internal static class SpillOver
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.BenefitSharing, ["pay_share"], ["spill_over_yuan"], SettlementFormula.Each(Settle));

    private static SettledAmount? Settle(SettlementCase one) => one.Measure("spill_over_yuan") < 0
        ? null
        : new SettledAmount(one.Value("pay_share") * one.Measure("spill_over_yuan"), "s · V");
}
