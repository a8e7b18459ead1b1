namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>An amount per unit, such as a square metre of floor.</summary>
/// <remarks>
/// <c>line = r · q</c>, at most the cap where the text has one.<br/>
/// q quantity [unit of the scheme]; r [yuan/unit].<br/>
/// Source: [XIANG2020] (new villages of Liangzi Lake).
/// </remarks>
internal static class UnitGrant
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PriceSupport, ["yuan_per_unit"], ["quantity"], SettlementFormula.Each(Settle));

    private static SettledAmount? Settle(SettlementCase one)
    {
        if (one.Measure("quantity") < 0) return null;
        decimal yuan = one.Value("yuan_per_unit") * one.Measure("quantity");
        return new SettledAmount(Math.Min(yuan, one.ValueOr("cap", yuan)), "min(r · q, cap)");
    }
}
