using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>The numbers of a settlement in one interval, with the document they stand in.</summary>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force; null when open.</param>
/// <param name="CheckedUntil">Last day on which they are known to hold; null when nobody established
/// it.</param>
/// <param name="Status">Whether they were seen in the legal text.</param>
/// <param name="Document">The document and article.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Values">The numbers by name.</param>
/// <param name="Choices">The readings chosen where a text leaves several, by name.</param>
/// <param name="Payers">Who carries which share.</param>
/// <param name="Steps">Steps of a scale, or instalments.</param>
/// <param name="Place">File and line.</param>
public sealed record TermsPeriod(
    DateOnly From,
    DateOnly? To,
    DateOnly? CheckedUntil,
    SchemeStatus Status,
    LegalReference Document,
    SourceRef Source,
    ImmutableSortedDictionary<string, decimal> Values,
    ImmutableSortedDictionary<string, string> Choices,
    ImmutableArray<TermsPayer> Payers,
    ImmutableArray<TermsStep> Steps,
    string Place)
{
    /// <summary>Whether the day lies in <c>[From, To)</c> and not after the day of the last check.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && !(day >= To) && !(day > CheckedUntil);

    /// <summary>Whether the two intervals have a day in common.</summary>
    public bool Overlaps(TermsPeriod other) => !(From >= other.To) && !(other.From >= To);

    /// <summary>Document, article and interval as printed in refusals.</summary>
    public override string ToString() =>
        $"{Document} [{Iso(From)}, {(To is { } to ? Iso(to) : "…")}) ({Place})";

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
