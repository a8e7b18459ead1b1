using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Seea;
using Gep.Accounting.Valuation;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>SEEA EA tables of condition and assets. Source: [SEEA] chapters 5 and 10.</summary>
internal static class ReportAssetTables
{
    /// <summary>Discount rate of the example of the SEEA; [METHODS] §15 calls it low confidence.</summary>
    private const double DiscountRate = 0.02;

    /// <summary>Years over which today's flow is expected.</summary>
    private const int AssetYears = 100;

    /// <summary>A change of the index up to this counts as none. Source: [METHODS] §11.1.</summary>
    private const double ConditionThreshold = 0.005;

    /// <summary>S3: asset account by type. Volume up in a better condition is enhancement, volume down in a
    /// worse one degradation, anything else a reappraisal.</summary>
    public static ReportTable Assets(ComparisonReport report)
    {
        decimal annuity = (decimal)NetPresentValue.Annuity(DiscountRate, AssetYears);
        var conditions = TypeCondition.Of(report.Opening.Condition, report.Closing.Condition)
            .ToDictionary(one => one.Type, one => one.Account.Closing - one.Account.Opening);
        var rows = report.Comparison.Lines.Where(line => line.Either.Booked)
            .GroupBy(line => line.Either.EcosystemType?.Level1)
            .OrderBy(group => group.Key?.ToString() ?? "", StringComparer.Ordinal)
            .Select(group => Asset(
                report.Closing.NameOf(group.Key).ToString(), [.. group], annuity,
                group.Key is { } type && conditions.TryGetValue(type, out double change) ? change : null));
        return new ReportTable("S3",
            new("生态系统资产账户（亿元，2 %，100 年）", "asset account (10⁸ yuan, 2 %, 100 years)"),
            [
                "类型 type", "期初 opening", "改善 enhancement", "退化 degradation", "转换 conversions",
                "向上重估 upward reappraisal", "向下重估 downward reappraisal", "价格重估 revaluation", "方法 method",
                "期末 closing", "残差 residual", "状况变化 condition change",
            ], [.. rows])
        {
            Note = $"净现值 net present value, {AssetYears} a, 期末支付 end of period; "
                + $"|Δ| ≤ {ConditionThreshold}: 状况不变 condition unchanged",
        };
    }

    /// <summary>S4: each variable between its reference levels, its weight and the index of its
    /// type.</summary>
    public static ReportTable Condition(AccountReport report, ComparisonReport? comparison)
    {
        var opening = comparison?.Opening.Condition ?? report.Condition;
        var rows = TypeCondition.Of(opening, report.Condition)
            .SelectMany(one => Variables(report, one).Append(Index(report, one)));
        return new ReportTable("S4", new("SEEA 状况账户", "SEEA condition account"),
            [
                "类型 type", "变量 variable", "类别 class", "单位 unit", "低 low level", "高 high level",
                "期初值 opening value", "期末值 closing value", "期初 opening", "期末 closing", "权重 weight",
                "来源 source", "可信度 confidence",
            ], [.. rows])
        {
            Note = "每类别权重相同，再在类别内均分 each class weighs alike, shared by its variables",
        };
    }

    private static IEnumerable<ImmutableArray<ReportCell>> Variables(AccountReport report,
        TypeCondition one) =>
        one.Variables.Select((variable, i) => ImmutableArray.Create(
            ReportCell.Of(report.NameOf((EcosystemTypeCode?)one.Type).ToString()),
            ReportCell.Of(variable.Name.ToString()), ReportCell.Of(variable.ConditionClass),
            ReportCell.Of(variable.Unit), ReportCell.Of(variable.Low), ReportCell.Of(variable.High),
            ReportCell.Of(one.Indicators[i].Opening), ReportCell.Of(one.Indicators[i].Closing),
            ReportCell.Of(one.Indicators[i].Rescaled(one.Indicators[i].Opening)),
            ReportCell.Of(one.Indicators[i].Rescaled(one.Indicators[i].Closing)),
            ReportCell.Of(one.Account.Weights[i]), ReportCell.Of(variable.Source.ToString()),
            ReportCell.Of(Workspaces.WorkspaceProblem.CodeOf(variable.Source.Confidence))));

    private static ImmutableArray<ReportCell> Index(AccountReport report, TypeCondition one) =>
    [
        ReportCell.Of(report.NameOf((EcosystemTypeCode?)one.Type).ToString()), ReportCell.Of("指数 index"),
        .. Enumerable.Repeat(ReportCell.Nothing, 6), ReportCell.Of(one.Account.Opening),
        ReportCell.Of(one.Account.Closing), ReportCell.Of(1m), ReportCell.Nothing, ReportCell.Nothing,
    ];

    private static ImmutableArray<ReportCell> Asset(
        string name, ImmutableArray<LineChange> lines, decimal annuity, double? conditionChange)
    {
        decimal opening = lines.Sum(line => line.Opening?.Value.Yuan ?? 0m);
        decimal closing = lines.Sum(line => line.Closing?.Value.Yuan ?? 0m);
        decimal area = lines.Sum(line => line.Effects.Area.Yuan);
        decimal volume = lines.Sum(line => line.Effects.Intensity.Yuan);
        decimal price = lines.Sum(line => line.Effects.Price.Yuan);
        decimal method = lines.Sum(line => line.Effects.Method.Yuan);
        decimal up = Math.Max(0m, volume), down = Math.Min(0m, volume);
        bool isBetter = conditionChange > ConditionThreshold, isWorse = conditionChange < -ConditionThreshold;
        return
        [
            ReportCell.Of(name), Present(opening), Present(isBetter ? up : 0m), Present(isWorse ? down : 0m),
            Present(area), Present(isBetter ? 0m : up), Present(isWorse ? 0m : down), Present(price),
            Present(method), Present(closing), Present(opening + area + volume + price + method - closing),
            conditionChange is { } change ? ReportCell.Of(change) : ReportCell.Of("未测 not measured"),
        ];

        ReportCell Present(decimal yuan) => ReportTables.HundredMillion(annuity * yuan);
    }
}
