using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Totals;

/// <summary>What a city says it spent on compensation in a year, over all schemes.</summary>
/// <param name="Year">The year.</param>
/// <param name="Name">What the figure is of.</param>
/// <param name="Amount">The published amount.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Excluded">Schemes whose amount is no part of it, each with the reason.</param>
/// <param name="Place">File and line.</param>
public sealed record CityTotal(
    AccountingYear Year,
    BilingualText Name,
    Money Amount,
    SourceRef Source,
    ImmutableSortedDictionary<SchemeCode, BilingualText> Excluded,
    string Place);
