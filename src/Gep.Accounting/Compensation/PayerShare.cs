using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation;

/// <summary>The part of an amount that one layer carries.</summary>
/// <param name="Payer">The layer.</param>
/// <param name="Amount">Its part.</param>
public sealed record PayerShare(PayerLayer Payer, Money Amount);
