namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>An amount per damaged area, which a county may adjust within bounds.</summary>
/// <remarks>
/// <c>line = A · r · (1 + a)</c>, <c>|a| ≤ a_max</c>.<br/>
/// A damaged area [mu]; r [yuan/mu]; a adjustment of the county [1].<br/>
/// Source: [POYANG].
/// </remarks>
internal static class AreaLoss
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.LossPerEvent, ["yuan_per_mu", "adjustment_max"], ["damaged_mu"],
            SettlementFormula.Each(Settle))
    {
        NeedsCertificate = true,
    };

    private static SettledAmount? Settle(SettlementCase one)
    {
        decimal area = one.Measure("damaged_mu"), adjustment = one.MeasureOr("adjustment", 0);
        if (area < 0 || Math.Abs(adjustment) > one.Value("adjustment_max")) return null;
        decimal rate = one.Value("yuan_per_mu") * (1 + adjustment);
        return new SettledAmount(area * rate, "A · r · (1 + a)") { AreaMu = area, Rate = rate };
    }
}
