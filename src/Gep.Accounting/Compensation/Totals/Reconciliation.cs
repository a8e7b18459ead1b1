using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Totals;

/// <summary>A published total beside what the schemes explain of it; the rest is shown as
/// unexplained.</summary>
/// <remarks><c>unexplained = published − Σ counted</c>. Source: [COMPENSATION] §1.2 (city total).</remarks>
/// <param name="Total">The published total.</param>
/// <param name="Lines">One line a scheme, in order of their codes.</param>
/// <param name="Explained">Sum of what counts.</param>
/// <param name="Unexplained">What no scheme explains; negative when they come to more.</param>
public sealed record Reconciliation(
    CityTotal Total, ImmutableArray<ReconciliationLine> Lines, Money Explained, Money Unexplained)
{
    private static readonly BilingualText NotDrawn = new("未测算。", "not drawn.");

    /// <summary>The reconciliation of a total with the drafts of its year.</summary>
    public static Reconciliation Of(CityTotal total, IEnumerable<(Scheme Scheme, ScheduleDraft Draft)> drafts)
    {
        ImmutableArray<ReconciliationLine> lines = [.. drafts
            .OrderBy(pair => pair.Scheme.Code)
            .Select(pair => LineOf(total, pair.Scheme, pair.Draft))];
        var explained = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Counted);
        return new Reconciliation(total, lines, explained, total.Amount - explained);
    }

    private static ReconciliationLine LineOf(CityTotal total, Scheme scheme, ScheduleDraft draft)
    {
        if (draft.Schedule is not { } schedule)
        {
            var reason =
                draft.Problems.FirstOrDefault(problem => problem.Severity == ProblemSeverity.Refusal);
            return new ReconciliationLine(scheme.Code, scheme.Name, null, Money.Zero,
                reason?.Text ?? NotDrawn);
        }
        return total.Excluded.TryGetValue(scheme.Code, out var why)
            ? new ReconciliationLine(scheme.Code, scheme.Name, schedule.Total, Money.Zero, why)
            : new ReconciliationLine(scheme.Code, scheme.Name, schedule.Total, schedule.Total, null);
    }
}
