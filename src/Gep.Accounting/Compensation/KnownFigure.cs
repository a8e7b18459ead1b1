using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>A figure of a scheme's documents that no rule reads yet, kept so that it is not lost.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number, exactly as written.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">Where it was read.</param>
public sealed record KnownFigure(BilingualText Name, decimal Value, Unit Unit, SourceRef Source);
