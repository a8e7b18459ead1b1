using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using Gep.Accounting.Seea;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Reads <c>condition/&lt;year&gt;.csv</c>, which a workspace may have.</summary>
internal static class ConditionReader
{
    private static readonly string[] Columns =
    [
        "ecosystem_type", "variable", "name_zh", "name_en", "class", "unit", "low", "high", "value", "source",
        "confidence",
    ];

    /// <summary>Classes of the ecosystem condition typology. Source: [SEEA] chapter 5.</summary>
    private static readonly string[] Classes = ["A1", "A2", "B1", "B2", "B3", "C1"];

    /// <summary>The variables of a year; none where there is no file.</summary>
    public static ImmutableArray<ConditionVariable> Read(
        string root, AccountingYear year, Classification classification, ProblemList problems)
    {
        string file = $"condition/{year}.csv";
        if (!File.Exists(Path.Combine(root, file))) return [];
        return
        [
            .. CsvTable.Read(root, file, Columns, problems)
                .Select(row => Row(row, classification, problems))
                .OfType<ConditionVariable>(),
        ];
    }

    private static ConditionVariable? Row(
        YamlEntry row, Classification classification, ProblemList problems)
    {
        var type = ClassificationReader.RequireType(row, "ecosystem_type", classification, problems);
        string? id = row.RequireText("variable", problems), condition = row.RequireText("class", problems);
        string? zh = row.RequireText("name_zh", problems), en = row.RequireText("name_en", problems);
        string? unit = row.RequireText("unit", problems);
        decimal? low = row.RequireDecimal("low", problems), high = row.RequireDecimal("high", problems);
        decimal? value = row.RequireDecimal("value", problems);
        var source = SourceReader.ReadRow(row, problems);
        row.RefuseUnknownKeys(problems);
        if (condition is not null && !Classes.Contains(condition))
        {
            row.Find("class")!.Malformed(
                "class", string.Join('、', Classes), $"one of {string.Join(", ", Classes)}", problems);
            return null;
        }
        if (low is not null && low == high)
        {
            row.Find("high")!.Malformed("high", "与 low 不同的参考水平", "a level that differs from low", problems);
            return null;
        }
        return type is null || id is null || zh is null || en is null || condition is null || unit is null
            || low is null || high is null || value is null || source is null
            ? null
            : new ConditionVariable(
                type.Value, id, new BilingualText(zh, en), condition, unit, (double)low, (double)high,
                (double)value, source, row.Place);
    }
}
