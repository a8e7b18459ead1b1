using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>A number that a line or a schedule states beside its amount: gross income, tonnes, an
/// index.</summary>
/// <param name="Code">Its name in files: <c>gross</c>.</param>
/// <param name="Name">Its names.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="IsAdditive">Whether the lines' numbers may be added up.</param>
public sealed record LineFact(string Code, BilingualText Name, decimal Value, Unit Unit, bool IsAdditive);
