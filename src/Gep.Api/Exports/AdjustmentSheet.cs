using System.Collections.Immutable;

namespace Gep.Api.Exports;

/// <summary>Amounts of earlier years, one a row, each with the line it corrects and the reason.</summary>
internal static class AdjustmentSheet
{
    private const int AmountColumn = 6;

    private static readonly ImmutableArray<(string, int)> Columns =
    [
        ("序号", 6), ("方案编号", 14), ("区", 14), ("收款人", 26), ("地块", 20), ("原支付行", 24),
        ("清算金额（元）", 16), ("理由", 40),
    ];

    /// <summary>The sheet, with a subtotal for each scheme.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var rows = new SubtotalledRows([(AmountColumn, CellStyle.TotalAmount)]);
        int number = 0;
        foreach (var scheme in book.Adjustments.GroupBy(one => one.Scheme).OrderBy(group => group.Key))
        {
            foreach (var one in scheme)
            {
                rows.Add(
                [
                    SheetCell.Of(++number), SheetCell.Of(one.Scheme.ToString()),
                    SheetCell.Of(book.NameOf(one.District)), SheetCell.Of(one.Payee), SheetCell.Of(
                        one.Parcel),
                    SheetCell.Of(one.Line), SheetCell.Of(one.Amount), SheetCell.Of(one.Reason),
                ]);
            }
            rows.EndGroup(scheme.Key.ToString());
        }
        rows.EndAll();
        return new Sheet("清算", $"{book.Year} 年随本次下达的往年清算", "单位：元；负数为扣回。", Columns, rows.Rows);
    }
}
