using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Settlement;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>
/// Draws the schedule of a scheme for a year: main flow 2, areas and claims to payment lines.
/// </summary>
/// <remarks>
/// Order of operations: [COMPENSATION] §4.2. Values of the benefit day, eligibility, rate, time, rounding
/// once to the fen, split between payers. Nothing depends on the order of the inputs.
/// </remarks>
public static class DrawSchedule
{
    /// <summary>The schedule, or every reason why there is none.</summary>
    public static ScheduleDraft For(Scheme scheme, AccountingYear year, ScheduleInputs inputs)
    {
        var reasons = ImmutableArray.CreateBuilder<AccountingProblem>();
        if (scheme.Rule.Withheld is { } withheld) reasons.Add(SchemeProblems.Withheld(scheme, withheld));
        else if (scheme.Rule.Terms is null && !NeedsRates(scheme.Rule.Kind))
            reasons.Add(SchemeProblems.KindNotBuilt(scheme));
        if (reasons.Count > 0)
        {
            reasons.AddRange(SchemeProblems.RemarksOn(scheme));
            return ScheduleDraft.Refused(reasons.ToImmutable());
        }
        if (scheme.Rule.Terms is { } terms) return new SettledSchedule(scheme, terms, year, inputs).Draw();
        var rates =
            scheme.Rule.Rates ?? throw new ArgumentException($"{scheme.Code} has no rates.", nameof(scheme));
        return scheme.Rule.Kind == RuleKind.AreaEntitlement
            ? new AreaEntitlement(scheme, rates, year, inputs).Draw()
            : new PoolAllocation(scheme, rates, year, inputs).Draw();
    }

    /// <summary>Whether rules of that kind read rates by class; the others read terms of
    /// settlement.</summary>
    public static bool NeedsRates(RuleKind kind) => kind switch
    {
        RuleKind.AreaEntitlement or RuleKind.PoolAllocation => true,
        RuleKind.FactorAllocation or RuleKind.LossPerEvent or RuleKind.PerformanceSettlement
            or RuleKind.PriceSupport or RuleKind.InstalmentEntitlement or RuleKind.BenefitSharing
            or RuleKind.CarbonLedger or RuleKind.FundLedger => false,
    };

    /// <summary>Whether schemes of that kind may settle by that method.</summary>
    public static bool Fits(RuleKind kind, SettlementMethod method) =>
        SettlementFormulas.Of(method).Kind == kind;
}
