using System.Text;
using System.Text.Json;
using Gep.Api.Compensation;
using Spectre.Console;

namespace Gep.Api.Tests.Compensation;

public class ScheduleWriterTests
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Json_ThreeSchemes_HasTheShapeOfTheDesign()
    {
        using var json = JsonDocument.Parse(JsonText());
        var root = json.RootElement;
        Assert.Equal("wuhan", root.GetProperty("workspace").GetString());
        Assert.Equal(2019, root.GetProperty("year").GetInt32());
        var schedules = root.GetProperty("schedules").EnumerateArray().ToList();
        Assert.Equal(
            ["WH-ECL", "WH-PBF", "WH-WET"],
            schedules.Select(schedule => schedule.GetProperty("scheme").GetString()));
        Assert.All(schedules, schedule => Assert.Equal(
            ["scheme", "status", "totalYuan", "payers", "lines", "checks", "problems"],
            schedule.EnumerateObject().Select(property => property.Name)));

        Assert.Equal("not-drawn", schedules[0].GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, schedules[0].GetProperty("totalYuan").ValueKind);
        Assert.Equal(0, schedules[0].GetProperty("lines").GetArrayLength());
        string reasons = schedules[0].GetProperty("problems").ToString();
        Assert.Contains("武政办〔2018〕34号", reasons, StringComparison.Ordinal);

        Assert.Equal("draft", schedules[1].GetProperty("status").GetString());
        Assert.Equal("1625.50", schedules[1].GetProperty("totalYuan").GetString());   // 30.01 × 50 + 2.5 × 50
        Assert.Equal(
            """{"payer":"city-and-district","yuan":"1625.50"}""",
            Compact(schedules[1].GetProperty("payers")[0]));
        Assert.Equal(
            Flat("""
                {"line":1,"id":"WH-WET:2019:000001","district":"420114","town":"示意乡","village":"-1+2",
                "payee":"@cmd","parcel":"W1","areaMu":0.33,"rate":"40","yuan":"13.20",
                "payers":[{"payer":"city","yuan":"8.25"},{"payer":"district","yuan":"4.95"}]}
                """),
            Compact(schedules[2].GetProperty("lines")[0]));
        var check = schedules[2].GetProperty("checks").EnumerateArray()
            .Single(check => check.GetProperty("code").GetString() == "C14");
        Assert.Equal("0.00", check.GetProperty("residual").GetString());
        Assert.True(check.GetProperty("passed").GetBoolean());
    }

    [Fact]
    public void Json_Twice_GivesTheSameBytes() => Assert.Equal(JsonText(), JsonText());

    [Fact]
    public void Csv_FormulasAndQuotes_AreHarmless()
    {
        string[] rows = CsvText(withMark: false).Split('\n');
        Assert.Equal(5, rows.Length);   // heading, three lines, the end
        Assert.StartsWith("方案 scheme,年度 year,序号 line,编号 id,", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            "WH-PBF,2019,1,WH-PBF:2019:000001,420114,蔡甸区,示意乡,'-1+2,"
            + "\"示意户, 甲 \"\"一\"\"\",F1,30.01,50,1500.50,,,,,1500.50,",
            rows[1]);
        Assert.Equal(
            "WH-PBF,2019,2,WH-PBF:2019:000002,420116,黄陂区,示意乡,'-1+2,"
            + "\"'=HYPERLINK(\"\"x\"\")\",F2,2.5,50,125.00,,,,,125.00,",
            rows[2]);
        Assert.Contains(",'@cmd,W1,0.33,40,13.20,,,8.25,4.95,,", rows[3], StringComparison.Ordinal);
        Assert.Equal("", rows[4]);
    }

    [Theory]
    [InlineData(true, 0xEF)]
    [InlineData(false, 0xE6)]
    public void Csv_Mark_ComesFirstOnlyWhenAsked(bool withMark, int firstByte) =>
        Assert.Equal((byte)firstByte, CsvBytes(withMark)[0]);

    [Fact]
    public void Table_ThreeSchemes_ShowsTotalsPayersAndWhyOneIsNotDrawn()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = 400;
        ScheduleTable.Write(console, SomeDrafts.Year, SomeDrafts.Of2019(), SomeDrafts.DistrictNames);
        string printed = text.ToString();
        Assert.Contains("WH-PBF 2019", printed, StringComparison.Ordinal);
        Assert.Contains("1,625.50", printed, StringComparison.Ordinal);
        Assert.Contains("蔡甸区 Caidian", printed, StringComparison.Ordinal);
        Assert.Contains("C14 通过 passed", printed, StringComparison.Ordinal);
        Assert.Contains("未测算 Not drawn 2019", printed, StringComparison.Ordinal);
        Assert.Contains("the text of 武政办〔2018〕34号 is not available", printed, StringComparison.Ordinal);
    }

    private static string JsonText()
    {
        using var stream = new MemoryStream();
        ScheduleJson.Write(stream, "wuhan", SomeDrafts.Year, SomeDrafts.Of2019());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static byte[] CsvBytes(bool withMark)
    {
        using var stream = new MemoryStream();
        ScheduleCsv.Write(stream, SomeDrafts.Year, SomeDrafts.Of2019(), SomeDrafts.DistrictNames, withMark);
        return stream.ToArray();
    }

    private static string CsvText(bool withMark) => Encoding.UTF8.GetString(CsvBytes(withMark));

    private static string Flat(string lines) => lines.Replace("\n", "", StringComparison.Ordinal);

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Plain);
}
