using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>A deduction from a line on its way to the payee, such as an insurance premium.</summary>
/// <param name="Line">The payment line.</param>
/// <param name="Amount">What was deducted.</param>
/// <param name="Purpose">What for.</param>
/// <param name="IsDeclared">Whether a document allows it.</param>
public sealed record DeductionRecord(string Line, Money Amount, string Purpose, bool IsDeclared);
