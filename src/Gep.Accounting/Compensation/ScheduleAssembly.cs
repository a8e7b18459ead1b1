using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Checks;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>Numbers the lines, adds them up and makes the checks on sums.</summary>
internal static class ScheduleAssembly
{
    private const string LineNumberFormat = "D6";

    /// <summary>
    /// The draft of lines that are in order, or the refusal when one of the problems blocks.
    /// </summary>
    public static ScheduleDraft Assemble(
        Scheme scheme,
        AccountingYear year,
        IReadOnlyList<DraftLine> drafts,
        IEnumerable<ScheduleCheck> checksSoFar,
        List<AccountingProblem> problems,
        ImmutableArray<LineFact> totals = default)
    {
        if (problems.Any(problem => problem.Severity == ProblemSeverity.Refusal))
            return ScheduleDraft.Refused([.. problems]);
        ImmutableArray<PaymentLine> lines =
            [.. drafts.Select((draft, index) => Numbered(scheme, year, draft, index + 1))];
        var total = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        var payers = PayerTotals(lines);
        var checks = checksSoFar
            .Concat(SumChecks.On(total, payers, lines))
            .Concat(DeclarationChecks.On(scheme, year, drafts, total, problems))
            .OrderBy(check => check.Code);
        return ScheduleDraft.Drawn(new Schedule(
            scheme.Code, year, ScheduleStatus.Draft, total, payers, lines, [.. checks], [.. problems])
        {
            Facts = [.. SumsOf(lines), .. totals.IsDefault ? [] : totals],
        });
    }

    private static PaymentLine Numbered(
        Scheme scheme, AccountingYear year, DraftLine draft, int number) => new(
        number,
        $"{scheme.Code}:{year}:{number.ToString(LineNumberFormat, CultureInfo.InvariantCulture)}",
        draft.District, draft.Town, draft.Village, draft.Payee, draft.Parcel,
        draft.AreaMu, draft.Rate, draft.Amount, draft.Payers, draft.Trace)
        {
            Facts = draft.Facts,
            Ownership = draft.Ownership,
            Grade = draft.Grade,
        };

    /// <summary>The sum of each additive fact, in order of its first line.</summary>
    private static IEnumerable<LineFact> SumsOf(ImmutableArray<PaymentLine> lines) => lines
        .SelectMany(line => line.Facts)
        .Where(fact => fact.IsAdditive)
        .GroupBy(fact => fact.Code, StringComparer.Ordinal)
        .Select(group => group.First() with { Value = group.Sum(fact => fact.Value) });

    private static ImmutableArray<PayerShare> PayerTotals(ImmutableArray<PaymentLine> lines)
    {
        var totals = new SortedDictionary<PayerLayer, Money>();
        foreach (var share in lines.SelectMany(line => line.Payers))
            totals[share.Payer] = totals.GetValueOrDefault(share.Payer) + share.Amount;
        return [.. totals.Select(pair => new PayerShare(pair.Key, pair.Value))];
    }
}
