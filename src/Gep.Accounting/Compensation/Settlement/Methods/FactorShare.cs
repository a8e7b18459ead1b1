using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A pot shared out between districts by weighted areas and coefficients.</summary>
/// <remarks>
/// <c>share_d ∝ k_zone · k_fiscal · (1 − deduction) · Σ_e w_e · A_(d,e)</c> over the elements that the terms
/// weigh;
/// largest remainder over the pot, so coefficients move no money out of it.<br/>
/// A area of element e in district d [mu]; w weight, k coefficients, deduction [1].<br/>
/// Source: [COMPENSATION] §2.1, slots of the control-line scheme; §4.3.
/// </remarks>
internal static class FactorShare
{
    private const string Prefix = "weight_";

    public static SettlementFormula Formula { get; } = new(
        RuleKind.FactorAllocation, ["pool"], [], Settle)
    {
        IsJoint = true,
    };

    private static ImmutableArray<SettledAmount?> Settle(
        ImmutableArray<SettlementCase> cases, List<AccountingProblem> problems)
    {
        decimal[] weights = [.. cases.Select(WeightOf)];
        var pool = Money.FromExactYuan(cases[0].Value("pool"));
        if (!PaymentSplit.TrySplit(pool, weights,
            out var parts)) return [.. new SettledAmount?[cases.Length]];
        return [.. cases.Select((_, line) => new SettledAmount(parts[line].Amount.Yuan, "pool · w_d / Σ w_d")
        {
            Facts = [new LineFact("weight", new("分配权重", "weight"), weights[line], Unit.One, true)],
        })];
    }

    private static decimal WeightOf(SettlementCase one) =>
        one.MeasureOr("k_zone", 1) * one.MeasureOr("k_fiscal", 1) * (1 - one.MeasureOr("deduction", 0))
        * one.Terms.Values
            .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Sum(pair => pair.Value * one.MeasureOr($"area_{pair.Key[Prefix.Length..]}", 0));
}
