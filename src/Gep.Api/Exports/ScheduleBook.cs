using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Compensation.Households;
using Gep.Accounting.Compensation.Totals;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Api.Compensation;

namespace Gep.Api.Exports;

/// <summary>What the workbook of a year is made from.</summary>
/// <param name="Year">The year.</param>
/// <param name="Outcomes">The schemes with their drafts, in order of their codes.</param>
/// <param name="Before">Drafts of an earlier year to compare with; empty when there is none.</param>
/// <param name="YearBefore">That year; null when there is none.</param>
/// <param name="Households">The household register.</param>
/// <param name="Reconciliations">Published totals with what explains them.</param>
/// <param name="DistrictNames">Names of the districts.</param>
internal sealed record ScheduleBook(
    AccountingYear Year,
    ImmutableArray<SchemeOutcome> Outcomes,
    ImmutableArray<SchemeOutcome> Before,
    AccountingYear? YearBefore,
    ImmutableArray<HouseholdShare> Households,
    ImmutableArray<Reconciliation> Reconciliations,
    ImmutableSortedDictionary<DistrictCode, BilingualText> DistrictNames)
{
    /// <summary>Signed amounts of earlier years that go with this year's.</summary>
    public ImmutableArray<Adjustment> Adjustments { get; init; } = [];

    /// <summary>What households have from the year before, by scheme and household.</summary>
    public ImmutableDictionary<(SchemeCode, string), Money> Carried { get; init; } =
        ImmutableDictionary<(SchemeCode, string), Money>.Empty;

    /// <summary>Names of the budget codes.</summary>
    public ImmutableArray<BudgetCode> BudgetCodes { get; init; } = [];

    /// <summary>The logs of schedules that were submitted, by scheme.</summary>
    public ImmutableDictionary<SchemeCode, ScheduleLog> Logs { get; init; } =
        ImmutableDictionary<SchemeCode, ScheduleLog>.Empty;

    /// <summary>The schemes that were drawn.</summary>
    public IEnumerable<(Scheme Scheme, Schedule Schedule)> Drawn => Outcomes
        .Where(outcome => outcome.Draft.IsDrawn)
        .Select(outcome => (outcome.Scheme, outcome.Draft.Schedule!));

    /// <summary>Those of them that move money; a ledger of tonnes is none.</summary>
    public IEnumerable<(Scheme Scheme, Schedule Schedule)> Paying =>
        Drawn.Where(pair => pair.Schedule.Lines.Any(line => line.Amount != Money.Zero));

    /// <summary>The Chinese name of a district; its code when there is none.</summary>
    public string NameOf(DistrictCode district) =>
        DistrictNames.TryGetValue(district, out var name) ? name.Chinese : district.ToString();

    /// <summary>Where a line stands: its notice, or that it is suspended.</summary>
    public string StateOf(SchemeCode scheme, string line) => !Logs.TryGetValue(scheme, out var log)
        ? "未公示"
        : log.Suspended.Contains(line) ? "异议暂停"
        : log.Status switch
        {
            ScheduleStatus.Draft or ScheduleStatus.Submitted or ScheduleStatus.Reviewed
                or ScheduleStatus.Approved => "未公示",
            ScheduleStatus.Noticed => "公示中",
            ScheduleStatus.Issued => "已下达",
            ScheduleStatus.Paid => "已发放",
            ScheduleStatus.Void => "作废",
        };

    /// <summary>The document number of an issued schedule, or that it is a draft.</summary>
    public string DocumentOf(SchemeCode scheme) => Logs.TryGetValue(scheme, out var log)
        ? log.Entries.LastOrDefault(entry => entry.Step == ScheduleStep.Issue)?.Note ?? "草案"
        : "草案";

    /// <summary>All sheets of the workbook, in order.</summary>
    public IReadOnlyList<Sheet> Sheets()
    {
        var sheets = new List<Sheet>
        {
            DistrictSheet.Of(this), VillageSheet.Of(this), HouseholdSheet.Of(this), BasisSheet.Of(this),
        };
        if (!Adjustments.IsEmpty) sheets.Add(AdjustmentSheet.Of(this));
        if (YearBefore is not null) sheets.Insert(3, YearChangeSheet.Of(this));
        sheets.AddRange(Reconciliations.Select(ReconciliationSheet.Of));
        return sheets;
    }
}
