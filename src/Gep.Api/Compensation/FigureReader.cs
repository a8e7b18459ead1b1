using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;
using static System.FormattableString;

namespace Gep.Api.Compensation;

/// <summary>
/// Reads the figures a scheme is held against: declared totals, plausible ranges, and what no rule reads yet.
/// </summary>
internal static class FigureReader
{
    /// <summary>More than any budget of a city: a misplaced decimal point [yuan].</summary>
    private const decimal YuanMax = 1e12m;

    /// <summary>A number from 0 to a bound, or null after the problem was added.</summary>
    public static decimal? ReadNumber(YamlEntry entry, string key, decimal max, ProblemList problems)
    {
        if (entry.RequireDecimal(key, problems) is not { } number) return null;
        if (number >= 0 && number <= max) return number;
        problems.Refuse(WorkspaceProblemCode.NumberOutOfRange, entry.Find(key)!.Place,
            new(Invariant($"{key} 的值 {number} 应在 0 到 {max} 之间。"),
                Invariant($"{key} is {number}; it should be from 0 to {max}.")),
            new($"请改正 {key}。", $"Correct {key}."));
        return null;
    }

    /// <summary>The totals that documents declare.</summary>
    public static ImmutableArray<DeclaredTotal> ReadDeclared(YamlEntry scheme, ProblemList problems)
    {
        var totals = ImmutableArray.CreateBuilder<DeclaredTotal>();
        foreach (var item in EntryList.Optional(scheme, "declared", problems))
        {
            var year = ReadYear(item, problems);
            decimal? area = item.Find("area_mu") is null
                ? null
                : ReadNumber(item, "area_mu", RegisterParcel.AreaMuMax, problems);
            var amount = ReadMoney(item, "yuan", problems);
            var source = ReferenceReader.ReadSource(item.Require("source", problems), problems);
            item.RefuseUnknownKeys(problems);
            if (year is not null && amount is not null && source is not null)
                totals.Add(new DeclaredTotal(year.Value, area, amount.Value, source, item.Place));
        }
        return totals.ToImmutable();
    }

    /// <summary>The ranges in which totals should lie.</summary>
    public static ImmutableArray<PlausibleRange> ReadRanges(YamlEntry scheme, ProblemList problems)
    {
        var ranges = ImmutableArray.CreateBuilder<PlausibleRange>();
        foreach (var item in EntryList.Optional(scheme, "ranges", problems))
        {
            BilingualText? names = item.RequireNames("names", problems);
            string? reserve = item.OptionalText("reserve", problems);
            var low = ReadMoney(item, "low_yuan", problems);
            var high = ReadMoney(item, "high_yuan", problems);
            var source = ReferenceReader.ReadSource(item.Require("source", problems), problems);
            item.RefuseUnknownKeys(problems);
            if (names is null || low is null || high is null || source is null) continue;
            ranges.Add(new PlausibleRange(names.Value, reserve, low.Value, high.Value, source, item.Place));
        }
        return ranges.ToImmutable();
    }

    /// <summary>
    /// Figures of the documents that no rule reads yet; these may be negative, such as penalties.
    /// </summary>
    public static ImmutableArray<KnownFigure> ReadFigures(YamlEntry scheme, ProblemList problems)
    {
        var figures = ImmutableArray.CreateBuilder<KnownFigure>();
        foreach (var item in EntryList.Optional(scheme, "figures", problems))
        {
            string? chinese = item.RequireText("zh", problems), english = item.RequireText("en", problems);
            var value = item.RequireDecimal("value", problems);
            string? unit = item.RequireText("unit", problems);
            var source = ReferenceReader.ReadSource(item.Require("source", problems), problems);
            item.RefuseUnknownKeys(problems);
            if (chinese is null || english is null || value is null || source is null) continue;
            var names = new BilingualText(chinese, english);
            if (Unit.TryParse(unit, out var parsed))
                figures.Add(new KnownFigure(names, value.Value, parsed, source));
        }
        return figures.ToImmutable();
    }

    private static AccountingYear? ReadYear(YamlEntry entry, ProblemList problems)
    {
        if (entry.RequireText("year", problems) is not { } text) return null;
        if (AccountingYear.TryParse(text, out var year)) return year;
        entry.Find("year")!.Malformed("year", "年份", "a year", problems);
        return null;
    }

    private static Money? ReadMoney(YamlEntry entry, string key, ProblemList problems)
    {
        if (ReadNumber(entry, key, YuanMax, problems) is not { } yuan) return null;
        var money = Money.FromExactYuan(yuan);
        if (money.Yuan == yuan) return money;
        entry.Find(key)!.Malformed(key, "至多两位小数的元", "yuan with at most two decimals", problems);
        return null;
    }
}
