using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Reads the budget codes, <c>schemes/budget-codes.yaml</c>; the file may be absent.</summary>
internal static class BudgetCodeReader
{
    private const string RelativePath = "schemes/budget-codes.yaml";
    private const string Open = "open";

    /// <summary>The codes, in file order.</summary>
    public static ImmutableArray<BudgetCode> ReadAll(string root, ProblemList problems)
    {
        if (!File.Exists(Path.Combine(root, RelativePath))) return [];
        if (YamlFile.Read(root, RelativePath, problems) is not { } entry) return [];
        var codes = ImmutableArray.CreateBuilder<BudgetCode>();
        foreach (var item in EntryList.Required(entry, "codes", problems))
        {
            if (Read(item, problems) is { } code) codes.Add(code);
        }
        entry.RefuseUnknownKeys(problems);
        return codes.ToImmutable();
    }

    /// <summary>Warns of each scheme whose code is not in the table on the last day of a year.</summary>
    public static void Check(
        ImmutableArray<BudgetCode> codes, IEnumerable<Scheme> schemes, AccountingYear year,
        ProblemList problems)
    {
        foreach (var scheme in schemes)
        {
            foreach (string code in scheme.BudgetCodes)
            {
                if (codes.Any(known => known.Code == code && known.IsInForceOn(year.LastDay))) continue;
                problems.Warn(WorkspaceProblemCode.BudgetCodeUnknown, scheme.Place,
                    new($"{scheme.Code}：功能分类科目 {code} 在 {year} 年的科目表中没有。",
                        $"{scheme.Code}: the budget code {code} is not in the table of {year}."),
                    new("请按当年政府收支分类科目核对 schemes/budget-codes.yaml。",
                        "Hold schemes/budget-codes.yaml against the classification of that year."));
            }
        }
    }

    private static BudgetCode? Read(YamlEntry item, ProblemList problems)
    {
        string? code = item.RequireText("code", problems);
        BilingualText? names = item.RequireNames("names", problems);
        var from = item.RequireDate("from", problems);
        string? toText = item.RequireText("to", problems);
        var to = toText is null or Open ? null : item.RequireDate("to", problems);
        var source = ReferenceReader.ReadSource(item.Require("source", problems), problems);
        item.RefuseUnknownKeys(problems);
        return code is null || names is null || from is null || toText is null || source is null
            ? null
            : new BudgetCode(code, names.Value, from.Value, to, source);
    }
}
