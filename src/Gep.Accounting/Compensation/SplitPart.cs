using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation;

/// <summary>One part of a split, and why it is not a fen more or less.</summary>
/// <param name="Amount">The part.</param>
/// <param name="Remainder">What of a fen was left after the floor, 0 to 1.</param>
/// <param name="Rank">Rank of the remainder, 1 for the largest.</param>
/// <param name="HasExtraFen">Whether one of the fen left over went here.</param>
public readonly record struct SplitPart(Money Amount, decimal Remainder, int Rank, bool HasExtraFen);
