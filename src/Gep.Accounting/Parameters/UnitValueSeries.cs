using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Parameters;

/// <summary>A unit value with its history and the way it is carried to another year's prices.</summary>
/// <param name="Id">Its name in the workspace: <c>reservoir-capacity-stock</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Mode">Whether it pays for the flow or for the stock.</param>
/// <param name="History">Its values over time.</param>
/// <param name="PriceYears">Year of the price level of each value of the history, same order.</param>
/// <param name="IndexId">The index that carries it to another year's prices; null when it stays as
/// written.</param>
public sealed record UnitValueSeries(
    string Id,
    BilingualText Name,
    PriceMode Mode,
    DatedParameter History,
    ImmutableArray<int> PriceYears,
    string? IndexId);
