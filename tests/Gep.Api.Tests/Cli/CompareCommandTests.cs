using System.Globalization;
using System.Text.Json;
using Gep.Testing;

namespace Gep.Api.Tests.Cli;

public class CompareCommandTests
{
    private static readonly string Wuhan = Repository.PathOf("data");
    private static readonly string[] EffectNames = ["areaYuan", "intensityYuan", "priceYuan", "methodYuan"];

    [Fact]
    public void Compare_TwoYears_SplitsTheChangeExactlyAndClosesTheMatrix()
    {
        using var comparison = Json("--from", "2019", "--to", "2024");
        var root = comparison.RootElement;
        Assert.All(root.GetProperty("checks").EnumerateArray(), check =>
            Assert.True(check.GetProperty("passed").GetBoolean(), check.GetProperty("code").GetString()));
        var total = root.GetProperty("total");
        Assert.Equal(Yuan(total, "changeYuan"),
            EffectNames.Sum(name => Yuan(total.GetProperty("effects"), name)));
        var conversions = root.GetProperty("changeMatrix").EnumerateArray()
            .Where(change => change.GetProperty("from").GetString() != change.GetProperty("to").GetString())
            .Select(change => string.Join(
                ' ', change.GetProperty("from").GetString(), change.GetProperty("to").GetString()))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>(["CRO/dry FOR/MF", "CRO/paddy WET/marsh", "SHR/deciduous FOR/DBF",
                "WET/pond WET/lake"]),
            conversions);
    }

    [Fact]
    public void Compare_WithAWhatIfFolder_NamesWhatMoved()
    {
        using var comparison = Json(
            "--from", "2019", "--to", "2019", "--what-if",
            Repository.PathOf("tests", "workspaces", "what-if-carbon"));
        var root = comparison.RootElement;
        Assert.Equal(
            "parameters/unit-values/carbon-dioxide-market.yaml",
            Assert.Single(root.GetProperty("moved").EnumerateArray()).GetString());
        var effects = root.GetProperty("total").GetProperty("effects");
        Assert.True(Yuan(effects, "priceYuan") > 0);
        Assert.Equal(0m, Yuan(effects, "areaYuan") + Yuan(effects, "intensityYuan")
            + Yuan(effects, "methodYuan"));
        Assert.All(
            root.GetProperty("byService").EnumerateObject().Where(one => Yuan(one.Value, "changeYuan") != 0),
            one => Assert.Equal("carbon-sequestration", one.Name));
    }

    [Fact]
    public void Compare_WithoutTheWhatIfFolder_IsRefused() =>
        Assert.Equal(2, GepProcess.Run(
            "compare", Wuhan, "--from", "2019", "--to", "2019", "--what-if", "no-such-folder").ExitCode);

    private static JsonDocument Json(params string[] arguments)
    {
        var run = GepProcess.Run(["compare", Wuhan, .. arguments, "--format", "json"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonDocument.Parse(run.Output);
    }

    private static decimal Yuan(JsonElement element, string name) =>
        decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
