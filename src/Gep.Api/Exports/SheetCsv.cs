using System.Globalization;
using System.Text;
using Gep.Api.Compensation;

namespace Gep.Api.Exports;

/// <summary>A sheet as CSV: headings, then every row with its subtotals; UTF-8 with the mark that
/// spreadsheets ask for.</summary>
internal static class SheetCsv
{
    /// <summary>Writes the sheet; numbers exactly, texts never as formulas.</summary>
    public static void Write(Stream output, Sheet sheet)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(true),
            leaveOpen: true)
        { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', sheet.Columns.Select(column => CsvText.Quoted(column.Heading))));
        foreach (var row in sheet.Rows) writer.WriteLine(string.Join(',', row.Select(FieldOf)));
    }

    private static string FieldOf(SheetCell cell) => cell switch
    {
        { Text: { } text } => CsvText.Field(text),
        { Number: { } number } => Printed(number, cell.Style),
        _ => "",
    };

    private static string Printed(decimal number, CellStyle style) => number.ToString(style switch
    {
        CellStyle.Amount or CellStyle.TotalAmount or CellStyle.LowAmount => "F2",
        CellStyle.Area or CellStyle.TotalArea or CellStyle.LowArea => "F4",
        CellStyle.Plain or CellStyle.Title or CellStyle.Heading or CellStyle.Text or CellStyle.TotalText
            or CellStyle.Wrapped or CellStyle.LowText => "G",
    }, CultureInfo.InvariantCulture);
}
