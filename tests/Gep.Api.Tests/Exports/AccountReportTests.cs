using System.IO.Compression;
using System.Text.RegularExpressions;
using Gep.Accounting.Classifications;
using Gep.Api.Accounts;
using Gep.Api.Exports;
using Gep.Api.Tests.Accounts;

namespace Gep.Api.Tests.Exports;

public sealed partial class AccountReportTests
{
    private static readonly Lazy<AccountReport> Report = new(() =>
    {
        var wuhan = new WuhanAccount();
        return new AccountReport("wuhan", "test", wuhan.Compile(2019, "NDRC2022"), wuhan.Classification, []);
    });

    [Fact]
    public void Tables_OfAnAccount_AreThoseOfAReport() => Assert.Equal(
        ["T1", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T11", "T12", "T13", "T14", "S2", "C", "P"],
        ReportTables.Of(Report.Value, null).Select(table => table.Code));

    [Fact]
    public void Tables_OfAnAccount_HaveRowsAsWideAsTheirHeadings() => Assert.All(
        ReportTables.Of(Report.Value, null),
        table => Assert.All(table.Rows, row => Assert.Equal(table.Headings.Length, row.Length)));

    [Fact]
    public void Register_OfAnAccount_NamesSourceConfidenceAndPlaceOfEachInput()
    {
        var register = Table("T12");
        Assert.True(register.Rows.Count > 100);
        Assert.All(register.Rows, row =>
        {
            Assert.StartsWith("[", row[6].Text, StringComparison.Ordinal);
            Assert.Contains(row[7].Text, new[] { "low", "medium", "high" });
            Assert.NotEqual("", row[9].Text);
        });
    }

    [Fact]
    public void Workbook_WrittenTwice_IsTheSameBytesWithASheetEach()
    {
        byte[] first = Workbook(), second = Workbook();
        Assert.Equal(first, second);
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.Equal(15, zip.Entries.Count(entry =>
            entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Page_OfAnAccount_NeedsNoNetworkAndNoScript()
    {
        using var page = new StringWriter();
        AccountHtml.Write(page, Report.Value, null);
        string html = page.ToString();
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Addresses().Matches(html), match =>
            Assert.Equal("http://www.w3.org/2000/svg", match.Value));
        Assert.Contains("class=\"low\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void SeeaReference_NamesOnlyIndicatorsOfTheClassification()
    {
        var known = Report.Value.Classification.Services.Select(service => service.Indicator).ToHashSet();
        Assert.Equal(37, SeeaReference.All.Length);
        Assert.All(
            SeeaReference.All.SelectMany(service => service.Indicators),
            indicator => Assert.Contains(indicator, known));
    }

    private static ReportTable Table(string code) =>
        ReportTables.Of(Report.Value, null).Single(table => table.Code == code);

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        AccountXlsx.Write(stream, ReportTables.Of(Report.Value, null));
        return stream.ToArray();
    }

    [GeneratedRegex("https?://[^\"'<> ]*")]
    private static partial Regex Addresses();
}
