using System.Collections.Immutable;
using System.Globalization;

namespace Gep.Api.Exports;

/// <summary>
/// Rows with a SUM below each group and a total over the groups' sums; the same sums are computed here, so
/// that a
/// viewer that does not calculate shows them too. The first column holds numbers, or the words 小计 and 合计.
/// </summary>
/// <param name="totals">Columns that are added up, with their style.</param>
internal sealed class SubtotalledRows(ImmutableArray<(int Column, CellStyle Style)> totals)
{
    private const string SubtotalWord = "小计";
    private const string TotalWord = "合计";

    private readonly List<ImmutableArray<SheetCell>> rows = [];
    private readonly List<int> subtotals = [];
    private int groupStart;

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<ImmutableArray<SheetCell>> Rows => rows;

    /// <summary>Adds a row of the current group.</summary>
    public void Add(ImmutableArray<SheetCell> row) => rows.Add(row);

    /// <summary>Ends the current group with its subtotal.</summary>
    public void EndGroup(string label)
    {
        if (groupStart == rows.Count) return;
        var (first, last) = (NumberOf(groupStart), NumberOf(rows.Count - 1));
        var group = rows[groupStart..];
        rows.Add(Summed(SubtotalWord, label,
            letters => $"SUM({letters}{first}:{letters}{last})",
            column => group.Sum(row => row[column].Number ?? 0)));
        subtotals.Add(rows.Count - 1);
        groupStart = rows.Count;
    }

    /// <summary>Ends the sheet with the total over all subtotals.</summary>
    public void EndAll()
    {
        if (rows.Count == 0) return;
        var (first, last) = (NumberOf(0), NumberOf(rows.Count - 1));
        rows.Add(Summed(TotalWord, "",
            letters => $"SUMIF($A${first}:$A${last},\"{SubtotalWord}\",{letters}${first}:{letters}${last})",
            column => subtotals.Sum(row => rows[row][column].Number ?? 0)));
        groupStart = rows.Count;
    }

    private ImmutableArray<SheetCell> Summed(
        string word, string label, Func<string, string> formula, Func<int, decimal> value)
    {
        var row = Enumerable.Repeat(SheetCell.Empty.In(CellStyle.TotalText), rows[0].Length).ToArray();
        row[0] = SheetCell.Of(word).In(CellStyle.TotalText);
        row[1] = SheetCell.Of(label).In(CellStyle.TotalText);
        foreach (var (column, style) in totals)
            row[column] = SheetCell.Computed(formula(Sheet.Letters(column)), value(column), style);
        return [.. row];
    }

    private static string NumberOf(int row) => (Sheet.FirstRow + row).ToString(CultureInfo.InvariantCulture);
}
