using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Valuation;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>SEEA EA tables of an account: extent account, supply and use, and asset account. Source: [SEEA].</summary>
internal static class ReportSeeaTables
{
    /// <summary>Discount rate of the example of the SEEA; [METHODS] §15 calls it low confidence.</summary>
    private const double DiscountRate = 0.02;

    /// <summary>Years over which today's flow is expected.</summary>
    private const int AssetYears = 100;

    private const string Government = "政府 government";
    private const string Households = "住户 households";
    private const string Industry = "农林牧渔业 agriculture, forestry, fishery";

    private static readonly ImmutableArray<string> Users = [Industry, Government, Households];

    /// <summary>S1: opening extent, additions, reductions and closing extent by type [hm²].</summary>
    public static ReportTable Extent(ComparisonReport report)
    {
        var changes = report.Comparison.Matrix!.Changes;
        var types = changes.SelectMany(change => new[] { change.From, change.To }).Distinct()
            .OrderBy(type => type?.ToString() ?? "", StringComparer.Ordinal);
        return new ReportTable("S1", new("SEEA 面积账户（公顷）", "SEEA extent account (hm²)"),
            ["类型 type", "期初 opening", "增加 additions", "减少 reductions", "净变化 net", "期末 closing"],
            [.. types.Select(type =>
            {
                double opening = Sum(changes.Where(change => change.From == type));
                double more = Sum(changes.Where(change => change.To == type && change.From != type));
                double less = Sum(changes.Where(change => change.From == type && change.To != type));
                return ImmutableArray.Create(
                    ReportCell.Of(type is null ? "未覆盖 uncovered" : report.Closing.NameOf(type).ToString()),
                    ReportCell.Of(opening), ReportCell.Of(more), ReportCell.Of(less), ReportCell.Of(more - less),
                    ReportCell.Of(opening + more - less));
            })]);
    }

    /// <summary>
    /// S2: booked value by item, supplied by ecosystem types and used by economic units. Who uses a service is a
    /// convention: products industry, tourism and climate households, the rest government.
    /// </summary>
    public static ReportTable SupplyAndUse(AccountReport report)
    {
        var types = report.Account.Lines.Where(line => line.Booked).Select(line => line.EcosystemType?.Level1)
            .Distinct().OrderBy(type => type?.ToString() ?? "", StringComparer.Ordinal).ToImmutableArray();
        var rows = report.Account.Lines.Where(line => line.Booked)
            .GroupBy(line => (line.Service, line.Item))
            .OrderBy(group => group.Key.Service)
            .ThenBy(group => group.Key.Item, StringComparer.Ordinal)
            .Select(group => Row(report, [.. group], types));
        return new ReportTable("S2", new("供给使用表（实物量与亿元）", "supply and use (quantity and 10⁸ yuan)"),
            [
                "服务 service", "项目 item", "实物量 quantity", "单位 unit",
                .. types.Select(type => $"供给 supply: {report.NameOf(type)}"), "供给合计 total supply",
                .. Users.Select(user => $"使用 use: {user}"), "使用合计 total use", "残差 residual",
            ], [.. rows]);
    }

    /// <summary>S3: asset account by type; condition is not measured, so volume effects are reappraisals.</summary>
    public static ReportTable Assets(ComparisonReport report)
    {
        decimal annuity = (decimal)NetPresentValue.Annuity(DiscountRate, AssetYears);
        var rows = report.Comparison.Lines.Where(line => line.Either.Booked)
            .GroupBy(line => line.Either.EcosystemType?.Level1)
            .OrderBy(group => group.Key?.ToString() ?? "", StringComparer.Ordinal)
            .Select(group => Asset(report, group.Key, [.. group], annuity));
        return new ReportTable("S3",
            new("生态系统资产账户（亿元，2 %，100 年）", "asset account (10⁸ yuan, 2 %, 100 years)"),
            [
                "类型 type", "期初 opening", "转换 conversions", "重估（量） reappraisals", "价格重估 revaluation",
                "方法 method", "期末 closing", "残差 residual",
            ], [.. rows]);
    }

    private static ImmutableArray<ReportCell> Row(
        AccountReport report, ImmutableArray<AccountLine> lines, ImmutableArray<EcosystemTypeCode?> types)
    {
        decimal supply = lines.Sum(line => line.Value.Yuan);
        string user = UserOf(report, lines[0].Service);
        var used = Users.Select(one => one == user ? supply : 0m).ToImmutableArray();
        return
        [
            ReportCell.Of(report.NameOf(lines[0].Service).ToString()),
            ReportCell.Of(report.NameOf(lines[0].Service, lines[0].Item).ToString()),
            ReportCell.Of(lines.Sum(line => line.PhysicalQuantity.Amount)),
            ReportCell.Of(lines[0].PhysicalQuantity.Unit.ToString()),
            .. types.Select(type => ReportTables.HundredMillion(
                lines.Where(line => line.EcosystemType?.Level1 == type).Sum(line => line.Value.Yuan))),
            ReportTables.HundredMillion(supply), .. used.Select(ReportTables.HundredMillion),
            ReportTables.HundredMillion(used.Sum()), ReportCell.Of(supply - used.Sum()),
        ];
    }

    private static string UserOf(AccountReport report, ServiceCode service)
    {
        var group = report.Classification.Find(service)?.Group;
        if (group == ServiceGroup.Provisioning) return Industry;
        return group == ServiceGroup.Cultural || service == ServiceCode.LocalClimate ? Households : Government;
    }

    private static ImmutableArray<ReportCell> Asset(
        ComparisonReport report, EcosystemTypeCode? type, ImmutableArray<LineChange> lines, decimal annuity)
    {
        decimal opening = lines.Sum(line => line.Opening?.Value.Yuan ?? 0m);
        decimal closing = lines.Sum(line => line.Closing?.Value.Yuan ?? 0m);
        decimal area = lines.Sum(line => line.Effects.Area.Yuan);
        decimal volume = lines.Sum(line => line.Effects.Intensity.Yuan);
        decimal price = lines.Sum(line => line.Effects.Price.Yuan);
        decimal method = lines.Sum(line => line.Effects.Method.Yuan);
        return
        [
            ReportCell.Of(report.Closing.NameOf(type).ToString()), Present(opening), Present(area), Present(volume),
            Present(price), Present(method), Present(closing),
            Present(opening + area + volume + price + method - closing),
        ];

        ReportCell Present(decimal yuan) => ReportTables.HundredMillion(annuity * yuan);
    }

    private static double Sum(IEnumerable<Gep.Accounting.Extents.ExtentChange> changes) =>
        changes.Sum(change => change.Area.Hectares);
}
