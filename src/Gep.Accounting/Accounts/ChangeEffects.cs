using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Valuation;

namespace Gep.Accounting.Accounts;

/// <summary>Why a value changed; the four effects add up to the change to the fen.</summary>
/// <param name="Area">Because the extent changed.</param>
/// <param name="Intensity">Because a hectare yields more or less.</param>
/// <param name="Price">Because a unit is worth more or less.</param>
/// <param name="Method">Because parameters or the profile changed.</param>
public sealed record ChangeEffects(Money Area, Money Intensity, Money Price, Money Method)
{
    /// <summary>The change.</summary>
    public Money Total => Area + Intensity + Price + Method;

    /// <summary>No change.</summary>
    public static ChangeEffects None { get; } = new(Money.Zero, Money.Zero, Money.Zero, Money.Zero);

    /// <summary>The sum of two.</summary>
    public static ChangeEffects operator +(ChangeEffects left, ChangeEffects right) => new(
        left.Area + right.Area, left.Intensity + right.Intensity, left.Price + right.Price,
        left.Method + right.Method);

    /// <summary>The effects on one line.</summary>
    /// <remarks>
    /// <c>V = A · q · p</c> with q quantity per area. The step from the opening line to the closing year
    /// at opening
    /// parameters is split by Shapley into area, intensity and price; the step from there to the closing
    /// line is the
    /// method effect. A line that is new or lost changed by its area. Fen lost by rounding go to the
    /// largest effect.
    /// Source: [METHODS] §7.2, [SEEALAND].
    /// </remarks>
    /// <param name="opening">The line at the opening; null where it is new.</param>
    /// <param name="closing">The line at the closing; null where it is lost.</param>
    /// <param name="sameMethod">The closing line at opening parameters; null where it is lost.</param>
    public static ChangeEffects Of(AccountLine? opening, AccountLine? closing, AccountLine? sameMethod)
    {
        var before = opening?.Value ?? Money.Zero;
        var step = sameMethod?.Value ?? Money.Zero;
        var method = (closing?.Value ?? Money.Zero) - step;
        var change = step - before;
        var effects = Shapley(opening, sameMethod);
        var area = Money.FromExactYuan((decimal)effects[0]);
        var intensity = Money.FromExactYuan((decimal)effects[1]);
        var price = Money.FromExactYuan((decimal)effects[2]);
        var lost = change - (area + intensity + price);
        int largest = Largest(effects);
        return new ChangeEffects(
            largest == 0 ? area + lost : area, largest == 1 ? intensity + lost : intensity,
            largest == 2 ? price + lost : price, method);
    }

    private static ImmutableArray<double> Shapley(AccountLine? opening, AccountLine? closing)
    {
        var from = Factors(opening ?? closing!, opening is not null);
        var to = Factors(closing ?? opening!, closing is not null);
        if (from[0] == 0 && to[0] == 0) (from, to) = (from.SetItem(0, 1.0), to.SetItem(0, 1.0));
        return ShapleyEffects.Of(from, to);
    }

    /// <summary>Area, quantity per area and price; a missing side has the other's rates and no
    /// area.</summary>
    private static ImmutableArray<double> Factors(AccountLine line, bool isThere)
    {
        double area = line.Extent.SquareMetres;
        double quantity = line.PhysicalQuantity.Amount;
        return [isThere ? area : 0.0, area > 0 ? quantity / area : quantity, (double)line.UnitValue.Yuan];
    }

    private static int Largest(ImmutableArray<double> effects)
    {
        int largest = 0;
        for (int i = 1; i < effects.Length; i++)
        {
            if (Math.Abs(effects[i]) > Math.Abs(effects[largest])) largest = i;
        }
        return largest;
    }
}
