using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;

namespace Gep.Api.Exports;

/// <summary>Output A 资金分配表: one row a district and scheme ([COMPENSATION] §5.1).</summary>
/// <remarks>Amounts that are owed and amounts that are taken back stand in columns of their own.</remarks>
internal static class DistrictSheet
{
    private const int FirstAmount = 6;
    private const decimal YuanPerWan = 10_000m;

    private static readonly ImmutableArray<PayerLayer> Layers = [.. Enum.GetValues<PayerLayer>()];

    private static readonly ImmutableArray<(string, int)> Columns =
    [
        ("序号", 6), ("区", 14), ("区划代码", 9), ("方案编号", 14), ("方案", 34), ("面积（亩）", 14),
        ("应补金额（元）", 17), ("清算、扣缴（元）", 15), ("本次下达（元）", 17), ("本次下达（万元）", 12),
        .. Layers.Select(layer => ($"{PayerLayerNames.NameOf(layer).Chinese}（元）", 16)),
        ("依据", 6),
    ];

    /// <summary>The sheet.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var groups = book.Drawn
            .SelectMany((pair, basis) => pair.Schedule.Lines.GroupBy(line => line.District)
                .Select(group => (District: group.Key, pair.Scheme, Lines: group.ToList(), Basis: basis + 1)))
            .OrderBy(group => group.District)
            .ThenBy(group => group.Scheme.Code)
            .ToList();
        var printed = PrintedColumn.InWan([.. groups.Select(group => Sum(group.Lines, _ => true))]);
        var rows = new SubtotalledRows(Totals());
        for (int index = 0; index < groups.Count; index++)
        {
            var (district, scheme, lines, basis) = groups[index];
            rows.Add(RowOf(index, district.ToString(), book.NameOf(district), scheme, lines, printed[index],
                basis));
            bool isLast = index == groups.Count - 1 || groups[index + 1].District != district;
            if (isLast) rows.EndGroup(book.NameOf(district));
        }
        rows.EndAll();
        return new Sheet(
            "A 资金分配表", $"{book.Year} 年生态保护补偿资金分配表",
            "单位：亩、元、万元；万元列按最大余数法进位，与元列的舍入差见末行。草案。", Columns,
            [.. rows.Rows, .. RoundingRow(rows.Rows)]);
    }

    private static ImmutableArray<SheetCell> RowOf(
        int index, string code, string name, Scheme scheme, List<PaymentLine> lines,
        decimal printedWan, int basis)
    {
        decimal? areaMu = lines.Any(line => line.AreaMu is not null)
            ? lines.Sum(line => line.AreaMu ?? 0) : null;
        return
        [
            SheetCell.Of(index + 1), SheetCell.Of(name), SheetCell.Of(code),
                SheetCell.Of(scheme.Code.ToString()),
            SheetCell.Of(scheme.Name.Chinese), SheetCell.Of(areaMu, CellStyle.Area),
            SheetCell.Of(Sum(lines, amount => amount >= Money.Zero)),
            SheetCell.Of(Sum(lines, amount => amount < Money.Zero)),
            SheetCell.Of(Sum(lines, _ => true)),
            SheetCell.Of(printedWan, CellStyle.Amount),
            .. Layers.Select(layer => SheetCell.Of(lines
                .SelectMany(line => line.Payers)
                .Where(share => share.Payer == layer)
                .Aggregate(Money.Zero, (sum, share) => sum + share.Amount))),
            SheetCell.Of(basis),
        ];
    }

    private static ImmutableArray<(int, CellStyle)> Totals() =>
    [
        (5, CellStyle.TotalArea),
        .. Enumerable.Range(FirstAmount, 4 + Layers.Length).Select(column => (column, CellStyle.TotalAmount)),
    ];

    /// <summary>The total in 万元 less the total in yuan, rounded to 0.01 万元; it must be 0.00.</summary>
    private static IEnumerable<ImmutableArray<SheetCell>> RoundingRow(
        IReadOnlyList<ImmutableArray<SheetCell>> rows)
    {
        if (rows.Count == 0) return [];
        var total = rows[^1];
        int number = Sheet.FirstRow + rows.Count - 1;
        decimal yuan = total[FirstAmount + 2].Number ?? 0, wan = total[FirstAmount + 3].Number ?? 0;
        var row = Enumerable.Repeat(SheetCell.Empty, Columns.Length).ToArray();
        row[0] = SheetCell.Of("舍入差");
        row[FirstAmount + 3] = SheetCell.Computed(
            $"J{number}-ROUND(I{number}/10000,2)",
            wan - Math.Round(yuan / YuanPerWan, 2, MidpointRounding.AwayFromZero), CellStyle.Amount);
        return [[.. row]];
    }

    private static Money Sum(List<PaymentLine> lines, Func<Money, bool> counts) => lines
        .Where(line => counts(line.Amount))
        .Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}
