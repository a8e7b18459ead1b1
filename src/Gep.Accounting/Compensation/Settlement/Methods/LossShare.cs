using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A share of a verified loss by the kind of event, less what insurance paid for the same
/// loss.</summary>
/// <remarks>
/// <c>line = max(0, s_event · L − i)</c>; <c>L = q·p</c>, or the stated value of the loss.<br/>
/// q verified quantity [kg]; p last year's local mean price [yuan/kg]; s share [1]; i insurance [yuan].<br/>
/// Source: [GDWILD2025] (crops), [SHENNONGJIA2009] (livestock), [COMPENSATION] §4.8 same loss once.
/// </remarks>
internal static class LossShare
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.LossPerEvent, [], [], SettlementFormula.Each(Settle))
    {
        Words = ["event"],
        NeedsCertificate = true,
    };

    private static SettledAmount? Settle(SettlementCase one)
    {
        if (!one.Terms.Values.TryGetValue($"share_{one.Word("event")}", out decimal share)) return null;
        bool isByPrice = one.Item.Measures.ContainsKey("quantity")
            && one.Item.Measures.ContainsKey("unit_price");
        if (!isByPrice && !one.Item.Measures.ContainsKey("loss")) return null;
        decimal loss = isByPrice ? one.Measure("quantity") * one.Measure("unit_price") : one.Measure("loss");
        decimal insurance = one.MeasureOr("insurance_paid", 0);
        if (loss < 0 || insurance < 0) return null;
        decimal entitlement = share * loss;
        return new SettledAmount(Math.Max(0, entitlement - insurance), "max(0, s · L − i)")
        {
            Facts =
            [
                new LineFact("entitlement", new("应补金额", "entitlement"), entitlement, Unit.Of("yuan"),
                    true),
                new LineFact("insurance", new("已获保险赔付", "paid by insurance"), insurance,
                    Unit.Of("yuan"), true),
            ],
        };
    }
}
