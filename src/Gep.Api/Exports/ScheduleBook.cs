using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Households;
using Gep.Accounting.Compensation.Totals;
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
    /// <summary>The schemes that were drawn.</summary>
    public IEnumerable<(Scheme Scheme, Schedule Schedule)> Drawn => Outcomes
        .Where(outcome => outcome.Draft.IsDrawn)
        .Select(outcome => (outcome.Scheme, outcome.Draft.Schedule!));

    /// <summary>The Chinese name of a district; its code when there is none.</summary>
    public string NameOf(DistrictCode district) =>
        DistrictNames.TryGetValue(district, out var name) ? name.Chinese : district.ToString();

    /// <summary>All sheets of the workbook, in order.</summary>
    public IReadOnlyList<Sheet> Sheets()
    {
        var sheets = new List<Sheet>
        {
            DistrictSheet.Of(this), VillageSheet.Of(this), HouseholdSheet.Of(this), BasisSheet.Of(this),
        };
        if (YearBefore is not null) sheets.Insert(3, YearChangeSheet.Of(this));
        sheets.AddRange(Reconciliations.Select(ReconciliationSheet.Of));
        return sheets;
    }
}
