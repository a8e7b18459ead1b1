using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.Compensation;

/// <summary>An area and an amount that a document declares for a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="AreaMu">Declared area [mu]; null when only the amount is declared.</param>
/// <param name="Amount">Declared amount.</param>
/// <param name="Source">Where it is declared.</param>
/// <param name="Place">File and line.</param>
public sealed record DeclaredTotal(
    AccountingYear Year, decimal? AreaMu, Money Amount, SourceRef Source, string Place);
