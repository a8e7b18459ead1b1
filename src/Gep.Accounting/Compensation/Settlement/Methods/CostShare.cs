using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A share of a price or of eligible cost; each payer's part is rounded by itself.</summary>
/// <remarks>
/// <c>line = Σ_payer round(s_payer · x, 0.01)</c>, at most the cap where the text has one.<br/>
/// x price or eligible cost [yuan]; s share of the payer [1].<br/>
/// Source: [XIANG2020] (infrastructure and appliances of Liangzi Lake).
/// </remarks>
internal static class CostShare
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PriceSupport, [], ["cost"], SettlementFormula.Each(Settle));

    private static SettledAmount? Settle(SettlementCase one)
    {
        if (one.Measure("cost") < 0) return null;
        ImmutableArray<PayerShare> payers = [.. one.Terms.Payers.Select(payer =>
            new PayerShare(payer.Payer, Money.FromExactYuan(payer.Share * one.Measure("cost"))))];
        decimal yuan = payers.Sum(payer => payer.Amount.Yuan);
        bool isCapped = one.Terms.Values.TryGetValue("cap", out decimal cap) && yuan > cap;
        return isCapped
            ? new SettledAmount(cap, "cap")
            : new SettledAmount(yuan, "Σ round(s_payer · x, 0.01)") { Payers = payers };
    }
}
