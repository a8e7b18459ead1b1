namespace Gep.Accounting.Valuation;

/// <summary>指数: quantities and prices of two years as index numbers. Source: [METHODS] §7.2.</summary>
/// <param name="LaspeyresQuantity"><c>Σ p₀q₁ / Σ p₀q₀</c>.</param>
/// <param name="PaascheQuantity"><c>Σ p₁q₁ / Σ p₁q₀</c>.</param>
/// <param name="LaspeyresPrice"><c>Σ p₁q₀ / Σ p₀q₀</c>.</param>
/// <param name="PaaschePrice"><c>Σ p₁q₁ / Σ p₀q₁</c>.</param>
public sealed record PriceQuantityIndex(
    double LaspeyresQuantity, double PaascheQuantity, double LaspeyresPrice, double PaaschePrice)
{
    /// <summary>Geometric mean of both quantity indices.</summary>
    public double FisherQuantity => Math.Sqrt(LaspeyresQuantity * PaascheQuantity);

    /// <summary>Geometric mean of both price indices.</summary>
    public double FisherPrice => Math.Sqrt(LaspeyresPrice * PaaschePrice);

    /// <summary>The indices of goods with quantities and prices of both years; null when a base is
    /// zero.</summary>
    public static PriceQuantityIndex? Find(
        IReadOnlyCollection<(double Q0, double P0, double Q1, double P1)> goods)
    {
        double before = goods.Sum(good => good.P0 * good.Q0), after = goods.Sum(good => good.P1 * good.Q1);
        double oldPrices = goods.Sum(good => good.P0 * good.Q1);
        double oldQuantities = goods.Sum(good => good.P1 * good.Q0);
        return before <= 0 || oldPrices <= 0 || oldQuantities <= 0
            ? null
            : new PriceQuantityIndex(
                oldPrices / before, after / oldQuantities, oldQuantities / before, after / oldPrices);
    }
}
