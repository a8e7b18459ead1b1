using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>What a method made of one item.</summary>
/// <param name="ExactYuan">Amount before it is rounded, signed [yuan].</param>
/// <param name="Formula">How it follows from measures and terms.</param>
internal sealed record SettledAmount(decimal ExactYuan, string Formula)
{
    /// <summary>Numbers beside the amount.</summary>
    public ImmutableArray<LineFact> Facts { get; init; } = [];

    /// <summary>Each payer's own amount, rounded by itself; empty when the payers share the line.</summary>
    public ImmutableArray<PayerShare> Payers { get; init; } = [];

    /// <summary>Area it is for [mu]; null when there is none.</summary>
    public decimal? AreaMu { get; init; }

    /// <summary>Rate it was made with; null when there is none.</summary>
    public decimal? Rate { get; init; }
}
