using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>Tables of what changed: T10, and the inputs that moved.</summary>
internal static class ReportChangeTables
{
    private const double PerCent = 100.0;

    /// <summary>T10: quantity and value of each item and service, with the effects of the change.</summary>
    public static ReportTable Changes(ComparisonReport report) => new(
        "T10", new("变化（价值为亿元）", "change (values in 10⁸ yuan)"),
        [
            "服务 service", "项目 item", "单位 unit", "期初量 opening quantity", "期末量 closing quantity",
            "量变 quantity change %", "期初 opening", "期末不变价 constant", "期末现价 closing", "变化 change",
            "面积 area", "强度 intensity", "价格 price", "方法 method",
        ],
        [.. Items(report),
            Row(report, "总值 GEP", [.. report.Comparison.Lines.Where(line => line.Either.Booked)])])
    {
        Note = "面积、强度、价格、方法四项之和等于变化 the four effects add up to the change",
    };

    /// <summary>M: the parameters, statistics and unit values that differ.</summary>
    public static ReportTable Moved(ComparisonReport report) => new(
        "M", new("变动的输入", "inputs that moved"),
        ["输入 input", "期初 opening", "期末 closing", "变化 change %", "单位 unit", "行数 lines", "位置 place"],
        [.. MovedInput.Of(report.Comparison).Select(moved => ImmutableArray.Create(
            ReportCell.Of(moved.Label.ToString()), ReportCell.Of(moved.Opening), ReportCell.Of(moved.Closing),
            moved.Opening == 0 ? ReportCell.Nothing
                : ReportCell.Of(PerCent * ((moved.Closing / moved.Opening) - 1.0)),
            ReportCell.Of(moved.Unit), ReportCell.Of((decimal)moved.Lines), ReportCell.Of(moved.Place)))])
    {
        Note = report.Moved.IsEmpty ? "" : $"假设文件 what-if files: {string.Join(", ", report.Moved)}",
    };

    private static IEnumerable<ImmutableArray<ReportCell>> Items(ComparisonReport report)
    {
        var byService = report.Comparison.Lines.ToLookup(line => line.Either.Service);
        return report.Closing.Classification.Services.SelectMany(service => byService[service.Code]
            .GroupBy(line => (line.Either.Item, line.Either.Booked))
            .OrderBy(group => group.Key.Item, StringComparer.Ordinal)
            .Select(group => Row(
                report, report.Closing.NameOf(service.Code)
                    + (group.Key.Booked ? "" : "（备查 memorandum）"), [.. group])));
    }

    private static ImmutableArray<ReportCell> Row(
        ComparisonReport report, string name, ImmutableArray<LineChange> lines)
    {
        var units = lines.Select(line => line.Either.PhysicalQuantity.Unit).Distinct().ToImmutableArray();
        bool isOneItem = lines.DistinctBy(line => line.Either.Item).Count() == 1 && units.Length == 1;
        double before = lines.Sum(line => line.Opening?.PhysicalQuantity.Amount ?? 0.0);
        double after = lines.Sum(line => line.Closing?.PhysicalQuantity.Amount ?? 0.0);
        decimal opening = lines.Sum(line => line.Opening?.Value.Yuan ?? 0m);
        decimal closing = lines.Sum(line => line.Closing?.Value.Yuan ?? 0m);
        var effects = lines.Aggregate(ChangeEffects.None, (sum, line) => sum + line.Effects);
        return
        [
            ReportCell.Of(name),
            isOneItem
                ? ReportCell.Of(report.Closing.NameOf(lines[0].Either.Service,
                    lines[0].Either.Item).ToString())
                : ReportCell.Nothing,
            isOneItem ? ReportCell.Of(units[0].ToString()) : ReportCell.Nothing,
            isOneItem ? ReportCell.Of(before) : ReportCell.Nothing,
            isOneItem ? ReportCell.Of(after) : ReportCell.Nothing,
            isOneItem && before != 0 ? ReportCell.Of(PerCent * ((after / before) - 1.0)) : ReportCell.Nothing,
            ReportTables.HundredMillion(opening),
            ReportTables.HundredMillion(lines.Sum(line => line.ConstantValue.Yuan)),
            ReportTables.HundredMillion(closing), ReportTables.HundredMillion(closing - opening),
            ReportTables.HundredMillion(effects.Area.Yuan),
                ReportTables.HundredMillion(effects.Intensity.Yuan),
            ReportTables.HundredMillion(effects.Price.Yuan), ReportTables.HundredMillion(effects.Method.Yuan),
        ];
    }
}
