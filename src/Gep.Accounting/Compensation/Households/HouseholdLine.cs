using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Households;

/// <summary>What one household receives of one payment line.</summary>
/// <param name="Number">Number in the list 到户清册, from 1.</param>
/// <param name="Line">The payment line it is a part of.</param>
/// <param name="Household">The household; null where the payee of the line itself is paid.</param>
/// <param name="AreaMu">Its part of the area [mu]; null when the line has none.</param>
/// <param name="Amount">Its part of the amount.</param>
public sealed record HouseholdLine(
    int Number, PaymentLine Line, HouseholdShare? Household, decimal? AreaMu, Money Amount);
