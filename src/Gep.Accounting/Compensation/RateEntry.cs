using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.Compensation;

/// <summary>What one payer layer pays per unit for one class of parcels in one interval.</summary>
/// <param name="Payer">Who carries it.</param>
/// <param name="Class">The attribute values it is for; an attribute that is absent does not matter.</param>
/// <param name="Value">Rate, in the unit of its table, exactly as written.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force; null when open.</param>
/// <param name="CheckedUntil">Last day on which it is known to hold; null when nobody established it.</param>
/// <param name="Status">Whether the figure was seen in the legal text.</param>
/// <param name="Document">The document and article it is in.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Place">File and line.</param>
public sealed record RateEntry(
    PayerLayer Payer,
    ImmutableSortedDictionary<RegisterField, string> Class,
    decimal Value,
    DateOnly From,
    DateOnly? To,
    DateOnly? CheckedUntil,
    SchemeStatus Status,
    LegalReference Document,
    SourceRef Source,
    string Place)
{
    /// <summary>Whether the day lies in <c>[From, To)</c>.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && !(day >= To);

    /// <summary>Whether the two intervals have a day in common.</summary>
    public bool OverlapsInTime(RateEntry other) => !(From >= other.To) && !(other.From >= To);

    /// <summary>Whether the rate is for parcels of that class.</summary>
    public bool Covers(ParcelClass parcelClass) =>
        Class.All(pair => parcelClass.Values.TryGetValue(pair.Key, out string? value) && value == pair.Value);

    /// <summary>Whether one parcel could be in both classes.</summary>
    public bool OverlapsInClass(RateEntry other) =>
        Class.All(pair => !other.Class.TryGetValue(pair.Key, out string? value) || value == pair.Value);

    /// <summary>The interval as printed: <c>[2014-01-01, …)</c>.</summary>
    public string Interval =>
        $"[{Iso(From)}, {(To is { } to ? Iso(to) : "…")})";

    /// <summary>Document, article and interval as printed in refusals.</summary>
    public override string ToString() => $"{Document} {Interval} ({Place})";

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
