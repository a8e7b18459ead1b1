using System.IO.Compression;
using System.Text.RegularExpressions;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Profiles;
using Gep.Accounting.Statistics;
using Gep.Api.Accounts;
using Gep.Api.Exports;
using Gep.Api.Tests.Accounts;
using Gep.Testing;

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
        ["T1", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T11", "T12", "T13", "T14", "S2", "S5",
            "N", "C", "P"],
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
        Assert.Equal(17, zip.Entries.Count(entry =>
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
    public void Values_OfAMissingInput_AreAWordAndNeverZero()
    {
        var wuhan = new WuhanAccount();
        var all = wuhan.Statistics(2019).All;
        var account = CompileAccount.For(
            AccountingYear.Of(2019), wuhan.Profile("NDRC2022"), WuhanExtents.Table(), wuhan.Parameters,
            wuhan.UnitValues,
            new StatisticsTable(wuhan.Region, all.Where(one =>
                one.District.ToString() != "420114" || one.Indicator.Name != "crop-output")),
            wuhan.Classification);
        var report = new AccountReport("wuhan", "test", account, wuhan.Classification, []);
        var values = ReportTables.Of(report, null).Single(table => table.Code == "T6");
        int district = values.Headings.IndexOf("蔡甸区 Caidian");
        var crops = values.Rows.Single(row => row[0].Text.StartsWith("农业产品", StringComparison.Ordinal));
        Assert.Equal(ReportCell.NotAccounted, crops[district]);
        var reason = Assert.Single(account.NotAccounted, one =>
            one.Service == ServiceCode.AgriculturalProducts
                && one.Districts.Any(code => code.ToString() == "420114"));
        Assert.Equal(NotAccountedReason.InputMissing, reason.Reason);
        Assert.Equal("crop-output", reason.Part);
    }

    [Fact]
    public void NotAccounted_OfTheProfile_NamesEachServiceThatIsOff()
    {
        var account = Report.Value.Account;
        var off = account.Profile.Services.Where(entry => entry.Role == ServiceRole.Off).ToList();
        Assert.Equal(10, off.Count);
        Assert.All(off, entry => Assert.Equal(
            entry.Reason,
            account.NotAccounted.Single(one => one.Service == entry.Service && one.IsByDesign).Why));
    }

    [Fact]
    public void Checks_OfAnAccount_AreEveryRuleAndInvariant()
    {
        var checks = Report.Value.Account.Checks;
        Assert.Superset(
            new HashSet<string>(
            [
                "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11",
                "I1", "I2", "I4", "I5", "I6", "I7", "I8", "I9",
            ]),
            checks.Select(check => check.Code).ToHashSet(StringComparer.Ordinal));
        Assert.All(checks, check => Assert.True(check.Passed, $"{check.Code} {check.Residual}"));
    }

    [Theory]
    [InlineData("1234567.5", 0, "1,234,568")]
    [InlineData("12.345", 2, "12.35")]
    [InlineData("0.00012", 2, "0.00012")]
    [InlineData("0", 2, "0.00")]
    [InlineData("5.8185E-18", null, "5.8185E-18")]
    public void Text_OfANumber_HasItsDecimalsAndIsNeverAFalseZero(
        string number, int? decimals, string text) =>
        Assert.Equal(text, ReportDigits.Text(number, decimals));

    [ToolFact("soffice", "libreoffice-calc-nogui")]
    public void Workbook_InLibreOffice_HasEverySheetAndTheGep()
    {
        using var other = new OtherProgram();
        File.WriteAllBytes(Path.Combine(other.Folder, "account.xlsx"), Workbook());
        var (code, output) = other.Run("soffice", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "account.xlsx");
        Assert.True(code == 0, output);
        Assert.Equal(17, Directory.GetFiles(other.Folder, "*.csv").Length);
        string values = File.ReadAllText(Directory.GetFiles(other.Folder, "*T6*.csv").Single());
        string gep = values.Split('\n').Single(row => row.StartsWith("总值 GEP", StringComparison.Ordinal));
        decimal total = Report.Value.Account.Totals.Gep.Yuan / 100_000_000m;
        Assert.Contains(
            Math.Round(total, 6, MidpointRounding.AwayFromZero).ToString(
                System.Globalization.CultureInfo.InvariantCulture), gep, StringComparison.Ordinal);
    }

    [Fact]
    public void Condition_OfWuhan_ClassifiesTheVolumeOfTheAssetAccount()
    {
        var wuhan = new WuhanAccount();
        var before = Of(2019);
        var after = Of(2024);
        var compared = new ComparisonReport(before, after, CompareAccounts.Of(
            before.Account, after.Account, after.Account, null));
        var tables = ReportTables.Of(after, compared);
        var condition = tables.Single(table => table.Code == "S4");
        Assert.Equal(4, condition.Rows.Count(row => row[1].Text == "指数 index"));
        Assert.All(condition.Rows, row => Assert.Equal(condition.Headings.Length, row.Length));
        var assets = tables.Single(table => table.Code == "S3");
        var wetland = assets.Rows.Single(row => row[0].Text.StartsWith("湿地", StringComparison.Ordinal));
        Assert.NotEqual("0", wetland[2].Text);
        Assert.Equal("0", wetland[5].Text);
        var cropland = assets.Rows.Single(row => row[0].Text.StartsWith("农田", StringComparison.Ordinal));
        Assert.Equal("0", cropland[2].Text);
        Assert.All(assets.Rows, row => Assert.Equal(0m, Math.Abs(decimal.Parse(
            row[10].Text, System.Globalization.CultureInfo.InvariantCulture))));

        AccountReport Of(int year) => new(
            "wuhan", "test", wuhan.Compile(year, "NDRC2022"), wuhan.Classification, [])
        {
            Condition = ConditionReader.Read(
                WuhanAccount.Root, AccountingYear.Of(year), wuhan.Classification, wuhan.Problems),
        };
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
        ReportBook.Write(stream, ReportTables.Of(Report.Value, null));
        return stream.ToArray();
    }

    [GeneratedRegex("https?://[^\"'<> ]*")]
    private static partial Regex Addresses();
}
