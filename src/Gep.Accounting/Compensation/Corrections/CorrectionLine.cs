using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Corrections;

/// <summary>The signed difference between what was paid and what is due.</summary>
/// <param name="District">District.</param>
/// <param name="Payee">Payee.</param>
/// <param name="Parcel">Parcel, claim or subject.</param>
/// <param name="PaidLine">Id of the line that was paid; null when there was none.</param>
/// <param name="DueLine">Id of the line that is due; null when there is none.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Due">What is due by the new facts and the rules valid then.</param>
/// <param name="Delta">Due less paid.</param>
/// <param name="Payers">The difference of each payer; adds up to the delta.</param>
public sealed record CorrectionLine(
    DistrictCode District,
    string Payee,
    string Parcel,
    string? PaidLine,
    string? DueLine,
    Money Paid,
    Money Due,
    Money Delta,
    ImmutableArray<PayerShare> Payers)
{
    /// <summary>
    /// What an adjustment names that settles it: the line that was paid; where none was, the schedule,
    /// because lines that are due are numbered anew with each draw.
    /// </summary>
    public string Corrects => PaidLine ?? DueLine![..DueLine!.LastIndexOf(':')];

    /// <summary>Whether an adjustment settles a part of this difference.</summary>
    public bool IsSettledBy(Adjustment one) =>
        (one.Line, one.District, one.Payee, one.Parcel) == (Corrects, District, Payee, Parcel);

    /// <summary>
    /// What of the difference is not settled yet, in order of payers; those with nothing left are left out.
    /// What was settled too much is open with the other sign.
    /// </summary>
    /// <param name="adjustments">Adjustments of any line, each counted once.</param>
    public ImmutableArray<PayerShare> OpenAfter(IEnumerable<Adjustment> adjustments) =>
    [
        .. adjustments.Where(IsSettledBy).Select(one => new PayerShare(one.Payer, -one.Amount)).Concat(Payers)
            .GroupBy(share => share.Payer, share => share.Amount).OrderBy(group => group.Key)
            .Select(group => new PayerShare(group.Key, group.Aggregate((sum, part) => sum + part)))
            .Where(share => share.Amount != Money.Zero),
    ];
}
