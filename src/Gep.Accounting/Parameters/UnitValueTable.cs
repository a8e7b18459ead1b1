using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Parameters;

/// <summary>
/// The unit values of a workspace and the indices that carry them to another year's prices.
/// </summary>
public sealed class UnitValueTable
{
    /// <summary>
    /// An indexed unit value is rounded to this many decimals of a yuan, half away from zero.
    /// </summary>
    private const int IndexedDecimals = 4;

    private readonly Dictionary<string, UnitValueSeries> series;
    private readonly Dictionary<string, PriceIndex> indices;

    /// <summary>A table; throws <see cref="ArgumentException"/> when an id stands twice.</summary>
    public UnitValueTable(IEnumerable<UnitValueSeries> series, IEnumerable<PriceIndex> indices)
    {
        this.series = series.ToDictionary(one => one.Id, StringComparer.Ordinal);
        this.indices = indices.ToDictionary(index => index.Id, StringComparer.Ordinal);
        All = [.. this.series.Values.OrderBy(one => one.Id, StringComparer.Ordinal)];
    }

    /// <summary>All series by id.</summary>
    public ImmutableArray<UnitValueSeries> All { get; }

    /// <summary>
    /// The unit value in force on the year's last day, carried to the year's prices where it has an index;
    /// null after <paramref name="problem"/> says why. The nearest year never stands in for a missing one.
    /// </summary>
    /// <remarks><c>P_t = P_b · I_t / I_b</c>, yuan per unit. Source: [METHODS] §7.1.</remarks>
    public UnitValue? Find(string id, AccountingYear year, out AccountingProblem? problem)
    {
        problem = null;
        if (!series.TryGetValue(id, out var found))
        {
            problem = NotInForce(id, $"unit-values/{id}", year);
            return null;
        }
        if (found.History.FindInForceOn(year.LastDay) is not { } value)
        {
            problem = NotInForce(id, found.History.Place, year);
            return null;
        }
        int priceYear = found.PriceYears[found.History.Values.IndexOf(value)];
        var written = new UnitValue(
            id, value.Value, found.History.Unit, priceYear, found.Mode, value.Source, found.History.Place)
        {
            WrittenLow = value.Low,
            WrittenHigh = value.High,
        };
        return found.IndexId is null ? written : Indexed(written, found.IndexId, year, out problem);
    }

    private UnitValue? Indexed(
        UnitValue written, string indexId, AccountingYear year, out AccountingProblem? problem)
    {
        int? missingYear = year.Number;
        if (indices.TryGetValue(indexId, out var index)
            && index.FindFactor(written.PriceYear, year.Number, out missingYear) is { } factor)
        {
            problem = null;
            return written with
            {
                Yuan = Math.Round(written.Yuan * factor, IndexedDecimals, MidpointRounding.AwayFromZero),
                PriceYear = year.Number,
                WrittenYuan = written.Yuan,
                WrittenPriceYear = written.PriceYear,
                Index = index,
            };
        }
        problem = new AccountingProblem(
            AccountingProblemCode.PriceIndexMissing, ProblemSeverity.Refusal, index?.Place ?? written.Place,
            new($"指数 {indexId} 缺少 {missingYear} 年，无法把 {written.Id} 从 {written.PriceYear} 年价格换算到 {year} 年。",
                $"The index {indexId} has no {missingYear}, so {written.Id} cannot be carried "
                    + $"from {written.PriceYear} to {year}."),
            new($"请补充 {missingYear} 年指数及来源。", $"Add the index of {missingYear} with its source."));
        return null;
    }

    private static AccountingProblem NotInForce(string id, string place, AccountingYear year) => new(
        AccountingProblemCode.UnitValueNotInForce, ProblemSeverity.Refusal, place,
        new($"单价 {id} 在 {year.LastDay:yyyy-MM-dd} 没有有效值。",
            $"The unit value {id} is not in force on {year.LastDay:yyyy-MM-dd}."),
        new("请补充带日期和来源的单价。", "Add a dated value with its source."));
}
