using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Reforms;
using Gep.Accounting.Compensation.Totals;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Dossiers;
using Gep.Api.Exports;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Gathers what the outputs of a year are made from.</summary>
internal static class ScheduleBooks
{
    /// <summary>The book of a year, or null after the problems that prevent it were added.</summary>
    /// <param name="opened">The workspace with its layers.</param>
    /// <param name="year">The year.</param>
    /// <param name="against">Year to compare with; null for none.</param>
    /// <param name="scheme">Only this scheme; null for all, with the reconciliation of published
    /// totals.</param>
    /// <param name="problems">Where problems go.</param>
    public static ScheduleBook? Read(
        OpenedWorkspace opened, AccountingYear year, AccountingYear? against, string? scheme,
        ProblemList problems)
    {
        var outcomes = RunSchedule.For(opened, year, scheme, problems);
        ImmutableArray<SchemeOutcome> before = [];
        if (against is { } earlier && opened.RequireYear(earlier, problems) is { } known)
            before = RunSchedule.For(opened, known, scheme, problems);
        string root = opened.Workspace.Root;
        var households = HouseholdReader.ReadAll(root, problems);
        var totals = CityTotalReader.ReadAll(root, problems)
            .Where(total => total.Year == year && scheme is null)
            .Select(total => Reconciliation.Of(
                total, outcomes.Select(outcome => (outcome.Scheme, outcome.Draft))));
        ImmutableArray<Reconciliation> reconciliations = [.. totals];
        if (problems.HasRefusal) return null;
        var names = opened.Classification.Districts.ToImmutableSortedDictionary(
            district => district.Code, district => district.Name)
            .SetItem(opened.Workspace.Region, opened.Workspace.Name);
        var adjustments = CarriedReader.Adjustments(root, year, problems);
        var carried = CarriedReader.Carried(root, year, problems);
        var codes = BudgetCodeReader.ReadAll(root, new ProblemList());
        var logs = LogsOf(root, outcomes, year, problems);
        return problems.HasRefusal
            ? null
            : new ScheduleBook(year, outcomes, before, against, households, reconciliations, names)
            {
                Adjustments = [.. adjustments.Where(adjustment =>
                    outcomes.Any(outcome => outcome.Scheme.Code == adjustment.Scheme))],
                Carried = carried,
                BudgetCodes = codes,
                Logs = logs,
            };
    }

    /// <summary>The logs of the schedules that are, line by line, those submitted.</summary>
    private static ImmutableDictionary<SchemeCode, ScheduleLog> LogsOf(
        string root, ImmutableArray<SchemeOutcome> outcomes, AccountingYear year, ProblemList problems)
    {
        var store = new FolderScheduleStore(Path.Combine(root, OpenedDossier.FolderName));
        var logs = ImmutableDictionary.CreateBuilder<SchemeCode, ScheduleLog>();
        foreach (var (scheme, draft) in outcomes.Select(outcome => (outcome.Scheme, outcome.Draft)))
        {
            if (draft.Schedule is not { } schedule) continue;
            var stored = StoredSchedule.Read(store, new ScheduleKey(scheme.Code, year), problems);
            if (stored?.Frozen is { } frozen
                && ScheduleFingerprint.Of(frozen) == ScheduleFingerprint.Of(schedule))
                logs[scheme.Code] = ScheduleLog.Resume(frozen, stored.Entries);
        }
        return logs.ToImmutable();
    }

    /// <summary>The book with one number of its only scheme changed; null after the problem was
    /// added.</summary>
    public static ScheduleBook? Reformed(
        OpenedWorkspace opened, ScheduleBook book, RateReform reform, ProblemList problems)
    {
        string scheme = book.Outcomes[0].Scheme.Code.ToString();
        var outcomes = RunSchedule.For(opened, book.Year, scheme, problems, reform);
        return problems.HasRefusal ? null : book with { Outcomes = outcomes };
    }

    /// <summary>Writes the workbook; it is built in memory, because a pipe cannot be rewound.</summary>
    public static void WriteXlsx(Stream output, ScheduleBook book)
    {
        using var buffer = new MemoryStream();
        XlsxWriter.Write(buffer, book.Sheets());
        buffer.Position = 0;
        buffer.CopyTo(output);
    }
}
