using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;

namespace Gep.Api.Exports;

/// <summary>Tables of sources, parameters, uncertainty, SEEA services, checks and problems: T11 to
/// T14.</summary>
internal static class ReportQualityTables
{
    /// <summary>T11: every document used, with the worst grade of what was taken from it.</summary>
    public static ReportTable Sources(AccountReport report) => new(
        "T11", new("数据来源与质量", "data sources and grades"),
        ["来源 source", "输入数 inputs", "最差等级 worst grade", "最低可信度 least confidence", "全域代用 region-wide"],
        [.. InputRegister.Of(report.Account).Inputs
            .Select(input => (Source: input.Source!, input.IsRegionWide))
            .Concat(report.Account.Lines.Select(line => line.UnitValue)
                .DistinctBy(price => (price.Id, price.Place))
                .Select(price => (price.Source, IsRegionWide: false)))
            .GroupBy(input => input.Source.Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => ImmutableArray.Create(
                ReportCell.Of(group.Key), ReportCell.Of((decimal)group.Count()),
                ReportCell.Of(group.Max(input => ValueRange.GradeOf(input.Source)).ToString()),
                ReportCell.Of(WorkspaceProblem.CodeOf(group.Min(input => input.Source.Confidence))),
                ReportCell.Of((decimal)group.Count(input => input.IsRegionWide))))]);

    /// <summary>T12: every parameter and statistic used.</summary>
    public static ReportTable Register(AccountReport report) => new(
        "T12", new("参数表", "register of parameters and statistics"),
        [
            "符号 symbol", "名称 name", "数值 value", "单位 unit", "低 low", "高 high", "来源 source", "可信度 confidence",
            "等级 grade", "位置 place",
        ],
        [.. InputRegister.Of(report.Account).Inputs.Select(input => ImmutableArray.Create(
            ReportCell.Of(input.Symbol), ReportCell.Of(input.Label.ToString()), ReportCell.Of(input.Amount),
            ReportCell.Of(input.Unit.ToString()), ReportCell.Of(input.Low), ReportCell.Of(input.High),
            ReportCell.Of(input.Source!.ToString()),
            ReportCell.Of(WorkspaceProblem.CodeOf(input.Source.Confidence)),
            ReportCell.Of(ValueRange.GradeOf(input.Source).ToString()), ReportCell.Of(input.Place ?? "")))]);

    /// <summary>T13: low, central and high value by service.</summary>
    public static ReportTable Ranges(AccountReport report) => new(
        "T13", new("不确定性（亿元）", "uncertainty (10⁸ yuan)"),
        ["服务 service", "低 low", "中 central", "高 high", "最差等级 worst grade", "低可信度行 low confidence", "行 lines"],
        [.. ServiceRange.Of(report.Account).Select(one => ImmutableArray.Create(
            ReportCell.Of(report.NameOf(one.Service).ToString()), ReportTables.HundredMillion(one.Low.Yuan),
            ReportTables.HundredMillion(one.Central.Yuan), ReportTables.HundredMillion(one.High.Yuan),
            ReportCell.Of(one.Grade.ToString()), ReportCell.Of((decimal)one.LowConfidenceLines),
            ReportCell.Of((decimal)one.Lines)))]);

    /// <summary>T14: the SEEA reference list with the booked value of the indicators that measure
    /// each.</summary>
    public static ReportTable Seea(AccountReport report)
    {
        var totals = report.Account.Totals.ByService.ToDictionary(total => total.Key, total =>
            total.Value.Yuan);
        return new ReportTable("T14", new("SEEA EA 对照", "mapping to the SEEA EA reference list"),
            ["SEEA", "服务 service", "GEP 指标 indicators", "指标价值合计（亿元） value of the indicators (10⁸ yuan)"],
            [.. SeeaReference.All.Select(service => ImmutableArray.Create(
                ReportCell.Of(service.Code), ReportCell.Of(service.Name.ToString()),
                ReportCell.Of(string.Join(' ', service.Indicators)),
                ValueOf([.. report.Classification.Services
                    .Where(one => service.Indicators.Contains(one.Indicator) && totals.ContainsKey(one.Code))
                    .Select(one => totals[one.Code])])))]);
    }

    private static ReportCell ValueOf(ImmutableArray<decimal> yuan) =>
        yuan.IsEmpty ? ReportCell.Nothing : ReportTables.HundredMillion(yuan.Sum());

    /// <summary>The checks with their residuals.</summary>
    public static ReportTable Checks(AccountReport report, ComparisonReport? comparison) => new(
        "C", new("检查与残差", "checks and residuals"),
            ["检查 check", "内容 rule", "残差 residual", "单位 unit", "结果 result"],
        [.. report.Account.Checks.Concat(comparison?.Comparison.Checks ?? []).Select(check =>
            ImmutableArray.Create(
                ReportCell.Of(check.Code), ReportCell.Of(check.Title.ToString()),
                    ReportCell.Of(check.Residual),
                ReportCell.Of(check.Unit.ToString()),
                ReportCell.Of(check.Passed ? "通过 passed" : "未通过 FAILED")))]);

    /// <summary>What is missing, assumed or wrong.</summary>
    public static ReportTable Problems(AccountReport report) => new(
        "P", new("问题与说明", "problems and remarks"),
        ["代码 code", "级别 severity", "说明 text", "处理 remedy", "位置 place"],
        [.. report.Problems.Select(problem => ImmutableArray.Create(
            ReportCell.Of(problem.Code), ReportCell.Of(WorkspaceProblem.CodeOf(problem.Severity)),
            ReportCell.Of(problem.Text.ToString()), ReportCell.Of(problem.Remedy.ToString()),
            ReportCell.Of(problem.Where)))]);
}
