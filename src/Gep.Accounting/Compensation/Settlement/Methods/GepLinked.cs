using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A base amount scaled by the growth of GEP; with the choice <c>normalise</c> the sum
/// stays.</summary>
/// <remarks>
/// <c>k = clip(1 + α · (GEP_t / GEP_(t−1) − 1), [low, high])</c>; <c>line = k · base</c>, and with
/// <c>normalise: keep-total</c> the base total is split by <c>k · base</c>, so that the budget does not
/// move.<br/>
/// GEP [yuan]; α, low, high [1].<br/>
/// Source: [COMPENSATION] §4.3 (design; GEP scales a standard, it never is one).
/// </remarks>
internal static class GepLinked
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.FactorAllocation, ["alpha", "low", "high"], ["base_yuan", "gep", "gep_previous"], Settle)
    {
        IsJoint = true,
    };

    private static ImmutableArray<SettledAmount?> Settle(
        ImmutableArray<SettlementCase> cases, List<AccountingProblem> problems)
    {
        if (cases.Any(one => one.Measure("gep_previous") <= 0 || one.Measure("base_yuan") < 0))
            return [.. cases.Select(one =>
                one.Measure("gep_previous") <= 0 ? null : new SettledAmount(0, ""))];
        decimal[] factors = [.. cases.Select(one => Math.Clamp(
            1 + one.Value("alpha") * (one.Measure("gep") / one.Measure("gep_previous") - 1),
            one.Value("low"), one.Value("high")))];
        decimal[] scaled = [.. cases.Select((one, line) => factors[line] * one.Measure("base_yuan"))];
        var total = Money.FromExactYuan(cases.Sum(one => one.Measure("base_yuan")));
        bool keepsTotal = cases[0].Choice("normalise") == "keep-total";
        decimal[] amounts = keepsTotal && PaymentSplit.TrySplit(total, scaled, out var parts)
            ? [.. parts.Select(part => part.Amount.Yuan)]
            : scaled;
        return [.. cases.Select((_, line) => new SettledAmount(amounts[line], "clip(1 + α · ΔGEP) · base")
        {
            Facts = [new LineFact("k_gep", new("GEP 系数", "coefficient of GEP"), factors[line], Unit.One,
                false)],
        })];
    }
}
