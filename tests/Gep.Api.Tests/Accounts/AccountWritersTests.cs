using System.Text;
using System.Text.Json;
using Gep.Api.Accounts;
using Spectre.Console;

namespace Gep.Api.Tests.Accounts;

public sealed class AccountWritersTests
{
    [Fact]
    public void Json_WrittenTwice_IsTheSameBytesInTheAgreedShape()
    {
        string first = Json(), second = Json();
        Assert.Equal(first, second);
        using var document = JsonDocument.Parse(first);
        var root = document.RootElement;
        Assert.Equal(
            ["workspace", "year", "profile", "snapshot", "resultHash", "lines", "totals", "checks",
                "extents", "inputs",
                "explanations", "uncertainty", "bands", "notAccounted", "problems"],
            root.EnumerateObject().Select(member => member.Name));
        Assert.Equal(64, root.GetProperty("resultHash").GetString()!.Length);
        var line = root.GetProperty("lines")[0];
        Assert.Equal(JsonValueKind.String, line.GetProperty("valueYuan").ValueKind);
        Assert.Equal(JsonValueKind.Number, line.GetProperty("physicalQuantity").ValueKind);
        decimal booked = root.GetProperty("lines").EnumerateArray()
            .Where(one => one.GetProperty("booked").GetBoolean())
            .Sum(one => decimal.Parse(one.GetProperty("valueYuan").GetString()!, null));
        Assert.Equal(
            booked, decimal.Parse(root.GetProperty("totals").GetProperty("gepYuan").GetString()!, null));
    }

    [Fact]
    public void ResultHash_OfAnotherYear_Differs()
    {
        var wuhan = new WuhanAccount();
        Assert.NotEqual(
            AccountJson.ResultHash(wuhan.Compile(2019, "NDRC2022")),
            AccountJson.ResultHash(wuhan.Compile(2024, "NDRC2022")));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-5.5", "-5.5")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0")]
    [InlineData("", "")]
    public void Field_OfCsv_IsNoFormula(string text, string expected) =>
        Assert.Equal(expected, AccountCsv.Field(text));

    [Fact]
    public void Csv_HasOneRowPerLineAndTheSameColumnsInEach()
    {
        var report = Report();
        var output = new StringWriter();
        AccountCsv.Write(output, report);
        string[] rows = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(report.Account.Lines.Length + 1, rows.Length);
        Assert.StartsWith("\uFEFF", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Table_WithoutTerminal_IsPlainTextWithTheTotal()
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        AccountTable.Write(console, Report());
        string text = output.ToString();
        Assert.Contains("水源涵养 water conservation", text, StringComparison.Ordinal);
        Assert.Contains("420116 黄陂区 Huangpi", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
    }

    private static AccountReport Report()
    {
        var wuhan = new WuhanAccount();
        return new AccountReport("wuhan", "test", wuhan.Compile(2019, "NDRC2022"), wuhan.Classification, []);
    }

    private static string Json()
    {
        using var output = new MemoryStream();
        AccountJson.Write(output, Report());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
