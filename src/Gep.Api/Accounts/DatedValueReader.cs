using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Reads dated values and makes histories of them.</summary>
internal static class DatedValueReader
{
    /// <summary>
    /// The dated value of an entry with <c>from</c>, <c>value</c>, <c>source</c>, perhaps <c>low</c> and
    /// <c>high</c>.
    /// </summary>
    /// <param name="entry">The entry; the caller refuses unknown keys.</param>
    /// <param name="least">Least plausible value, inclusive.</param>
    /// <param name="most">Greatest plausible value, inclusive.</param>
    /// <param name="problems">Where problems go.</param>
    public static DatedValue? Read(YamlEntry entry, decimal least, decimal most, ProblemList problems)
    {
        var from = entry.RequireDate("from", problems);
        decimal? value = entry.RequireDecimal("value", problems);
        decimal? low = entry.OptionalDecimal("low", problems), high = entry.OptionalDecimal("high", problems);
        var source = SourceReader.Read(entry, problems);
        if (value < least || value > most) OutOfRange(entry.Place, value.Value, least, most, problems);
        else if (low > value || high < value)
            OutOfRange(entry.Place, value.Value, low ?? least, high ?? most, problems);
        return from is null || value is null || source is null
            ? null : new DatedValue(from.Value, value.Value, source) { Low = low, High = high };
    }

    /// <summary>
    /// The history of values in file order, or null after the problem was added when their days do not rise.
    /// </summary>
    public static DatedParameter? History(
        string id,
        Unit unit,
        IReadOnlyList<(string Place, DatedValue Value)> values,
        DateOnly? checkedUntil,
        ProblemList problems)
    {
        if (values.Count == 0) return null;
        for (int i = 1; i < values.Count; i++)
        {
            if (values[i].Value.From > values[i - 1].Value.From) continue;
            problems.Refuse(WorkspaceProblemCode.DatesNotRising, values[i].Place,
                new($"{id} 的生效日期没有递增：{values[i].Value.From:yyyy-MM-dd}。",
                    $"The days of {id} do not rise: {values[i].Value.From:yyyy-MM-dd}."),
                new("请按生效日期先后填写，同一天只写一次。", "Write them oldest first, one value a day."));
            return null;
        }
        return new DatedParameter(
            id, unit, values.Select(value => value.Value).ToImmutableArray(), checkedUntil, values[^1].Place);
    }

    private static void OutOfRange(
        string place, decimal value, decimal least, decimal most, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.ValueOutOfRange, place,
            new($"数值 {value} 不在 {least} 至 {most} 之间。", $"The value {value} is not from {least} to {most}."),
            new("请核对数值和单位。", "Check the value and its unit."));
}
