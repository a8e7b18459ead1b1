using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Ledgers;

/// <summary>One side of a transaction.</summary>
/// <param name="Account">Account, parts joined by colons: <c>payer:city:WH-WET</c>.</param>
/// <param name="Amount">Debit positive, credit negative.</param>
public sealed record JournalPosting(string Account, Money Amount);
