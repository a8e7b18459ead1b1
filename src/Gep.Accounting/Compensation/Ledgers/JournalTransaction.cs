using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Ledgers;

/// <summary>A transaction whose postings add up to nothing.</summary>
/// <param name="Day">Day it is booked on.</param>
/// <param name="IsPosted">Whether it is posted; a draft is pending.</param>
/// <param name="Code">Id of the payment line.</param>
/// <param name="Description">Payee and parcel.</param>
/// <param name="Postings">The postings, debit first.</param>
public sealed record JournalTransaction(
    DateOnly Day, bool IsPosted, string Code, string Description, ImmutableArray<JournalPosting> Postings)
{
    /// <summary>Sum of the postings [yuan]; 0 in a valid transaction.</summary>
    public decimal Residual => Postings.Sum(posting => posting.Amount.Yuan);
}
