using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>
/// Who owes whom how much in a year, and why. Lines add up to the total, payers' parts too.
/// </summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Year">The year.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Total">Sum of the lines.</param>
/// <param name="Payers">Sum of each payer's parts, from the highest layer down.</param>
/// <param name="Lines">The lines, in order of district, town, village, parcel and claim.</param>
/// <param name="Checks">The checks that were made, in order of their codes.</param>
/// <param name="Problems">What its reader should know, none of which blocks.</param>
public sealed record Schedule(
    SchemeCode Scheme,
    AccountingYear Year,
    ScheduleStatus Status,
    Money Total,
    ImmutableArray<PayerShare> Payers,
    ImmutableArray<PaymentLine> Lines,
    ImmutableArray<ScheduleCheck> Checks,
    ImmutableArray<AccountingProblem> Problems)
{
    /// <summary>Numbers of the whole schedule beside its total, sums of the lines' first.</summary>
    public ImmutableArray<LineFact> Facts { get; init; } = [];
}
