using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Api.Exports;

/// <summary>Output B 乡镇、村分配表: one row a village and scheme ([COMPENSATION] §5.1).</summary>
internal static class VillageSheet
{
    private static readonly ImmutableArray<(string, int)> Columns =
    [
        ("序号", 6), ("行政村", 18), ("方案编号", 14), ("区", 12), ("乡镇（街道）", 18), ("面积（亩）", 14),
        ("补偿标准（元/亩/年）", 14), ("补偿金额（元）", 17), ("行数", 7), ("备注", 24),
    ];

    /// <summary>The sheet, with a subtotal for each town.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var rows = new SubtotalledRows(
            [(5, CellStyle.TotalArea), (7, CellStyle.TotalAmount), (8, CellStyle.TotalText)]);
        var lines =
            book.Paying.SelectMany(pair => pair.Schedule.Lines, (pair, line) => (pair.Scheme.Code, line));
        var towns = lines
            .GroupBy(pair => (pair.line.District, pair.line.Town))
            .OrderBy(town => town.Key.District)
            .ThenBy(town => town.Key.Town, StringComparer.Ordinal);
        int number = 0;
        foreach (var town in towns)
        {
            var villages = town.GroupBy(pair => (pair.line.Village, pair.Code))
                .OrderBy(village => village.Key.Village, StringComparer.Ordinal)
                .ThenBy(village => village.Key.Code);
            string district = book.NameOf(town.Key.District);
            foreach (var village in villages)
            {
                var own = village.Select(pair => pair.line).ToList();
                decimal[] rates = [.. own.Select(line => line.Rate ?? 0).Distinct()];
                bool hasArea = own.Any(line => line.AreaMu is not null);
                rows.Add(
                [
                    SheetCell.Of(++number), SheetCell.Of(village.Key.Village),
                        SheetCell.Of(village.Key.Code.ToString()),
                    SheetCell.Of(district), SheetCell.Of(town.Key.Town),
                    SheetCell.Of(hasArea ? own.Sum(line => line.AreaMu ?? 0) : null, CellStyle.Area),
                    rates is [> 0 and var only] ? SheetCell.Of(only, CellStyle.Amount) : SheetCell.Empty,
                    SheetCell.Of(own.Aggregate(Money.Zero, (sum, line) => sum + line.Amount)),
                    SheetCell.Of(own.Count),
                    SheetCell.Of(rates.Length > 1 ? "多种标准，见到户清册" : ""),
                ]);
            }
            rows.EndGroup(town.Key.Town.Length == 0 ? $"{district}（本级）"
                : town.Key.Town.StartsWith(district, StringComparison.Ordinal) ? town.Key.Town
                : district + town.Key.Town);
        }
        rows.EndAll();
        return new Sheet(
            "B 乡镇村分配表", $"{book.Year} 年生态保护补偿乡镇、村分配表", "单位：亩、元。草案。", Columns,
                rows.Rows);
    }
}
