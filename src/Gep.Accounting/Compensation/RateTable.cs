using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation;

/// <summary>The rates of a scheme: one table per payer layer, by class and interval.</summary>
/// <param name="Unit">Unit of every rate: <c>yuan/mu/a</c>, or <c>yuan/a</c> for a pot.</param>
/// <param name="Dimensions">The attributes by which rates differ.</param>
/// <param name="Entries">The rates, in file order.</param>
/// <param name="Floors">Statutory minimums, in file order.</param>
public sealed record RateTable(
    Unit Unit,
    ImmutableArray<RateDimension> Dimensions,
    ImmutableArray<RateEntry> Entries,
    ImmutableArray<RateEntry> Floors)
{
    /// <summary>The layers that pay, from the highest down.</summary>
    public ImmutableArray<PayerLayer> Payers => [.. Entries.Select(entry => entry.Payer).Distinct().Order()];

    /// <summary>
    /// The rates of one layer for a class on a day; lawful when there is exactly one. A rate gives nothing
    /// after the day until which it was checked, so that the last one never runs on in silence.
    /// </summary>
    public ImmutableArray<RateEntry> InForce(PayerLayer payer, ParcelClass parcelClass, DateOnly day) =>
    [
        .. Entries.Where(entry => entry.Payer == payer && entry.Covers(parcelClass)
            && entry.IsInForceOn(day) && !(day > entry.CheckedUntil)),
    ];

    /// <summary>The minimums of one layer for a class on a day.</summary>
    public ImmutableArray<RateEntry> FloorsInForce(PayerLayer payer, ParcelClass parcelClass, DateOnly day) =>
    [
        .. Floors.Where(entry =>
            entry.Payer == payer && entry.Covers(parcelClass) && entry.IsInForceOn(day)),
    ];

    /// <summary>Every class that the dimensions can form.</summary>
    public ImmutableArray<ParcelClass> AllClasses()
    {
        ImmutableArray<ParcelClass> classes = [ParcelClass.Any];
        foreach (var dimension in Dimensions)
        {
            classes = [.. classes.SelectMany(_ => dimension.Values, (known, value) =>
                new ParcelClass(known.Values.Add(dimension.Field, value.Code)))];
        }
        return classes;
    }
}
