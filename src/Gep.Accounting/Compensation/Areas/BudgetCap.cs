using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Areas;

/// <summary>Lines cut down to a budget in proportion, by largest remainder.</summary>
/// <remarks><c>f = B / Σ line</c> when the lines exceed the budget B. Source: [COMPENSATION] §4.6.</remarks>
internal static class BudgetCap
{
    private const int FactorDecimals = 8;

    /// <summary>The factor of a budget over lines; null when they do not exceed it.</summary>
    public static decimal? FactorOf(Money budget, IReadOnlyList<DraftLine> lines)
    {
        decimal sum = lines.Sum(line => line.Amount.Yuan);
        return sum > budget.Yuan ? budget.Yuan / sum : null;
    }

    /// <summary>The lines within the budget, each with its payers cut in the same proportion.</summary>
    public static List<DraftLine> Apply(Money budget, IReadOnlyList<DraftLine> lines)
    {
        decimal[] weights = [.. lines.Select(line => line.Amount.Yuan)];
        if (FactorOf(budget, lines) is not { } factor
            || !PaymentSplit.TrySplit(budget, weights, out var parts))
            return [.. lines];
        return [.. lines.Select((line, index) => Cut(line, parts[index], factor))];
    }

    private static DraftLine Cut(DraftLine line, SplitPart part, decimal factor)
    {
        decimal[] shares = [.. line.Payers.Select(payer => payer.Amount.Yuan)];
        bool isSplit = PaymentSplit.TrySplit(part.Amount, shares, out var parts);
        ImmutableArray<PayerShare> payers = isSplit
            ? [.. line.Payers.Zip(parts, (payer, share) => payer with { Amount = share.Amount })]
            : line.Payers;
        var step = Traces.TraceNode.Input(
            new BilingualText("预算封顶系数", "factor of the budget"),
            Invariant($"{Math.Round(factor, FactorDecimals, MidpointRounding.AwayFromZero)}"), null, null);
        return line with
        {
            Amount = part.Amount,
            Payers = payers,
            Trace =
                line.Trace with { Value = $"{part.Amount} yuan", Children = line.Trace.Children.Add(step) },
        };
    }
}
