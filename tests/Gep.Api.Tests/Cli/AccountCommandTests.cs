using System.Globalization;
using System.Text.Json;
using Gep.Testing;

namespace Gep.Api.Tests.Cli;

public class AccountCommandTests
{
    private static readonly string Wuhan = Repository.PathOf("data");
    private static readonly Lazy<JsonDocument> Ndrc2019 =
        new(() => Json("account", Wuhan, "--year", "2019", "--format", "json", "--threads", "2"));

    [Fact]
    public void Account_WuhanPublished2019_ReproducesThePublishedTotals()
    {
        using var account = Json("account", Wuhan, "--year", "2019", "--profile", "WUHAN-PUBLISHED",
            "--format", "json");

        var byService = account.RootElement.GetProperty("totals").GetProperty("byService");

        Assert.Equal(230.55m, HundredMillion(byService, "forest-services-published"), 2);
        Assert.Equal(456.00m, HundredMillion(byService, "wetland-services-published"), 2);
    }

    [Fact]
    public void Account_Ndrc2019_LinesCarryUnitSourceAndFlags()
    {
        var lines = Ndrc2019.Value.RootElement.GetProperty("lines").EnumerateArray().ToArray();

        Assert.True(lines.Length > 300);
        Assert.All(lines, line =>
        {
            Assert.NotEmpty(line.GetProperty("unit").GetString()!);
            Assert.NotEmpty(line.GetProperty("source").GetProperty("key").GetString()!);
            Assert.Equal(JsonValueKind.Array, line.GetProperty("flags").ValueKind);
        });
    }

    [Fact]
    public void Account_Ndrc2019_SumsClose()
    {
        var root = Ndrc2019.Value.RootElement;
        var totals = root.GetProperty("totals");
        decimal gep = Yuan(totals.GetProperty("gepYuan"));

        Assert.Equal(gep, root.GetProperty("lines").EnumerateArray()
            .Where(line => line.GetProperty("booked").GetBoolean())
            .Sum(line => Yuan(line.GetProperty("valueYuan"))));
        foreach (string by in new[] { "byDistrict", "byService", "byEcosystemType" })
            Assert.Equal(gep, totals.GetProperty(by).EnumerateObject().Sum(total => Yuan(total.Value)));
        Assert.All(root.GetProperty("checks").EnumerateArray(), check =>
            Assert.True(check.GetProperty("passed").GetBoolean(), check.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2024")]
    public void Account_Extents_AddUpToTheOfficialDistrictAreas(string year)
    {
        using var account = Json("account", Wuhan, "--year", year, "--format", "json");

        var districts = account.RootElement.GetProperty("extents").EnumerateArray().ToArray();

        Assert.Equal(13, districts.Length);
        Assert.All(districts, district =>
        {
            double official = district.GetProperty("officialSquareMetres").GetDouble();
            double covered = district.GetProperty("uncoveredSquareMetres").GetDouble()
                + district.GetProperty("ecosystemTypes").EnumerateArray()
                    .Sum(type => type.GetProperty("squareMetres").GetDouble());
            Assert.InRange(covered / official, 1 - 1e-6, 1 + 1e-6);
        });
    }

    [Fact]
    public void Account_RunTwiceWithOneAndTwoThreads_HasOneHash()
    {
        string[] hashes =
        [
            HashOf(Ndrc2019.Value),
            Hash("--threads", "1"),
            Hash("--threads", "2"),
        ];

        Assert.Single(hashes.Distinct());
        Assert.Equal(64, hashes[0].Length);
    }

    [Fact]
    public void Account_YearWithoutData_IsRefusedAndNotReplaced()
    {
        var run = GepProcess.Run("account", Wuhan, "--year", "2020", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("year-unknown", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_UnknownProfile_IsRefused()
    {
        var run = GepProcess.Run("account", Wuhan, "--year", "2019", "--profile", "../../etc/passwd");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
    }

    private static string Hash(params string[] more)
    {
        using var account = Json(["account", Wuhan, "--year", "2019", "--format", "json", .. more]);
        return HashOf(account);
    }

    private static string HashOf(JsonDocument account) =>
        account.RootElement.GetProperty("resultHash").GetString()!;

    private static JsonDocument Json(params string[] arguments)
    {
        var run = GepProcess.Run(arguments);
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonDocument.Parse(run.Output);
    }

    private static decimal Yuan(JsonElement text) =>
        decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static decimal HundredMillion(JsonElement byService, string service) =>
        Yuan(byService.GetProperty(service)) / 100_000_000m;
}
