using System.Globalization;
using System.Text.Json;
using Gep.Testing;

namespace Gep.Api.Tests.Cli;

public class ScheduleCommandTests
{
    private static readonly string Wuhan = Repository.PathOf("data");
    private static readonly Lazy<JsonDocument> Schedules2019 = new(() =>
    {
        var run = GepProcess.Run("schedule", Wuhan, "--year", "2019", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonDocument.Parse(run.Output);
    });

    [Fact]
    public void Schedule_PublicBenefitForest_IsTheRegisterTimesFiftyYuan()
    {
        var schedule = Schedule("WH-PBF");

        Assert.Equal("44500000.00", schedule.GetProperty("totalYuan").GetString());
        Assert.Equal(890_000.00m, Lines(schedule).Sum(line => line.GetProperty("areaMu").GetDecimal()));
        Assert.All(Lines(schedule), line =>
            Assert.Equal(line.GetProperty("areaMu").GetDecimal() * 50m, Yuan(line.GetProperty("yuan"))));
        Assert.Contains(schedule.GetProperty("checks").EnumerateArray(), check =>
            check.GetProperty("code").GetString() == "C01");
    }

    [Fact]
    public void Schedule_ChenhuPot_IsSharedToTheFen()
    {
        var schedule = Schedule("WH-CHENHU");

        Assert.Equal("4720000.00", schedule.GetProperty("totalYuan").GetString());
        Assert.Equal(4_720_000.00m, Lines(schedule).Sum(line => Yuan(line.GetProperty("yuan"))));
    }

    [Fact]
    public void Schedule_WetlandZones_LieWithinTheStatutoryRange()
    {
        var schedule = Schedule("WH-WET");

        Assert.InRange(Yuan(schedule.GetProperty("totalYuan")), 3_675_297.50m, 5_280_297.50m);
        Assert.All(Lines(schedule), line => Assert.Equal(2, line.GetProperty("payers").GetArrayLength()));
    }

    [Fact]
    public void Schedule_EcologicalControlLine_IsNotDrawnAndSaysWhy()
    {
        var schedule = Schedule("WH-ECL");

        Assert.Equal("not-drawn", schedule.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, schedule.GetProperty("totalYuan").ValueKind);
        Assert.Empty(Lines(schedule));
        Assert.Contains(schedule.GetProperty("problems").EnumerateArray(), problem =>
            problem.GetProperty("code").GetString() == "scheme-unverified");
    }

    [Fact]
    public void Schedules_PayersParts_AddUpLineByLine()
    {
        var lines = Schedules2019.Value.RootElement.GetProperty("schedules").EnumerateArray()
            .SelectMany(Lines).ToArray();

        Assert.True(lines.Length > 2000);
        Assert.All(lines, line => Assert.Equal(
            Yuan(line.GetProperty("yuan")),
            line.GetProperty("payers").EnumerateArray().Sum(payer => Yuan(payer.GetProperty("yuan")))));
    }

    [Fact]
    public void Schedule_Checks_Pass()
    {
        var checks = Schedules2019.Value.RootElement.GetProperty("schedules").EnumerateArray()
            .SelectMany(schedule => schedule.GetProperty("checks").EnumerateArray());

        Assert.All(checks.Where(check => check.GetProperty("code").GetString() is "C13" or "C14" or "C25"),
            check =>
            Assert.True(check.GetProperty("passed").GetBoolean()));
    }

    [Fact]
    public void Schedule_UnknownScheme_IsRefused()
    {
        var run = GepProcess.Run("schedule", Wuhan, "--year", "2019", "--scheme", "WH-NOTHING");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("scheme-unknown", run.Errors, StringComparison.Ordinal);
    }

    private static JsonElement Schedule(string scheme) =>
        Schedules2019.Value.RootElement.GetProperty("schedules")
        .EnumerateArray().Single(schedule => schedule.GetProperty("scheme").GetString() == scheme);

    private static IEnumerable<JsonElement> Lines(JsonElement schedule) =>
        schedule.GetProperty("lines").EnumerateArray();

    private static decimal Yuan(JsonElement text) =>
        decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
