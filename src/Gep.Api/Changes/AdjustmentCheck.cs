using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Measures;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Changes;

/// <summary>
/// Whether adjustments settle differences that there are: each names a line of a correction, and no more of
/// it than is open; and whether they are in force before they are reviewed.
/// </summary>
internal static class AdjustmentCheck
{
    /// <summary>Adds what is wrong with rows, each by its field.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="settled">Adjustments that count already.</param>
    /// <param name="differences">What issued schedules of earlier years differ by.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(
        IReadOnlyList<HandedIn> rows, IEnumerable<Adjustment> settled,
        IReadOnlyList<CorrectionLine> differences, ProblemList problems)
    {
        var known = settled.ToList();
        foreach (var row in rows)
        {
            if (string.IsNullOrEmpty(row.Id)) row.ToEntry().RequireText("id", problems);
            if (CarriedReader.ReadAdjustment(row.ToEntry(), problems) is not { } one) continue;
            if (differences.FirstOrDefault(line => line.IsSettledBy(one)) is not { } difference)
            {
                RefuseUnknown(row, one, problems);
                continue;
            }
            var open = difference.OpenAfter(known).FirstOrDefault(share => share.Payer == one.Payer)?.Amount
                ?? Money.Zero;
            if (IsPartOf(one.Amount, open)) known.Add(one);
            else RefuseExceeding(row, one, open, problems);
        }
    }

    /// <summary>
    /// Holds a schedule back from being submitted while the next publication would change what is settled
    /// with it.
    /// </summary>
    public static void RefuseWaiting(RecordLedger ledger, Schedule schedule, ProblemList problems)
    {
        int count = ledger.Rows.Count(row => row.IsWaiting && row.IsOf(schedule.Year));
        if (count == 0) return;
        problems.Refuse(
            ChangeProblemCode.AdjustmentsWaiting, $"{schedule.Scheme}:{schedule.Year}",
            new($"随 {schedule.Scheme} {schedule.Year} 年安排的清算有 {count} 条待发布，发布或撤回后方可提交。",
                $"Of the adjustments settled with {schedule.Scheme}:{schedule.Year}, {count} wait: it is "
                + "submitted after they are published or withdrawn."),
            new("请先发布（publishRecords）；不应清算的先撤回。",
                "Publish them first (publishRecords); withdraw those that should not be settled."));
    }

    private static bool IsPartOf(Money amount, Money open) =>
        amount < Money.Zero ? open <= amount : amount <= open;

    private static void RefuseUnknown(HandedIn row, Adjustment one, ProblemList problems) => problems.Refuse(
        ChangeProblemCode.DifferenceUnknown, $"{row.Place}.line",
        new($"已下达的安排中，{one.Line}（地块 {one.Parcel}）没有与现应付的差额。",
            $"No issued schedule differs at {one.Line} (parcel {one.Parcel}) from what is due."),
        new("请按已下达安排的更正表填写行编号、区、地块和受偿人。",
            "Take line, district, parcel and payee from the correction of the issued schedule."));

    private static void RefuseExceeding(HandedIn row, Adjustment one, Money open, ProblemList problems) =>
        problems.Refuse(
            ChangeProblemCode.DifferenceExceeded, $"{row.Place}.yuan",
            new($"{one.Line} 由该级承担、未清算的差额为 {open} 元，填写的是 {one.Amount} 元。",
                $"Of the difference of {one.Line}, {open} yuan of this payer are open, not {one.Amount}."),
            new($"请填写 {open} 元以内、符号相同的金额；已清算的不再填写。",
                $"Give an amount of the same sign within {open} yuan; what is settled is not given again."));
}
