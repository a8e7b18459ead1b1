using System.Globalization;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Statistics;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Reads <c>statistics/&lt;year&gt;.csv</c>. The file of another year never stands in.</summary>
internal static class StatisticsReader
{
    /// <summary>The columns that must be there; <c>subject</c> and <c>place</c> may be.</summary>
    private static readonly string[] Columns =
        ["district", "indicator", "value", "unit", "source", "confidence"];

    /// <summary>
    /// The statistics of a year; rows that could not be read are left out after their problems were added.
    /// </summary>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="year">The year.</param>
    /// <param name="region">Code of the whole region; its rows are figures of the whole.</param>
    /// <param name="classification">Districts and types that rows may name.</param>
    /// <param name="problems">Where problems go.</param>
    public static StatisticsTable Read(
        string root, AccountingYear year, DistrictCode region, Classification classification,
        ProblemList problems)
    {
        var rows = new List<Statistic>();
        var seen = new HashSet<(DistrictCode, string, string)>();
        foreach (var row in CsvTable.Read(root, $"statistics/{year}.csv", Columns, problems))
        {
            if (ReadRow(row, region, classification, problems) is not { } statistic) continue;
            if (seen.Add((statistic.District, statistic.Indicator.Name, statistic.Subject)))
                rows.Add(statistic);
            else Repeated(row.Place, statistic, problems);
        }
        return new StatisticsTable(region, rows);
    }

    private static Statistic? ReadRow(
        YamlEntry row, DistrictCode region, Classification classification, ProblemList problems)
    {
        var district = District(row, region, classification, problems);
        string? name = row.RequireText("indicator", problems);
        string subject = row.OptionalText("subject", problems) ?? "";
        decimal? value = row.RequireDecimal("value", problems);
        string? unit = row.RequireText("unit", problems);
        var source = SourceReader.ReadRow(row, problems);
        row.RefuseUnknownKeys(problems);
        if (name is null) return null;
        if (StatisticIndicator.Find(name) is not { } indicator)
        {
            UnknownIndicator(row.Place, name, problems);
            return null;
        }
        bool isRight = HasRightSubject(row, indicator, subject, classification, problems);
        if (unit is not null && unit != indicator.Unit.ToString())
        {
            problems.Refuse(WorkspaceProblemCode.UnitUnexpected, row.Place,
                new($"{name} 的单位是 {unit}，应为 {indicator.Unit}。",
                    $"{name} is in {unit}, not {indicator.Unit}."),
                new($"请换算为 {indicator.Unit}。", $"Convert it to {indicator.Unit}."));
            isRight = false;
        }
        if (value < indicator.Least || value > indicator.Most)
        {
            problems.Refuse(WorkspaceProblemCode.ValueOutOfRange, row.Place,
                new($"{name} 的数值 {value} 不在 {indicator.Least} 至 {indicator.Most} 之间。",
                    $"{name} is {value}, not from {indicator.Least} to {indicator.Most}."),
                new("请核对数值和单位。", "Check the value and its unit."));
            isRight = false;
        }
        return isRight && district is not null && value is not null && unit is not null && source is not null
            ? new Statistic(district.Value, indicator, subject, value.Value, source, row.Place)
            : null;
    }

    private static DistrictCode? District(
        YamlEntry row, DistrictCode region, Classification classification, ProblemList problems)
    {
        string? text = row.RequireText("district", problems);
        if (text is null) return null;
        bool isKnown = DistrictCode.TryParse(text, out var code)
            && (code == region || classification.Find(code) is not null);
        if (isKnown) return code;
        problems.Refuse(WorkspaceProblemCode.DistrictUnknown, row.Place,
            new($"行政区 {text} 不在分类中。", $"The district {text} is not in the classification."),
            new($"请使用 classifications/districts.csv 中的代码，或全域代码 {region}。",
                $"Use a code of classifications/districts.csv, or {region} for the whole region."));
        return null;
    }

    private static bool HasRightSubject(
        YamlEntry row, StatisticIndicator indicator, string subject, Classification classification,
        ProblemList problems)
    {
        switch (indicator.Subject)
        {
            case StatisticSubject.None when subject.Length > 0:
                row.Find("subject")!.Malformed("subject", "空值", "empty for this indicator", problems);
                return false;
            case StatisticSubject.EcosystemType when subject.Length > 0:
                return ClassificationReader.RequireType(row, "subject", classification, problems) is not null;
            case StatisticSubject.WaterBody when subject.Length == 0:
                (row.Find("subject") ?? row).Malformed("subject", "水体编号", "the id of a water body", problems);
                return false;
            case StatisticSubject.Month when !IsDay($"{subject}-01"):
                (row.Find("subject") ?? row).Malformed("subject", "月份 01 至 12",
                    "a month from 01 to 12", problems);
                return false;
            case StatisticSubject.Day when !IsDay(subject):
                (row.Find("subject") ?? row).Malformed("subject", "日期，如 07-31",
                    "a day such as 07-31", problems);
                return false;
            case StatisticSubject.None:
            case StatisticSubject.Month:
            case StatisticSubject.Day:
            case StatisticSubject.EcosystemType:
            case StatisticSubject.WaterBody:
                return true;
        }
        return true;
    }

    /// <summary>Whether a text is a day of a leap year: <c>02-29</c>.</summary>
    private static bool IsDay(string text) => DateOnly.TryParseExact(
        $"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static void UnknownIndicator(string place, string name, ProblemList problems)
    {
        string known = string.Join(", ", StatisticIndicator.All.Select(indicator => indicator.Name));
        problems.Refuse(WorkspaceProblemCode.IndicatorUnknown, place,
            new($"没有名为 {name} 的指标。", $"There is no indicator {name}."),
            new($"可用：{known}。", $"Known: {known}."));
    }

    private static void Repeated(string place, Statistic statistic, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.EntryDuplicate, place,
            new($"{statistic.District} 的 {statistic.Indicator.Name} {statistic.Subject} 重复。",
                $"{statistic.Indicator.Name} {statistic.Subject} of {statistic.District} stands twice."),
            new("请只保留一行。", "Keep one row."));
}
