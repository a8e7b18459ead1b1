using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Traces;

/// <summary>A number in a calculation that knows where it comes from.</summary>
/// <param name="Symbol">Its symbol in the formula: <c>P</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Amount">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">Where it is written; null when computed.</param>
/// <param name="Place">File and line; null when computed or measured.</param>
/// <param name="Exact">The number as written, for money; null when computed or measured.</param>
/// <param name="Formula">How it follows from <paramref name="From"/>; null for an input.</param>
/// <param name="From">The numbers it was made from, in order.</param>
public sealed record TracedNumber(
    string Symbol,
    BilingualText Label,
    double Amount,
    Unit Unit,
    SourceRef? Source,
    string? Place,
    decimal? Exact,
    string? Formula,
    ImmutableArray<TracedNumber> From)
{
    /// <summary>Whether it, or a number it was made from, is of low confidence.</summary>
    public bool IsLowConfidence =>
        Source?.Confidence == Confidence.Low || From.Any(number => number.IsLowConfidence);

    /// <summary>
    /// Whether it stands for the whole region because the district has no figure of its own.
    /// </summary>
    public bool IsRegionWide { get; init; }

    /// <summary>Low end of the range its source gives, or null.</summary>
    public decimal? Low { get; init; }

    /// <summary>High end of the range its source gives, or null.</summary>
    public decimal? High { get; init; }

    /// <summary>An area of the extent account.</summary>
    public static TracedNumber OfExtent(string symbol, Area area, string unit, double amount) => new(
        symbol, new("生态系统面积", "ecosystem extent"), amount, Unit.Of(unit), null,
        $"extent account, {area.SquareMetres.ToString("R", CultureInfo.InvariantCulture)} m²", null, null,
        []);

    /// <summary>A number computed from others.</summary>
    public static TracedNumber Computed(
        string symbol, BilingualText label, double amount, string unit, string formula,
        params TracedNumber[] from) =>
        new(symbol, label, amount, Unit.Of(unit), null, null, null, formula, [.. from]);

    /// <summary>This number and everything below it, as a tree.</summary>
    public TraceNode ToNode() => new(
        Label, $"{Symbol} = {Amount.ToString("R", CultureInfo.InvariantCulture)}{Unit.AfterNumber}",
        Formula, Source,
        Place,
        [.. From.Select(number => number.ToNode())]);
}
