namespace Gep.Accounting.Compensation.Settlement;

/// <summary>One step of a scale.</summary>
/// <param name="From">First number it is for, inclusive.</param>
/// <param name="Value">Rate or amount.</param>
public readonly record struct Bracket(decimal From, decimal Value);
