using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Totals;

/// <summary>The change of a scheme in a district between two years, split into area and rate.</summary>
/// <remarks>
/// <c>Δ = (A₁ − A₀)·r₀ + A₁·(r₁ − r₀) + rest</c>; r the mean rate, amount by area; the rest is the rounding
/// of the
/// two effects to the fen and everything where a year has no area.<br/>
/// A area [mu]; r [yuan/mu]. Source: [COMPENSATION] §5.2.
/// </remarks>
/// <param name="District">District.</param>
/// <param name="AreaBefore">Area of the first year [mu].</param>
/// <param name="AreaAfter">Area of the second year [mu].</param>
/// <param name="Before">Amount of the first year.</param>
/// <param name="After">Amount of the second year.</param>
/// <param name="AreaEffect">What the change of area makes.</param>
/// <param name="RateEffect">What the change of the mean rate makes.</param>
/// <param name="Rest">What is left.</param>
/// <param name="New">Parcels that came in.</param>
/// <param name="Dropped">Parcels that went out.</param>
public sealed record YearChange(
    DistrictCode District,
    decimal AreaBefore,
    decimal AreaAfter,
    Money Before,
    Money After,
    Money AreaEffect,
    Money RateEffect,
    Money Rest,
    int New,
    int Dropped)
{
    /// <summary>The changes of each district that has a line in one of the two schedules.</summary>
    public static ImmutableArray<YearChange> Between(Schedule before, Schedule after)
    {
        var first = before.Lines.ToLookup(line => line.District);
        var second = after.Lines.ToLookup(line => line.District);
        return [.. first.Select(group => group.Key).Union(second.Select(group => group.Key)).Order()
            .Select(district => Of(district, [.. first[district]], [.. second[district]]))];
    }

    private static YearChange Of(
        DistrictCode district, ImmutableArray<PaymentLine> before, ImmutableArray<PaymentLine> after)
    {
        decimal area0 = before.Sum(line => line.AreaMu ?? 0), area1 = after.Sum(line => line.AreaMu ?? 0);
        decimal yuan0 = before.Sum(line => line.Amount.Yuan), yuan1 = after.Sum(line => line.Amount.Yuan);
        Money areaEffect = Money.Zero, rateEffect = Money.Zero;
        if (area0 > 0 && area1 > 0)
        {
            areaEffect = Money.FromExactYuan((area1 - area0) * (yuan0 / area0));
            rateEffect = Money.FromExactYuan(area1 * (yuan1 / area1 - yuan0 / area0));
        }
        var rest = Money.FromExactYuan(yuan1 - yuan0) - areaEffect - rateEffect;
        var known = before.Select(line => line.Parcel).ToHashSet(StringComparer.Ordinal);
        var now = after.Select(line => line.Parcel).ToHashSet(StringComparer.Ordinal);
        return new YearChange(
            district, area0, area1, Money.FromExactYuan(yuan0), Money.FromExactYuan(yuan1), areaEffect,
                rateEffect,
            rest, now.Count(parcel => !known.Contains(parcel)), known.Count(parcel => !now.Contains(parcel)));
    }
}
