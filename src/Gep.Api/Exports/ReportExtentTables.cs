using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>Tables of extent: T1 and T2.</summary>
internal static class ReportExtentTables
{
    private const double PerCent = 100.0;
    private const double SquareMetresPerSquareKilometre = 1e6;
    private const string Uncovered = "未覆盖 uncovered";

    /// <summary>T1: types by district with total and share, and the opening total where there is
    /// one.</summary>
    public static ReportTable Extents(AccountReport report, ComparisonReport? comparison)
    {
        var table = report.Account.Extents;
        var opening = comparison?.Comparison.Opening.Extents;
        var districts = table.Districts.Select(district => district.District).ToImmutableArray();
        double whole = table.Districts.Sum(district => district.Measured.SquareKilometres);
        var rows = table.Extents.Select(extent => extent.Type).Distinct().Order()
            .Select(type => Row(report.NameOf(type).ToString(),
                [.. districts.Select(code => table.Find(code, type)?.Area.SquareKilometres ?? 0.0)], whole,
                opening is null ? null : OfType(opening, type)))
            .ToList();
        rows.Add(Row(Uncovered, [.. table.Districts.Select(one => one.Uncovered.SquareKilometres)], whole,
            opening?.Districts.Sum(one => one.Uncovered.SquareKilometres)));
        rows.Add(Row("合计 total", [.. table.Districts.Select(one => one.Measured.SquareKilometres)], whole,
            opening?.Districts.Sum(one => one.Measured.SquareKilometres)));
        return new ReportTable("T1", new("生态系统面积（km²）", "extent (km²)"),
            [
                "类型 type", .. districts.Select(code => report.NameOf(code).ToString()), "期末合计 closing",
                "份额 share %", "期初合计 opening", "变化 change",
            ], rows);
    }

    /// <summary>T2: opening types by closing types.</summary>
    public static ReportTable Matrix(ComparisonReport report)
    {
        var matrix = report.Comparison.Matrix!;
        var types = matrix.Changes.SelectMany(change => new[] { change.From, change.To }).Distinct()
            .OrderBy(type => type?.ToString() ?? "", StringComparer.Ordinal).ToImmutableArray();
        var areas = matrix.Changes.GroupBy(change => (change.From, change.To)).ToDictionary(
            group => group.Key, group => group.Sum(change => change.Area.SquareMetres));
        var rows = types.Select(from => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(Name(report, from)),
            .. types.Select(to => Area(areas.GetValueOrDefault((from, to)))),
            Area(types.Sum(to => areas.GetValueOrDefault((from, to)))),
        ]).ToList();
        rows.Add(
        [
            ReportCell.Of("期末 closing"),
            .. types.Select(to => Area(types.Sum(from => areas.GetValueOrDefault((from, to))))),
            Area(areas.Values.Sum()),
        ]);
        return new ReportTable("T2", new("转移矩阵（km²，行为期初）", "change matrix (km², rows are opening)"),
            ["由 from \\ 到 to", .. types.Select(type => Name(report, type)), "期初 opening"], rows);
    }

    private static double OfType(ExtentTable table, EcosystemTypeCode type) =>
        table.Extents.Where(extent => extent.Type == type).Sum(extent => extent.Area.SquareKilometres);

    private static ImmutableArray<ReportCell> Row(
        string name, ImmutableArray<double> areas, double whole, double? opening) =>
    [
        ReportCell.Of(name), .. areas.Select(area => area > 0 ? ReportCell.Of(area) : ReportCell.Nothing),
        ReportCell.Of(areas.Sum()),
        ReportCell.Of(whole > 0 ? PerCent * areas.Sum() / whole : 0.0),
        opening is { } before ? ReportCell.Of(before) : ReportCell.Nothing,
        opening is { } change ? ReportCell.Of(areas.Sum() - change) : ReportCell.Nothing,
    ];

    private static ReportCell Area(double squareMetres) => squareMetres > 0
        ? ReportCell.Of(squareMetres / SquareMetresPerSquareKilometre)
        : ReportCell.Nothing;

    private static string Name(ComparisonReport report, EcosystemTypeCode? type) =>
        type is null ? Uncovered : report.Closing.NameOf(type).ToString();
}
