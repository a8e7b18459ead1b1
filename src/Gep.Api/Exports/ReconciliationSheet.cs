using System.Collections.Immutable;
using Gep.Accounting.Compensation.Totals;

namespace Gep.Api.Exports;

/// <summary>A published total beside what explains it, scheme by scheme.</summary>
internal static class ReconciliationSheet
{
    private static readonly ImmutableArray<(string, int)> Columns =
        [("序号", 6), ("方案编号", 14), ("方案", 36), ("测算金额（元）", 18), ("计入金额（元）", 18),
            ("说明", 70)];

    /// <summary>The sheet.</summary>
    public static Sheet Of(Reconciliation reconciliation)
    {
        var rows = new SubtotalledRows([(3, CellStyle.TotalAmount), (4, CellStyle.TotalAmount)]);
        int number = 0;
        foreach (var line in reconciliation.Lines)
        {
            rows.Add(
            [
                SheetCell.Of(++number), SheetCell.Of(line.Scheme.ToString()), SheetCell.Of(line.Name.Chinese),
                line.Drawn is { } drawn ? SheetCell.Of(drawn) : SheetCell.Empty, SheetCell.Of(line.Counted),
                SheetCell.Of(line.Remark?.Chinese ?? "").In(CellStyle.Wrapped),
            ]);
        }
        rows.EndGroup("已解释");
        int explained = Sheet.FirstRow + rows.Rows.Count - 1;
        return new Sheet(
            $"{reconciliation.Total.Year} 对账", $"{reconciliation.Total.Name.Chinese} 对账",
            $"来源 {reconciliation.Total.Source}；未解释部分如实列示。", Columns,
            [
                .. rows.Rows,
                Closing("公布数", SheetCell.Of(reconciliation.Total.Amount)),
                Closing("未解释", SheetCell.Computed(
                    $"E{explained + 1}-E{explained}", reconciliation.Unexplained.Yuan,
                        CellStyle.TotalAmount)),
            ]);
    }

    private static ImmutableArray<SheetCell> Closing(string word, SheetCell amount) =>
    [
        SheetCell.Of(word).In(CellStyle.TotalText), SheetCell.Empty, SheetCell.Empty, SheetCell.Empty,
        amount.In(CellStyle.TotalAmount), SheetCell.Empty,
    ];
}
