using System.Collections.Immutable;
using Gep.Accounting.Compensation.Areas;
using Gep.Accounting.Compensation.Settlement;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>How the lines of a scheme come about.</summary>
/// <param name="Kind">The kind of rule.</param>
/// <param name="BenefitDay">Day whose values a year is paid by.</param>
/// <param name="Membership">Parcels it is for; null for a rule on claims.</param>
/// <param name="Rates">Its rates or pot; null when none is established.</param>
/// <param name="SeasonMonths">Months in which its losses occur, 1 to 12; empty when any.</param>
/// <param name="Withheld">Why no schedule can be drawn from it; null when one can.</param>
public sealed record Rule(
    RuleKind Kind,
    BenefitDay BenefitDay,
    Membership? Membership,
    RateTable? Rates,
    ImmutableArray<int> SeasonMonths,
    BilingualText? Withheld)
{
    /// <summary>How it settles on measured results; null for a rule on areas or a shared pot.</summary>
    public SettlementTerms? Terms { get; init; }

    /// <summary>Month and day of the register snapshot, for a benefit day that is one.</summary>
    public (int Month, int Day) Snapshot { get; init; } = (1, 1);

    /// <summary>How changes within the year count.</summary>
    public TimeRule Time { get; init; } = TimeRule.FullYear;

    /// <summary>Who receives which part of the rate; empty when the payee receives all.</summary>
    public ImmutableArray<BeneficiaryPart> Split { get; init; } = [];

    /// <summary>What the lines may not exceed together; null when there is no cap.</summary>
    public Money? Budget { get; init; }

    /// <summary>A household is paid from this amount on; less is carried to the next year.</summary>
    public Money MinimumPayment { get; init; } = Money.Zero;
}
