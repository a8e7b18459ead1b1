using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.Valuation;

/// <summary>Where physical quantities and money meet.</summary>
public static class ServiceValue
{
    /// <summary>Value of a quantity.</summary>
    /// <remarks>
    /// <c>V = Q · p</c>. Q is the printed quantity of 12 significant digits, p the unit value, the product
    /// exact in decimal; rounded once, half away from zero, to the fen. Totals are sums of such values, so
    /// they close. Source: [METHODS] §3.1.
    /// </remarks>
    public static Money Of(PhysicalQuantity quantity, UnitValue unitValue) =>
        Money.FromExactYuan(quantity.ExactAmount * unitValue.Yuan);
}
