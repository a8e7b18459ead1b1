using System.Collections.Immutable;
using System.Numerics;

namespace Gep.Accounting.Valuation;

/// <summary>Splits the change of a product into the effects of its factors, none of them ahead of
/// another.</summary>
public static class ShapleyEffects
{
    private const int FactorsMost = 8;

    /// <summary>The effect of each factor; they add up to the change of the product.</summary>
    /// <remarks>
    /// <c>φᵢ = Σ_S |S|!·(n−1−|S|)!/n! · Δxᵢ · Π_{j∈S} x₁ⱼ · Π_{j∉S} x₀ⱼ</c> over the subsets S of the other
    /// factors. For three factors: <c>Δa·[(p₀q₀ + p₁q₁)/3 + (p₀q₁ + p₁q₀)/6]</c>. Source: [SEEALAND],
    /// [METHODS] §7.2.
    /// </remarks>
    /// <param name="opening">Factors before, in order.</param>
    /// <param name="closing">Factors after, in the same order.</param>
    public static ImmutableArray<double> Of(ImmutableArray<double> opening, ImmutableArray<double> closing)
    {
        if (opening.Length != closing.Length || opening.Length is 0 or > FactorsMost)
            throw new ArgumentException($"{opening.Length} and {closing.Length} factors.", nameof(closing));
        return [.. Enumerable.Range(0, opening.Length).Select(factor => EffectOf(factor, opening, closing))];
    }

    private static double EffectOf(
        int factor, ImmutableArray<double> opening, ImmutableArray<double> closing)
    {
        int count = opening.Length;
        double sum = 0;
        for (uint subset = 0; subset < 1u << count; subset++)
        {
            if ((subset & (1u << factor)) != 0) continue;
            int size = BitOperations.PopCount(subset);
            double product = Factorial(size) * Factorial(count - 1 - size) / Factorial(count);
            for (int other = 0; other < count; other++)
            {
                if (other == factor) continue;
                product *= (subset & (1u << other)) != 0 ? closing[other] : opening[other];
            }
            sum += product;
        }
        return sum * (closing[factor] - opening[factor]);
    }

    private static double Factorial(int number) =>
        Enumerable.Range(1, number).Aggregate(1.0, (product, factor) => product * factor);
}
