using Gep.Accounting.Measures;

namespace Gep.Accounting.Parameters;

/// <summary>Money per unit of a physical quantity, with its price year.</summary>
/// <param name="Id">Its name in the workspace, or the method's when derived from statistics.</param>
/// <param name="Yuan">Yuan per unit, at the prices of <paramref name="PriceYear"/>.</param>
/// <param name="Unit">Its unit: <c>yuan/m³</c>.</param>
/// <param name="PriceYear">Year of the price level.</param>
/// <param name="Mode">Whether it pays for the flow or for the stock.</param>
/// <param name="Source">Where the value is written.</param>
/// <param name="Place">File and line.</param>
public sealed record UnitValue(
    string Id, decimal Yuan, Unit Unit, int PriceYear, PriceMode Mode, SourceRef Source, string Place)
{
    /// <summary>The value before indexing; equal to <see cref="Yuan"/> when not indexed.</summary>
    public decimal WrittenYuan { get; init; } = Yuan;

    /// <summary>Year of the price level of <see cref="WrittenYuan"/>.</summary>
    public int WrittenPriceYear { get; init; } = PriceYear;

    /// <summary>Low end of the range of <see cref="WrittenYuan"/>, or null.</summary>
    public decimal? WrittenLow { get; init; }

    /// <summary>High end of the range of <see cref="WrittenYuan"/>, or null.</summary>
    public decimal? WrittenHigh { get; init; }

    /// <summary>The index that carried it from one year to the other; null when not indexed.</summary>
    public PriceIndex? Index { get; init; }
}
