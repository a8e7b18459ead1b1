using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>Tables of quantities and prices: T3, T4 and T5.</summary>
internal static class ReportQuantityTables
{
    /// <summary>T3: items by district.</summary>
    public static ReportTable ByDistrict(AccountReport report)
    {
        var districts = report.Account.Extents.Districts.Select(one => one.District).ToImmutableArray();
        return new ReportTable("T3", new("实物量", "physical quantities"),
            [
                "服务 service", "项目 item", "单位 unit",
                    .. districts.Select(code => report.NameOf(code).ToString()),
                "合计 total",
            ],
            [.. Items(report).Select(lines => Row(report, lines, districts.Select(district => Cell(
                [.. lines.Where(line => line.District == district)],
                ReportAbsence.IsMissing(report.Account, lines[0].Service, district)))))])
        { Note = ReportAbsence.Legend };
    }

    /// <summary>T4: items by level-1 ecosystem type.</summary>
    public static ReportTable ByType(AccountReport report)
    {
        var types = report.Account.Lines.Select(line => line.EcosystemType?.Level1).Distinct()
            .OrderBy(type => type?.ToString() ?? "", StringComparer.Ordinal).ToImmutableArray();
        return new ReportTable("T4", new("实物量按生态系统类型", "physical quantities by ecosystem type"),
            [
                "服务 service", "项目 item", "单位 unit", .. types.Select(type => report.NameOf(type).ToString()),
                "合计 total",
            ],
            [.. Items(report).Select(lines => Row(report, lines, types.Select(type => Cell(
                [.. lines.Where(line => line.EcosystemType?.Level1 == type)], false))))])
        { Note = ReportAbsence.Legend };
    }

    /// <summary>T5: every unit value used.</summary>
    public static ReportTable Prices(AccountReport report) => new(
        "T5", new("单价", "unit values"),
        [
            "单价 unit value", "数值 value", "单位 unit", "价格年 price year", "原值 as written", "原价格年 written for",
            "指数 index", "方式 mode", "来源 source", "可信度 confidence", "位置 place",
        ],
        [.. report.Account.Lines.Select(line => line.UnitValue)
            .DistinctBy(price => (price.Id, price.Yuan, price.Place))
            .OrderBy(price => price.Id, StringComparer.Ordinal)
            .ThenBy(price => price.Yuan)
            .Select(price => ImmutableArray.Create(
                ReportCell.Of(price.Id), ReportCell.Of(price.Yuan), ReportCell.Of(price.Unit.ToString()),
                ReportCell.Of((decimal)price.PriceYear), ReportCell.Of(price.WrittenYuan),
                ReportCell.Of((decimal)price.WrittenPriceYear), ReportCell.Of(price.Index?.Id ?? ""),
                ReportCell.Of(Workspaces.WorkspaceProblem.CodeOf(price.Mode)),
                ReportCell.Of(price.Source.ToString()),
                ReportCell.Of(Workspaces.WorkspaceProblem.CodeOf(price.Source.Confidence)),
                ReportCell.Of(price.Place)))]);

    private static IEnumerable<IReadOnlyList<AccountLine>> Items(AccountReport report)
    {
        var byService = report.Account.Lines.ToLookup(line => line.Service);
        return report.Classification.Services.SelectMany(service => byService[service.Code]
            .GroupBy(line => (line.Item, line.PhysicalQuantity.Unit))
            .OrderBy(group => group.Key.Item, StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<AccountLine>)[.. group]));
    }

    private static ImmutableArray<ReportCell> Row(
        AccountReport report, IReadOnlyList<AccountLine> lines, IEnumerable<ReportCell> parts) =>
    [
        ReportCell.Of(report.NameOf(lines[0].Service).ToString()),
        ReportCell.Of(report.NameOf(lines[0].Service, lines[0].Item).ToString()),
        ReportCell.Of(lines[0].PhysicalQuantity.Unit.ToString()), .. parts, Cell(lines, false),
    ];

    private static ReportCell Cell(IReadOnlyList<AccountLine> lines, bool isMissing) =>
        lines.Count > 0 ? ReportCell.Of(lines.Sum(line => line.PhysicalQuantity.Amount))
        : isMissing ? ReportCell.NotAccounted : ReportCell.Nothing;
}
