using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>
/// Reads <c>parameters/unit-values/</c>: prices with their price years, and the indices that carry them.
/// </summary>
internal static class UnitValueReader
{
    private const string Folder = "parameters/unit-values";
    private const int YearLeast = 1949;
    private const int YearMost = 2100;

    /// <summary>A unit value above this is one in the wrong unit.</summary>
    private const decimal YuanMost = 1_000_000_000m;

    /// <summary>A yearly index outside 50 to 200 (previous year = 100) is a cumulative one.</summary>
    private const decimal LinkLeast = 50m;

    private const decimal LinkMost = 200m;

    /// <summary>The table; what could not be read is left out after its problems were added.</summary>
    public static UnitValueTable Read(string root, ProblemList problems)
    {
        var series = new List<UnitValueSeries>();
        var indices = new List<PriceIndex>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wanted = new List<(string Place, string Index)>();
        foreach (string path in WorkspaceFolder.YamlFiles(root, Folder, problems))
        {
            if (YamlFile.Read(root, path, problems) is not { } entry) continue;
            string? id = entry.RequireText("id", problems);
            if (id is not null && !seen.Add(id)) Repeated(entry.Place, id, problems);
            else if (entry.Find("links") is not null) Add(indices, Index(entry, id, path, problems));
            else Add(series, Series(entry, id, wanted, problems));
        }
        foreach (var (place, index) in wanted.Where(want => indices.All(index => index.Id != want.Index)))
        {
            problems.Refuse(WorkspaceProblemCode.UnitValueUnknown, place,
                new($"没有名为 {index} 的价格指数。", $"No file defines the price index {index}."),
                new("请补充该指数文件或改正名称。", "Add the file of that index, or correct the name."));
        }
        return new UnitValueTable(series, indices);
    }

    private static UnitValueSeries? Series(
        YamlEntry entry, string? id, List<(string Place, string Index)> wanted, ProblemList problems)
    {
        var name = entry.RequireNames("name", problems);
        string? unitText = entry.RequireText("unit", problems);
        var mode = entry.RequireMember<PriceMode>("mode", problems);
        string? index = entry.OptionalText("index", problems);
        var checkedUntil = entry.OptionalDate("checked_until", problems);
        var items = entry.Require("values", problems)?.Items ?? [];
        entry.RefuseUnknownKeys(problems);
        var values = new List<(string Place, DatedValue Value)>();
        var priceYears = new List<int>();
        foreach (var item in items)
        {
            int? priceYear = Year(item, "price_year", problems);
            var value = DatedValueReader.Read(item, 0m, YuanMost, problems);
            item.RefuseUnknownKeys(problems);
            if (value is null || priceYear is null) continue;
            values.Add((item.Place, value));
            priceYears.Add(priceYear.Value);
        }
        if (index is not null) wanted.Add((entry.Find("index")!.Place, index));
        if (id is null || name is null || mode is null || !Unit.TryParse(unitText, out var unit)) return null;
        var history = DatedValueReader.History(id, unit, values, checkedUntil, problems);
        return history is null
            ? null
            : new UnitValueSeries(id, name.Value, mode.Value, history, [.. priceYears], index);
    }

    private static PriceIndex? Index(YamlEntry entry, string? id, string path, ProblemList problems)
    {
        var name = entry.RequireNames("name", problems);
        var source = SourceReader.Read(entry, problems);
        var links = new Dictionary<int, decimal>();
        foreach (var item in entry.Require("links", problems)?.Items ?? [])
        {
            int? year = Year(item, "year", problems);
            decimal? value = item.RequireDecimal("value", problems);
            item.RefuseUnknownKeys(problems);
            if (value is < LinkLeast or > LinkMost) OutOfRange(item.Place, value.Value, problems);
            else if (year is not null && value is not null && !links.TryAdd(year.Value, value.Value))
                Repeated(item.Place, $"{year}", problems);
        }
        entry.RefuseUnknownKeys(problems);
        return id is null || name is null || source is null
            ? null
            : new PriceIndex(id, name.Value, links, source, path);
    }

    private static int? Year(YamlEntry entry, string key, ProblemList problems)
    {
        int? year = entry.RequireInteger(key, problems);
        if (year is not (< YearLeast or > YearMost)) return year;
        OutOfRange(entry.Place, year.Value, problems);
        return null;
    }

    private static void Add<T>(List<T> list, T? item)
        where T : class
    {
        if (item is not null) list.Add(item);
    }

    private static void OutOfRange(string place, decimal value, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.ValueOutOfRange, place,
            new($"数值 {value} 不合理。", $"The value {value} is not plausible."),
            new("请核对：指数以上年为 100。", "Check it: an index has the previous year as 100."));

    private static void Repeated(string place, string what, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.EntryDuplicate, place,
            new($"{what} 重复。", $"{what} stands twice."), new("请只保留一处。", "Keep one of them."));
}
