using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Checks;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>Draws a schedule of payments by area: one line a parcel.</summary>
/// <remarks>
/// <c>line = round(A · Σ r_layer, 0.01)</c>, half away from zero; then split between the layers by their
/// rates.<br/>
/// A register area [mu]; r rate of a layer for the parcel's class on the benefit day [yuan/mu/a].<br/>
/// Source: [COMPENSATION] §4.2, §4.7.
/// </remarks>
internal sealed class AreaEntitlement(
    Scheme scheme, RateTable rates, AccountingYear year, ScheduleInputs inputs)
{
    private readonly List<AccountingProblem> problems = [.. SchemeProblems.RemarksOn(scheme)];

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
        var day = BenefitDays.In(year, scheme.Rule.BenefitDay);
        var finder = new RateFinder(scheme, rates, day, problems);
        var lines = new List<DraftLine>(members.Length);
        foreach (var parcel in members)
        {
            if (DrawLine(parcel, finder) is { } line) lines.Add(line);
        }
        finder.AddRemarks();
        checks.AddRange(RateChecks.On(finder));
        return ScheduleAssembly.Assemble(scheme, year, lines, checks, problems);
    }

    private DraftLine? DrawLine(RegisterParcel parcel, RateFinder finder)
    {
        if (finder.ClassOf(parcel) is not { } parcelClass || finder.Find(parcelClass) is not { } rate)
            return null;
        if (!parcel.HasPossibleArea) return null;
        if (parcel.RegisterAreaMu == 0)
        {
            problems.Add(ParcelProblems.AreaZero(parcel));
            return null;
        }
        decimal exactYuan = parcel.RegisterAreaMu * rate.Total;
        var amount = Money.FromExactYuan(exactYuan);
        if (amount == Money.Zero && exactYuan > 0)
            problems.Add(ParcelProblems.AmountBelowFen(parcel, exactYuan));
        decimal[] weights = [.. rate.Layers.Select(layer => layer.Value)];
        if (!PaymentSplit.TrySplit(amount, weights, out var parts))
        {
            problems.Add(SchemeProblems.NoWeight(scheme, parcel.Id, rate.Layers[0].Place));
            return null;
        }
        ImmutableArray<PayerShare> payers =
            [.. rate.Layers.Zip(parts, (layer, part) => new PayerShare(layer.Payer, part.Amount))];
        return new DraftLine(
            parcel.District, parcel.Town, parcel.Village, parcel.Payee, parcel.Id, parcel.Reserve,
            parcel.RegisterAreaMu, rate.Total, amount, payers,
            AreaTrace.Of(scheme, year, parcel, rate, exactYuan, amount, payers));
    }
}
