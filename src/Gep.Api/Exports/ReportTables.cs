using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>The tables T1 to T14 of a report. Source: [METHODS] §8.</summary>
internal static class ReportTables
{
    /// <summary>1 亿元 is 10⁸ yuan.</summary>
    private const decimal YuanPerHundredMillion = 100_000_000m;

    private const decimal PerCent = 100m;
    private const int ShareDecimals = 2;
    private const int ValueDecimals = 6;

    private static readonly ImmutableArray<string> Totals =
        ["合计 total", "份额 share %", "依据低可信度输入 on low confidence %"];

    /// <summary>Every table of an account; T2 and T10 only where two years are compared.</summary>
    public static ImmutableArray<ReportTable> Of(AccountReport report, ComparisonReport? comparison) =>
    [
        ReportExtentTables.Extents(report, comparison),
        .. comparison?.Comparison.Matrix is null ? [] : new[] { ReportExtentTables.Matrix(comparison) },
        ReportQuantityTables.ByDistrict(report),
        ReportQuantityTables.ByType(report),
        ReportQuantityTables.Prices(report),
        Values(report),
        ValuesByType(report),
        Lines(report),
        Indicators(report),
        .. comparison is null ? [] : new[] { ReportChangeTables.Changes(comparison) },
        ReportQualityTables.Sources(report),
        ReportQualityTables.Register(report),
        ReportQualityTables.Ranges(report),
        ReportQualityTables.Seea(report),
        .. comparison?.Comparison.Matrix is null ? [] : new[] { ReportSeeaTables.Extent(comparison) },
        ReportSeeaTables.SupplyAndUse(report, isPhysical: false),
        ReportSeeaTables.SupplyAndUse(report, isPhysical: true),
        .. comparison is null ? [] : new[] { ReportAssetTables.Assets(comparison) },
        .. report.Condition.IsEmpty ? [] : new[] { ReportAssetTables.Condition(report, comparison) },
        ReportAbsence.Table(report),
        .. comparison is null ? [] : new[] { ReportChangeTables.Moved(comparison) },
        ReportQualityTables.Checks(report, comparison),
        ReportQualityTables.Problems(report),
    ];

    /// <summary>Yuan as 10⁸ yuan.</summary>
    public static ReportCell HundredMillion(decimal yuan) =>
        ReportCell.Rounded(yuan / YuanPerHundredMillion, ValueDecimals);

    private static ReportTable Values(AccountReport report)
    {
        var account = report.Account;
        var districts = account.Extents.Districts.Select(one => one.District).ToImmutableArray();
        return new ReportTable("T6", new("价值量（亿元）", "value (10⁸ yuan)"),
            ["服务 service", .. districts.Select(code => report.NameOf(code).ToString()), .. Totals],
            [.. Rows(report, (service, lines) => districts.Select(district => Cell(
                [.. lines.Where(line => line.District == district)],
                service is { } one && ReportAbsence.IsMissing(account, one, district))))])
        { Note = ReportAbsence.Legend };
    }

    private static ReportTable ValuesByType(AccountReport report)
    {
        var types = report.Account.Lines.Select(line => line.EcosystemType?.Level1).Distinct()
            .OrderBy(type => type?.ToString() ?? "", StringComparer.Ordinal).ToImmutableArray();
        return new ReportTable("T7", new("价值量按生态系统类型（亿元）", "value by ecosystem type (10⁸ yuan)"),
            ["服务 service", .. types.Select(type => report.NameOf(type).ToString()), .. Totals],
            [.. Rows(report, (_, lines) => types.Select(type => Cell(
                [.. lines.Where(line => line.EcosystemType?.Level1 == type)], false)))])
        { Note = ReportAbsence.Legend };
    }

    /// <summary>A row for each booked service and one for the GEP.</summary>
    private static IEnumerable<ImmutableArray<ReportCell>> Rows(
        AccountReport report,
        Func<ServiceCode?, IReadOnlyList<AccountLine>, IEnumerable<ReportCell>> partsOf)
    {
        decimal gep = report.Account.Totals.Gep.Yuan;
        foreach (var group in Booked(report))
            yield return Row(report.NameOf(group.Key).ToString(), group.Key, [.. group]);
        yield return Row("总值 GEP", null, [.. report.Account.Lines.Where(line => line.Booked)]);

        ImmutableArray<ReportCell> Row(
            string name, ServiceCode? service, ImmutableArray<AccountLine> lines) =>
        [
            ReportCell.Of(name), .. partsOf(service, lines), HundredMillion(Sum(lines)),
            gep == 0 ? ReportCell.Nothing : ReportCell.Rounded(PerCent * Sum(lines) / gep, ShareDecimals),
            AccountReport.LowShare(lines) is { } low
                ? ReportCell.Rounded(low, ShareDecimals) : ReportCell.Nothing,
        ];
    }

    private static ReportCell Cell(IReadOnlyList<AccountLine> lines, bool isMissing) =>
        lines.Count > 0 ? HundredMillion(Sum(lines))
        : isMissing ? ReportCell.NotAccounted : ReportCell.Nothing;

    private static ReportTable Lines(AccountReport report) => new(
        "T8", new("明细", "lines"),
        [
            "编号 id", "区 district", "服务 service", "项目 item", "类型 type", "面积 extent (m²)", "实物量 quantity",
            "单位 unit", "单价 unit value", "价值量 value (yuan)", "计入 booked", "等级 grade", "低 low (yuan)",
            "高 high (yuan)", "标记 flags", "公式 equation", "单价来源 price source",
        ],
        [.. report.Account.Lines.Select(line => Line(report, line))]);

    private static ImmutableArray<ReportCell> Line(AccountReport report, AccountLine line)
    {
        var range = ValueRange.Of(line);
        return
        [
            ReportCell.Of(line.Id), ReportCell.Of(report.NameOf(line.District).Chinese),
            ReportCell.Of(report.NameOf(line.Service).Chinese),
            ReportCell.Of(report.NameOf(line.Service, line.Item).Chinese),
            ReportCell.Of(report.NameOf(line.EcosystemType).Chinese), ReportCell.Of(line.Extent.SquareMetres),
            ReportCell.Of(line.PhysicalQuantity.Amount), ReportCell.Of(line.PhysicalQuantity.Unit.ToString()),
            ReportCell.Of(line.UnitValue.Yuan), ReportCell.Of(line.Value.Yuan),
            ReportCell.Of(line.Booked ? "是 yes" : "否 no"), ReportCell.Of(range.Grade.ToString()),
            ReportCell.Of(range.Low.Yuan), ReportCell.Of(range.High.Yuan),
            ReportCell.Of(string.Join(
                ' ', line.Flags.Select(flag => Workspaces.WorkspaceProblem.CodeOf(flag)))),
            ReportCell.Of(line.Equation), ReportCell.Of(line.Source.ToString()),
        ];
    }

    private static ReportTable Indicators(AccountReport report) => new(
        "T9", new("单位面积、人均与 GEP/GDP", "per km², per head and GEP/GDP"),
        ["区 district", "GEP (亿元)", "元/km² yuan per km²", "元/人 yuan per head", "GEP/GDP"],
        [.. report.Account.Indicators.Append(report.Account.Region).Select(one =>
            ImmutableArray.Create(
                ReportCell.Of(one.District == report.Account.Region.District
                    ? "全域 whole" : report.NameOf(one.District).ToString()),
                HundredMillion(one.Gep.Yuan), Rounded(one.YuanPerSquareKilometre, 2),
                Rounded(one.YuanPerHead, 2), Rounded(one.GepToGdp, ValueDecimals)))]);

    private static ReportCell Rounded(decimal? number, int decimals) =>
        number is { } value ? ReportCell.Rounded(value, decimals) : ReportCell.Nothing;

    private static IEnumerable<IGrouping<ServiceCode, AccountLine>> Booked(AccountReport report)
    {
        var byService = report.Account.Lines.Where(line => line.Booked).ToLookup(line => line.Service);
        return report.Classification.Services
            .Where(service => byService.Contains(service.Code))
            .SelectMany(service => byService.Where(group => group.Key == service.Code));
    }

    private static decimal Sum(IEnumerable<AccountLine> lines) => lines.Sum(line => line.Value.Yuan);
}
