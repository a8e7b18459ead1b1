using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Totals;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Reads the totals a city published, <c>schemes/city-totals.yaml</c>; the file may be
/// absent.</summary>
internal static class CityTotalReader
{
    private const string RelativePath = "schemes/city-totals.yaml";
    private const decimal YuanMax = 1e12m;

    /// <summary>The totals, in file order.</summary>
    public static ImmutableArray<CityTotal> ReadAll(string root, ProblemList problems)
    {
        if (!File.Exists(Path.Combine(root, RelativePath))) return [];
        if (YamlFile.Read(root, RelativePath, problems) is not { } entry) return [];
        var totals = ImmutableArray.CreateBuilder<CityTotal>();
        foreach (var item in EntryList.Required(entry, "totals", problems))
        {
            if (Read(item, problems) is { } total) totals.Add(total);
        }
        entry.RefuseUnknownKeys(problems);
        return totals.ToImmutable();
    }

    private static CityTotal? Read(YamlEntry item, ProblemList problems)
    {
        bool hasYear = AccountingYear.TryParse(item.RequireText("year", problems), out var year);
        BilingualText? names = item.RequireNames("names", problems);
        var yuan = FigureReader.ReadNumber(item, "yuan", YuanMax, problems);
        var source = ReferenceReader.ReadSource(item.Require("source", problems), problems);
        var excluded = ImmutableSortedDictionary.CreateBuilder<SchemeCode, BilingualText>();
        foreach (var exclusion in EntryList.Optional(item, "excluded", problems))
        {
            bool isCode = SchemeCode.TryParse(exclusion.RequireText("scheme", problems), out var code);
            BilingualText? reason = exclusion.RequireNames("reason", problems);
            exclusion.RefuseUnknownKeys(problems);
            if (isCode && reason is not null) excluded[code] = reason.Value;
        }
        item.RefuseUnknownKeys(problems);
        if (!hasYear) item.Find("year")?.Malformed("year", "年份", "a year", problems);
        return !hasYear || names is null || yuan is null || source is null
            ? null
            : new CityTotal(
                year, names.Value, Money.FromExactYuan(yuan.Value), source, excluded.ToImmutable(),
                    item.Place);
    }
}
