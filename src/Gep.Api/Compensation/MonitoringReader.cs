using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Settlement;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// Reads measured results and ledger entries, <c>monitoring/&lt;scheme&gt;-&lt;year&gt;.csv</c>: fixed
/// columns, then one column a measure; a heading that begins with <c>word:</c> is a word.
/// </summary>
internal static class MonitoringReader
{
    /// <summary>Where they are.</summary>
    public const string Folder = "monitoring";

    /// <summary>What the heading of a word begins with.</summary>
    public const string WordPrefix = "word:";

    /// <summary>The columns that every file has.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["id", "district", "town", "village", "payee", "subject", "day", "certificate"];

    /// <summary>All items, in order of file names and rows.</summary>
    public static ImmutableArray<SettlementItem> ReadAll(string root, ProblemList problems)
    {
        string folder = Path.Combine(root, Folder);
        if (!Directory.Exists(folder)) return [];
        var items = ImmutableArray.CreateBuilder<SettlementItem>();
        var names = Directory.GetFiles(folder, "*.csv").Select(path => Path.GetFileName(path));
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string place = $"{Folder}/{name}";
            if (ClaimReader.TryReadName(name, out var scheme, out var year))
            {
                foreach (var row in CsvTable.Read(root, place, Columns, problems))
                {
                    if (ReadRow(row, scheme, year, problems) is { } item) items.Add(item);
                }
                continue;
            }
            problems.Refuse(WorkspaceProblemCode.ClaimFileMisnamed, place,
                new("文件名应为 方案编号-年份.csv。", "The name should be scheme-year.csv."),
                new("请改名，例如 wh-yzsec-2018.csv。", "Rename it, for example wh-yzsec-2018.csv."));
        }
        return items.ToImmutable();
    }

    /// <summary>The item of a row or of a mapping with the same keys; null after its problems were
    /// added.</summary>
    public static SettlementItem? ReadRow(
        YamlEntry row, SchemeCode scheme, AccountingYear year, ProblemList problems)
    {
        string? id = row.RequireText("id", problems);
        var district = ClaimReader.ReadDistrict(row, problems);
        string town = row.OptionalText("town", problems) ?? "", village =
            row.OptionalText("village", problems) ?? "";
        string? payee = row.RequireText("payee", problems), subject = row.RequireText("subject", problems);
        var day = row.RequireDate("day", problems);
        string? certificate = row.OptionalText("certificate", problems);
        var measures = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in row.Pairs.Where(pair => !Columns.Contains(pair.Key)))
        {
            if (string.IsNullOrEmpty(value.Text)) continue;
            if (key.StartsWith(WordPrefix, StringComparison.Ordinal)) words[key[WordPrefix.Length..]] =
                value.Text;
            else if (IsNumber(value.Text, out decimal number)) measures[key] = number;
            else value.Malformed(key, "一个十进制数", "a decimal number", problems);
        }
        if (id is null || district is null || payee is null || subject is null || day is null) return null;
        return new SettlementItem(
            id, scheme, year, district.Value, town, village, payee, subject, day.Value,
            measures.ToImmutable(), words.ToImmutable(), certificate, row.Place);
    }

    private static bool IsNumber(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out number);
}
