using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gep.Api.Exports;

/// <summary>
/// Writes a workbook (ECMA-376) sheet by sheet without holding it: inline texts, formulas beside their
/// values, frozen and repeated headings, A4 landscape one page wide. The same sheets give the same bytes.
/// </summary>
internal static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Document = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>The first day a zip entry can have: files do not carry the day of writing.</summary>
    private static readonly DateTimeOffset EntryDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the sheets in order.</summary>
    public static void Write(Stream output, IReadOnlyList<Sheet> sheets)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", writer => WriteTypes(writer, sheets.Count));
        Part(zip, "_rels/.rels", writer => writer.Write(
            $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/></Relationships>"));
        Part(zip, "xl/_rels/workbook.xml.rels", writer => WriteRelations(writer, sheets.Count));
        Part(zip, "xl/workbook.xml", writer => WriteWorkbook(writer, sheets));
        Part(zip, "xl/styles.xml", writer => writer.Write(XlsxStyles.Xml));
        for (int index = 0; index < sheets.Count; index++)
        {
            int number = index;
            Part(zip, $"xl/worksheets/sheet{number + 1}.xml", writer => WriteSheet(writer, sheets[number]));
        }
    }

    private static void Part(ZipArchive zip, string name, Action<TextWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryDay;
        const int BufferLetters = 64 * 1024;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false), BufferLetters);
        writer.Write(Head);
        write(writer);
    }

    private static void WriteTypes(TextWriter writer, int sheets)
    {
        writer.Write($"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Document}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Document}.styles+xml\"/>");
        for (int sheet = 1; sheet <= sheets; sheet++)
        {
            writer.Write($"<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" "
                + $"ContentType=\"{Document}.worksheet+xml\"/>");
        }
        writer.Write("</Types>");
    }

    private static void WriteRelations(TextWriter writer, int sheets)
    {
        writer.Write($"<Relationships xmlns=\"{Package}\">");
        for (int sheet = 1; sheet <= sheets; sheet++)
        {
            writer.Write($"<Relationship Id=\"rId{sheet}\" Type=\"{Office}/worksheet\" "
                + $"Target=\"worksheets/sheet{sheet}.xml\"/>");
        }
        writer.Write($"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
            + "</Relationships>");
    }

    private static void WriteWorkbook(TextWriter writer, IReadOnlyList<Sheet> sheets)
    {
        writer.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>");
        for (int sheet = 1; sheet <= sheets.Count; sheet++)
        {
            writer.Write($"<sheet name=\"{Escaped(sheets[sheet - 1].Name)}\" sheetId=\"{sheet}\" "
                + $"r:id=\"rId{sheet}\"/>");
        }
        writer.Write("</sheets><definedNames>");
        for (int sheet = 0; sheet < sheets.Count; sheet++)
        {
            writer.Write($"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{sheet}\">"
                + $"'{Escaped(sheets[sheet].Name)}'!$1:${Sheet.HeadingRows}</definedName>");
        }
        writer.Write("</definedNames><calcPr calcId=\"0\" fullCalcOnLoad=\"1\"/></workbook>");
    }

    private static void WriteSheet(TextWriter writer, Sheet sheet)
    {
        string last = Sheet.Letters(sheet.Columns.Length - 1);
        writer.Write($"<worksheet xmlns=\"{Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + $"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{Sheet.HeadingRows}\" "
            + $"topLeftCell=\"A{Sheet.FirstRow}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>"
            + "</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int column = 0; column < sheet.Columns.Length; column++)
        {
            writer.Write($"<col min=\"{column + 1}\" max=\"{column + 1}\" "
                + $"width=\"{sheet.Columns[column].Width}\" customWidth=\"1\"/>");
        }
        writer.Write("</cols><sheetData>");
        WriteRow(writer, 1, [SheetCell.Of(sheet.Title).In(CellStyle.Title)], []);
        WriteRow(writer, 2, [SheetCell.Of(sheet.Note).In(CellStyle.Plain)], []);
        WriteRow(writer, Sheet.HeadingRows,
            [.. sheet.Columns.Select(column => SheetCell.Of(column.Heading).In(CellStyle.Heading))],
            sheet.Columns);
        for (int row = 0; row < sheet.Rows.Count; row++)
            WriteRow(writer, Sheet.FirstRow + row, sheet.Rows[row].AsSpan(), sheet.Columns);
        writer.Write($"</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A1:{last}1\"/>"
            + $"<mergeCell ref=\"A2:{last}2\"/></mergeCells>"
            + "<pageMargins left=\"0.4\" right=\"0.4\" "
            + "top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
            + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
            + "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
            + "</worksheet>");
    }

    private static void WriteRow(
        TextWriter writer, int number, ReadOnlySpan<SheetCell> cells,
        ImmutableArray<(string Heading, int Width)> columns)
    {
        string row = number.ToString(CultureInfo.InvariantCulture);
        writer.Write($"<row r=\"{row}\"{RowHeight.Attribute(cells, columns)}>");
        for (int column =
            0; column < cells.Length; column++) WriteCell(writer, Sheet.Letters(column) + row, cells[column]);
        writer.Write("</row>");
    }

    private static void WriteCell(TextWriter writer, string place, SheetCell cell)
    {
        writer.Write($"<c r=\"{place}\" s=\"{(int)cell.Style}\"");
        if (cell.Text is { } text)
        {
            writer.Write($" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>");
            return;
        }
        if (cell.Number is not { } number)
        {
            writer.Write("/>");
            return;
        }
        writer.Write('>');
        if (cell.Formula is { } formula) writer.Write($"<f>{Escaped(formula)}</f>");
        writer.Write($"<v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>");
    }

    /// <summary>The text without letters XML 1.0 does not know.</summary>
    private static string Escaped(string text)
    {
        bool isPlain = text.AsSpan().IndexOfAny("&<>\"") < 0 && !text.Any(letter => letter < ' ');
        if (isPlain) return text;
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' and not '\t' and not '\n' => " ",
                _ => letter.ToString(),
            });
        }
        return escaped.ToString();
    }
}
