using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A pot that governments pay into by one proportion and receive by another.</summary>
/// <remarks>
/// <c>line = out − in</c>, both by largest remainder over the pot, so that the lines add up to nothing.<br/>
/// Where a section failed, the choice <c>failed_section</c> names it and weights of distribution are those
/// that
/// the agreement gives for that case.<br/>
/// Source: [CHISHUI].
/// </remarks>
internal static class ContributionPool
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PerformanceSettlement, ["pool"], ["contribution", "distribution"], Settle)
    {
        IsJoint = true,
    };

    private static ImmutableArray<SettledAmount?> Settle(
        ImmutableArray<SettlementCase> cases, List<AccountingProblem> problems)
    {
        var pool = Money.FromExactYuan(cases[0].Value("pool"));
        decimal[] contributions = [.. cases.Select(one => one.Measure("contribution"))];
        decimal[] distributions = [.. cases.Select(one => one.Measure("distribution"))];
        if (!PaymentSplit.TrySplit(pool, contributions, out var paid)
            || !PaymentSplit.TrySplit(pool, distributions, out var received))
        {
            return [.. cases.Select(_ => (SettledAmount?)null)];
        }
        return [.. cases.Select((_, line) => new SettledAmount(
            received[line].Amount.Yuan - paid[line].Amount.Yuan, "pool · d/Σd − pool · c/Σc")
        {
            Facts =
            [
                new LineFact("paid_in", new("出资", "paid in"), paid[line].Amount.Yuan, Unit.Of("yuan"),
                    true),
                new LineFact("paid_out", new("分配", "paid out"), received[line].Amount.Yuan, Unit.Of("yuan"),
                    true),
            ],
        })];
    }
}
