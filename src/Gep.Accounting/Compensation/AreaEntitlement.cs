using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Areas;
using Gep.Accounting.Compensation.Checks;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>Draws a schedule of payments by area: one line a parcel.</summary>
/// <remarks>
/// <c>line = round(i · Σ_segments (A·Σ r_layer − O)·t, 0.01)</c>, half away from zero; then the budget's
/// cap, then the
/// split between the layers by what each contributes.<br/>
/// A area of the segment [mu]; r rate of a layer for the parcel's class in the segment [yuan/mu/a]; O what
/// another
/// scheme pays of contested ground [yuan/a]; t share of the year [1]; i accepted share [1].<br/>
/// Source: [COMPENSATION] §4.2, §4.6 to §4.9.
/// </remarks>
internal sealed class AreaEntitlement(
    Scheme scheme, RateTable rates, AccountingYear year, ScheduleInputs inputs)
{
    private readonly List<AccountingProblem> problems = [.. SchemeProblems.RemarksOn(scheme)];
    private readonly SortedDictionary<DateOnly, RateFinder> finders = [];

    private readonly ILookup<(string, string), AreaChange> changes =
        inputs.AreaChanges.ToLookup(change => (change.Layer, change.Parcel));

    private readonly ILookup<(string, string), ParcelInspection> inspections =
        inputs.Inspections.ToLookup(inspection => (inspection.Layer, inspection.Parcel));

    private readonly ContestedGround contested =
        new(scheme, inputs, BenefitDays.In(year, scheme.Rule));

    private readonly ImmutableArray<DateOnly> rateDays = [.. rates.Entries
        .SelectMany(entry => new[] { entry.From, entry.To ?? entry.From }).Distinct().Order()];

    public ScheduleDraft Draw()
    {
        var membership = scheme.Rule.Membership
            ?? throw new ArgumentException($"{scheme.Code} has no membership.", nameof(scheme));
        ImmutableArray<RegisterParcel> members = [.. inputs.Parcels
            .Where(membership.Includes)
            .OrderBy(parcel => parcel.District)
            .ThenBy(parcel => parcel.Town, StringComparer.Ordinal)
            .ThenBy(parcel => parcel.Village, StringComparer.Ordinal)
            .ThenBy(parcel => parcel.Id, StringComparer.Ordinal)];
        if (members.IsEmpty) problems.Add(SchemeProblems.NoParcels(scheme, membership.Layer));
        problems.AddRange(DistrictCheck.On(
            inputs.DistrictNames, members.Select(parcel => (parcel.District, parcel.Place))));
        var checks = ParcelChecks.On(members, inputs.Certificates, problems).ToList();
        checks.AddRange(RelationChecks.On(scheme, members, inputs.Schemes, problems));
        var lines = new List<DraftLine>(members.Length);
        _ = FinderOn(BenefitDays.In(year, scheme.Rule));
        foreach (var parcel in members)
        {
            if (DrawLine(parcel) is { } line) lines.Add(line);
        }
        foreach (var finder in finders.Values) finder.AddRemarks();
        checks.AddRange(RateChecks.On(finders.Values));
        return ScheduleAssembly.Assemble(scheme, year, Capped(lines, checks), checks, problems);
    }

    private List<DraftLine> Capped(List<DraftLine> lines, List<ScheduleCheck> checks)
    {
        if (scheme.Rule.Budget is not { } budget) return lines;
        if (BudgetCap.FactorOf(budget, lines) is { } factor)
        {
            foreach (var finder in finders.Values) finder.RequireFloorsAt(factor);
            lines = BudgetCap.Apply(budget, lines);
        }
        checks.Add(PoolCheck.On(budget, lines));
        return lines;
    }

    private DraftLine? DrawLine(RegisterParcel parcel)
    {
        var benefitDay = BenefitDays.In(year, scheme.Rule);
        if (FinderOn(benefitDay).ClassOf(parcel) is not { } parcelClass) return null;
        var segments = AreaSegment.Of(
            year, scheme.Rule.Time, benefitDay, parcel.RegisterAreaMu, changes[(parcel.Layer, parcel.Id)],
            rateDays);
        var found = segments.Select(segment => FinderOn(
            scheme.Rule.Time == TimeRule.FullYear ? benefitDay : segment.From).Find(parcelClass)).ToList();
        if (found.Any(rate => rate is null) || !parcel.HasPossibleArea) return null;
        if (parcel.RegisterAreaMu == 0)
        {
            problems.Add(ParcelProblems.AreaZero(parcel));
            return null;
        }
        var entitlement = ParcelEntitlement.Of(
            segments, [.. found.Select(rate => rate!)], parcel, contested, AcceptedShare(parcel));
        var amount = Money.FromExactYuan(entitlement.ExactYuan);
        if (amount == Money.Zero && entitlement.ExactYuan > 0)
            problems.Add(ParcelProblems.AmountBelowFen(parcel, entitlement.ExactYuan));
        var first = found[0]!;
        decimal[] weights = [.. entitlement.Layers.Select(layer => layer.Weight)];
        if (!PaymentSplit.TrySplit(amount, weights, out var parts)
            && !PaymentSplit.TrySplit(amount, [.. first.Layers.Select(layer => layer.Value)], out parts))
        {
            problems.Add(SchemeProblems.NoWeight(scheme, parcel.Id, first.Layers[0].Place));
            return null;
        }
        ImmutableArray<PayerShare> payers =
            [.. entitlement.Layers.Zip(parts, (layer, part) => new PayerShare(layer.Payer, part.Amount))];
        return new DraftLine(
            parcel.District, parcel.Town, parcel.Village, parcel.Payee, parcel.Id, parcel.Reserve,
            parcel.RegisterAreaMu, first.Total, amount, payers,
            AreaTrace.Of(scheme, year, parcel, first, entitlement, amount, payers))
        {
            Ownership = parcel.Ownership,
            Grade = parcel.Grade,
            Facts = [.. entitlement.Facts, .. BeneficiarySplit.Of(scheme.Rule.Split, first.Total, amount)],
        };
    }

    private decimal AcceptedShare(RegisterParcel parcel) =>
        inspections[(parcel.Layer, parcel.Id)].Select(inspection => inspection.AcceptedShare)
            .Select(share => Math.Clamp(share, 0, 1)).DefaultIfEmpty(1).Min();

    private RateFinder FinderOn(DateOnly day)
    {
        if (!finders.TryGetValue(day, out var finder))
            finders.Add(day, finder = new RateFinder(scheme, rates, day, problems));
        return finder;
    }
}
