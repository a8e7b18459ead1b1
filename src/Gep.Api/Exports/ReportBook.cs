using System.Collections.Immutable;
using System.Globalization;

namespace Gep.Api.Exports;

/// <summary>The report tables as sheets of a workbook: numbers as computed, shown with the decimals of their
/// column.</summary>
internal static class ReportBook
{
    private const int WidthLeast = 10;
    private const int WidthMost = 48;

    /// <summary>Rows that decide how wide a column is.</summary>
    private const int RowsLooked = 200;

    /// <summary>Letters of the name of a sheet.</summary>
    private const int LettersMost = 31;

    private const string Forbidden = ":\\/?*[]'";
    private const int AmountDecimals = 2;
    private const int AreaDecimals = 4;

    /// <summary>Writes the tables in order.</summary>
    public static void Write(Stream output, ImmutableArray<ReportTable> tables) =>
        XlsxWriter.Write(output, [.. tables.Select(SheetOf)]);

    private static Sheet SheetOf(ReportTable table)
    {
        var decimals = ReportDigits.Of(table);
        return new Sheet(
            NameOf(table), $"{table.Code} {table.Title}", table.Note,
            [.. table.Headings.Select((heading, column) => (heading, WidthOf(table, column)))],
            [.. table.Rows.Select(row => Cells(row, decimals))]);
    }

    private static ImmutableArray<SheetCell> Cells(ImmutableArray<ReportCell> row,
        ImmutableArray<int?> decimals)
    {
        bool isLow = ReportTable.IsLowConfidence(row);
        return [.. row.Select((cell, column) => CellOf(cell, decimals[column], isLow))];
    }

    private static SheetCell CellOf(ReportCell cell, int? decimals, bool isLow)
    {
        if (!cell.IsNumber) return SheetCell.Of(cell.Text).In(isLow ? CellStyle.LowText : CellStyle.Text);
        bool isDecimal = decimal.TryParse(
            cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number);
        if (!isDecimal) return SheetCell.Of(cell.Text);
        var style = decimals switch
        {
            > 0 and <= AmountDecimals => isLow ? CellStyle.LowAmount : CellStyle.Amount,
            > AmountDecimals and <= AreaDecimals => isLow ? CellStyle.LowArea : CellStyle.Area,
            _ => isLow ? CellStyle.LowText : CellStyle.Text,
        };
        return SheetCell.Of(number, style);
    }

    private static int WidthOf(ReportTable table, int column)
    {
        int letters = table.Rows.Take(RowsLooked)
            .Select(row => row[column].IsNumber ? WidthLeast : Letters(row[column].Text))
            .Append(Letters(table.Headings[column]) / 2)
            .Max();
        return Math.Clamp(letters + 1, WidthLeast, WidthMost);
    }

    /// <summary>A Chinese letter is as wide as two Latin ones.</summary>
    private static int Letters(string text) => text.Sum(letter => letter > '\u2e80' ? 2 : 1);

    /// <summary>The title without its unit: a name has few letters, and some are not allowed.</summary>
    private static string NameOf(ReportTable table)
    {
        string title = table.Title.Chinese;
        int end = title.IndexOf('（', StringComparison.Ordinal);
        string name = $"{table.Code} {(end < 0 ? title : title[..end])}";
        string allowed = string.Concat(name.Select(letter => Forbidden.Contains(letter) ? ' ' : letter));
        return allowed.Length > LettersMost ? allowed[..LettersMost] : allowed;
    }
}
