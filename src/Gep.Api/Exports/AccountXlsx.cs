using System.Collections.Immutable;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Gep.Api.Exports;

/// <summary>Writes report tables as a workbook: one sheet a table, headings in bold and kept in
/// sight.</summary>
/// <remarks>Texts are inline and never formulas. The same tables give the same bytes.</remarks>
internal static class AccountXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const int LettersOfAlphabet = 26;

    /// <summary>A cell holds at most this many letters.</summary>
    private const int CellLettersMax = 32_767;

    /// <summary>The first day a zip entry can have: the file does not carry the day of writing.</summary>
    private static readonly DateTimeOffset EntryDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the tables in order.</summary>
    public static void Write(Stream output, ImmutableArray<ReportTable> tables)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", writer => WriteTypes(writer, tables.Length));
            Part(zip, "_rels/.rels", writer => writer.Write(
                $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" "
                + $"Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
            Part(zip, "xl/workbook.xml", writer => WriteWorkbook(writer, tables));
            Part(zip, "xl/_rels/workbook.xml.rels", writer => WriteRelations(writer, tables.Length));
            Part(zip, "xl/styles.xml", WriteStyles);
            for (int i = 0; i < tables.Length; i++)
            {
                var table = tables[i];
                Part(zip, $"xl/worksheets/sheet{i + 1}.xml", writer => WriteSheet(writer, table));
            }
        }
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static void Part(ZipArchive zip, string name, Action<TextWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryDay;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false)) { NewLine = "\n" };
        writer.Write(Head);
        write(writer);
    }

    private static void WriteTypes(TextWriter writer, int sheets)
    {
        writer.Write($"<Types xmlns=\"{ContentTypes}\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheets}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheets}.styles+xml\"/>");
        for (int sheet = 1; sheet <= sheets; sheet++)
        {
            writer.Write($"<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" "
                + $"ContentType=\"{Sheets}.worksheet+xml\"/>");
        }
        writer.Write("</Types>");
    }

    private static void WriteWorkbook(TextWriter writer, ImmutableArray<ReportTable> tables)
    {
        writer.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>");
        for (int i = 0; i < tables.Length; i++)
        {
            writer.Write($"<sheet name=\"{tables[i].Code}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        }
        writer.Write("</sheets></workbook>");
    }

    private static void WriteRelations(TextWriter writer, int sheets)
    {
        writer.Write($"<Relationships xmlns=\"{PackageRelations}\">");
        for (int sheet = 1; sheet <= sheets; sheet++)
        {
            writer.Write($"<Relationship Id=\"rId{sheet}\" Type=\"{Relations}/worksheet\" "
                + $"Target=\"worksheets/sheet{sheet}.xml\"/>");
        }
        writer.Write($"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Relations}/styles\" "
            + "Target=\"styles.xml\"/></Relationships>");
    }

    private static void WriteStyles(TextWriter writer) => writer.Write(
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"10\"/><name val=\"SimSun\"/></font>"
        + "<font><b/><sz val=\"10\"/><name val=\"SimSun\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
        + "<border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf xfId=\"0\"/>"
        + "<xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/>"
        + "<xf xfId=\"0\" numFmtId=\"4\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");

    private static void WriteSheet(TextWriter writer, ReportTable table)
    {
        writer.Write($"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\">"
            + $"<pane ySplit=\"2\" "
            + "topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>"
            + "</sheetViews><sheetData>");
        WriteRow(writer, 1, [ReportCell.Of($"{table.Code} {table.Title}")], isHeading: true);
        WriteRow(writer, 2, [.. table.Headings.Select(ReportCell.Of)], isHeading: true);
        for (int i = 0; i < table.Rows.Count; i++) WriteRow(writer, i + 3, table.Rows[i], isHeading: false);
        writer.Write("</sheetData></worksheet>");
    }

    private static void WriteRow(TextWriter writer, int row, ImmutableArray<ReportCell> cells, bool isHeading)
    {
        writer.Write($"<row r=\"{row}\">");
        for (int column = 0; column < cells.Length; column++)
        {
            string place = $"{Letters(column)}{row}";
            var cell = cells[column];
            if (cell.IsNumber) writer.Write($"<c r=\"{place}\" s=\"2\"><v>{cell.Text}</v></c>");
            else if (cell.Text.Length > 0) WriteText(writer, place, cell.Text, isHeading);
        }
        writer.Write("</row>");
    }

    private static void WriteText(TextWriter writer, string place, string text, bool isHeading)
    {
        string safe = text.Length > CellLettersMax ? text[..CellLettersMax] : text;
        string clean = string.Concat(safe.Where(letter => letter >= ' ' || letter is '\t' or '\n'));
        writer.Write($"<c r=\"{place}\" s=\"{(isHeading ? 1 : 0)}\" t=\"inlineStr\"><is>"
            + $"<t xml:space=\"preserve\">{SecurityElement.Escape(clean)}</t></is></c>");
    }

    private static string Letters(int column)
    {
        string letters = "";
        for (int rest = column; rest >= 0; rest = (rest / LettersOfAlphabet) - 1)
            letters = (char)('A' + (rest % LettersOfAlphabet)) + letters;
        return letters;
    }
}
