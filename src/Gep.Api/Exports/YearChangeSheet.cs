using System.Collections.Immutable;
using Gep.Accounting.Compensation.Totals;

namespace Gep.Api.Exports;

/// <summary>The change of each scheme and district between two years, by area and by rate ([COMPENSATION]
/// §5.2).</summary>
internal static class YearChangeSheet
{
    private static readonly ImmutableArray<(string, int)> Columns =
    [
        ("序号", 6), ("方案编号", 14), ("区", 14), ("上年面积（亩）", 17), ("本年面积（亩）", 17),
            ("上年金额（元）", 17),
        ("本年金额（元）", 17), ("变化（元）", 16), ("面积影响（元）", 16), ("标准影响（元）", 16),
            ("其他（元）", 12),
        ("新增地块", 9), ("退出地块", 9),
    ];

    /// <summary>The sheet of the schemes that were drawn in both years.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var rows = new SubtotalledRows(
        [
            (3, CellStyle.TotalArea), (4, CellStyle.TotalArea),
            .. Enumerable.Range(5, 6).Select(column => (column, CellStyle.TotalAmount)),
        ]);
        int number = 0;
        foreach (var (scheme, schedule) in book.Drawn)
        {
            var before =
                book.Before.FirstOrDefault(outcome => outcome.Scheme.Code == scheme.Code)?.Draft.Schedule;
            if (before is null) continue;
            foreach (var change in YearChange.Between(before, schedule))
                rows.Add(RowOf(book, scheme.Code.ToString(), change, ++number));
            rows.EndGroup(scheme.Code.ToString());
        }
        rows.EndAll();
        return new Sheet(
            "年度对比", $"{book.YearBefore}–{book.Year} 年生态保护补偿变化",
            "变化 = 面积影响 (A₁−A₀)·r₀ + 标准影响 A₁·(r₁−r₀) + 其他；两年均已测算的方案。", Columns,
                rows.Rows);
    }

    private static ImmutableArray<SheetCell> RowOf(ScheduleBook book, string scheme, YearChange change,
        int number)
    {
        return
        [
            SheetCell.Of(number), SheetCell.Of(scheme), SheetCell.Of(book.NameOf(change.District)),
            SheetCell.Of(change.AreaBefore, CellStyle.Area), SheetCell.Of(change.AreaAfter, CellStyle.Area),
            SheetCell.Of(change.Before), SheetCell.Of(change.After),
                SheetCell.Of(change.After - change.Before),
            SheetCell.Of(change.AreaEffect), SheetCell.Of(change.RateEffect), SheetCell.Of(change.Rest),
            SheetCell.Of(change.New), SheetCell.Of(change.Dropped),
        ];
    }
}
