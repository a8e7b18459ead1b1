using System.IO.Compression;
using Gep.Api.Exports;
using Gep.Testing;

namespace Gep.Api.Tests.Exports;

public class XlsxWriterTests
{
    private static readonly string[] Dangerous =
        ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "0012", "<b>&\"", "1e5",
            "\u0001x"];

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_Column_AreThoseOfSpreadsheets(int column, string letters) =>
        Assert.Equal(letters, Sheet.Letters(column));

    [Fact]
    public void Write_TextThatLooksLikeAFormula_IsAnInlineString()
    {
        string xml = PartOf(DangerousSheet(), "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>", xml,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnySheet_PrintsOnA4LandscapeWithHeadingsRepeated()
    {
        string xml = PartOf(DangerousSheet(), "xl/worksheets/sheet1.xml");
        Assert.Contains("paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"", xml,
            StringComparison.Ordinal);
        Assert.Contains("ySplit=\"3\" topLeftCell=\"A4\"", xml, StringComparison.Ordinal);
        Assert.Contains("_xlnm.Print_Titles\" localSheetId=\"0\">'S'!$1:$3<",
            PartOf(DangerousSheet(), "xl/workbook.xml"), StringComparison.Ordinal);
    }

    [ToolFact("soffice", "libreoffice-calc-nogui")]
    public void Write_TextThatLooksLikeAFormula_StaysTextInLibreOffice()
    {
        using var other = new OtherProgram();
        using (var file =
            File.Create(Path.Combine(other.Folder, "t.xlsx"))) XlsxWriter.Write(file, [DangerousSheet()]);
        var (code, output) =
            other.Run("soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc)"
            + ":9,34,76,1,,0,false,false,false,true", "t.xlsx");
        Assert.True(code == 0, output);
        var rows = File.ReadAllLines(Path.Combine(other.Folder, "t.csv")).Skip(Sheet.HeadingRows).ToList();
        Assert.Equal(Dangerous.Length, rows.Count);
        Assert.Equal(["=1+1", "+1", "-1", "@SUM(A1)"], rows.Take(4));
        Assert.Equal("0012", rows[5]);
    }

    private static Sheet DangerousSheet() => new(
        "S", "标题", "说明", [("列", 20)], [.. Dangerous.Select(text => (System.Collections.Immutable
            .ImmutableArray<SheetCell>)[SheetCell.Of(text)])]);

    private static string PartOf(Sheet sheet, string name)
    {
        using var buffer = new MemoryStream();
        XlsxWriter.Write(buffer, [sheet]);
        using var zip = new ZipArchive(buffer);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
