using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Valuation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Accounts;

/// <summary>
/// Runs every case under tests/worked-examples/&lt;service&gt; that names a function of a service.
/// </summary>
public sealed class WorkedExampleTests
{
    private static readonly string Folder = Repository.PathOf("tests", "worked-examples");

    private static readonly Dictionary<string, Func<ExampleNumbers, Dictionary<string, double>>> Functions =
        new(StringComparer.Ordinal)
        {
            ["value"] = given => new() { ["value"] = Value(given["quantity"], given.Exact("unit_value")) },
            ["water-balance"] = WaterBalance,
            ["rusle"] = Rusle,
            ["retained-soil"] = given => RetainedSoil(given, given["soil"]),
            ["lake-storage"] = given => One(FloodMitigation.LakeStorage(
                given["area_km2"], given["intercept"], given["exponent"], given["exchange"])),
            ["reservoir-storage"] = given =>
                One(FloodMitigation.ReservoirStorage(given["storage"], given["factor"])),
            ["marsh-storage"] = given => One(FloodMitigation.MarshStorage(given["area_km2"], given["depth"])),
            ["vegetation-cooling"] = VegetationCooling,
            ["water-cooling"] = WaterCooling,
            ["tax-price"] = given =>
                given.Names.Where(name => !name.EndsWith("_kg", StringComparison.Ordinal))
                .ToDictionary(name => name, name => given[name] / given[name + "_kg"] * 1000),
            ["min-rule"] = given =>
                new() { ["removed"] = PollutantRemoval.Removed(given["load"], given["capacity"]) },
            ["air-capacity"] = given => new()
            {
                ["capacity"] = AirPurification.Capacity(given["extent_hectares"], given["rate"]),
            },
            ["carbon-dioxide"] = given => One(CarbonSequestration.CarbonDioxide(given["carbon"])),
            ["vegetation-carbon"] = given => Carbon(CarbonSequestration.VegetationCarbon(
                given["extent_hectares"], given["rate"], given["soil_ratio"])),
            ["wetland-carbon"] = given => Carbon(CarbonSequestration.WetlandCarbon(
                given["extent_hectares"], given["rate"])),
            ["cropland-carbon"] = given => Carbon(CarbonSequestration.CroplandCarbon(
                given["extent_hectares"], given["base"], given["nitrogen"], given["straw_share"],
                given["straw"])),
            ["oxygen"] = given => One(OxygenRelease.Oxygen(given["carbon_dioxide"])),
            ["travel-cost"] = given =>
                Price(Tourism.YuanPerVisit(given.Exact("expense"), given.Exact("hours"),
                given.Exact("wage"), given.Exact("time_share"))),
            ["value-added-share"] = given => Price(ProductSupply.YuanPerTonne(
                given.Exact("value_added"), given.Exact("share"), given.Exact("output"))),
            ["published-value"] = PublishedForest,
        };

    private static readonly string[] OtherFolders = ["indices", "published-rows", "valuation"];

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        var services = ServiceMethods.All.Select(method => method.Service.ToString()).Distinct(
            StringComparer.Ordinal);
        foreach (string path in services.Concat(OtherFolders).Where(service =>
            Directory.Exists(Path.Combine(Folder, service)))
            .SelectMany(service => Directory.EnumerateFiles(Path.Combine(Folder, service), "*.yaml")))
        {
            cases.Add(Path.GetRelativePath(Folder, path).Replace(Path.DirectorySeparatorChar, '/'));
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Example_ComputedByTheMethod_GivesTheExpectedNumbers(string path)
    {
        var problems = new ProblemList();
        var entry = YamlFile.Read(Folder, path, problems)!;
        Assert.NotNull(entry.RequireText("name", problems));
        Assert.Contains('[', entry.RequireText("source", problems)!);
        string function = entry.RequireText("function", problems)!;
        var given = new ExampleNumbers(entry.Require("input", problems)!, problems);
        var expected = new ExampleNumbers(entry.Require("expect", problems)!, problems);
        double tolerance = (double)entry.RequireDecimal("tolerance", problems)!.Value;
        entry.RefuseUnknownKeys(problems);
        Assert.Empty(problems.All);
        var actual = Functions.TryGetValue(function, out var known)
            ? known(given)
            : WorkedExampleFunctions.All[function](given);
        Assert.All(expected.Names, name =>
        {
            double difference = Math.Abs(actual[name] - expected[name]);
            Assert.True(
                difference <= tolerance * Math.Abs(expected[name]),
                $"{name}: {actual[name]:R}, not {expected[name]:R}");
        });
    }

    [Fact]
    public void Cases_OfTheServices_AreThere() => Assert.True(Cases().Count >= 130);

    private static Dictionary<string, double> WaterBalance(ExampleNumbers given)
    {
        double quantity = WaterConservation.Quantity(
            given["extent_hectares"], given["rainfall"], given["runoff_coefficient"],
            given["evapotranspiration"]);
        return new() { ["quantity"] = quantity, ["value"] = Value(quantity, given.Exact("unit_value")) };
    }

    private static Dictionary<string, double> Rusle(ExampleNumbers given) =>
        RetainedSoil(given, SoilRetention.RetainedSoil(
        given["extent_hectares"], given["erosivity"], given["erodibility"], given["slope"], given["cover"],
        given["practice"]));

    private static Dictionary<string, double> RetainedSoil(ExampleNumbers given, double soil) => new()
    {
        ["soil"] = soil,
        ["sediment"] = SoilRetention.Sediment(soil, given["sediment_share"], given["bulk_density"]),
        ["nitrogen"] = SoilRetention.Nutrient(soil, given["nitrogen_content"]),
        ["phosphorus"] = SoilRetention.Nutrient(soil, given["phosphorus_content"]),
    };

    private static Dictionary<string, double> VegetationCooling(ExampleNumbers given)
    {
        double quantity = LocalClimate.VegetationCooling(
            given["area_km2"], given["heat"], given["days"], given["performance"]);
        return new() { ["quantity"] = quantity, ["value"] = Value(quantity, given.Exact("unit_value")) };
    }

    private static Dictionary<string, double> WaterCooling(ExampleNumbers given)
    {
        double water = LocalClimate.EvaporatedWater(given["area_km2"], given["evaporation"]);
        return new()
        {
            ["water"] = water,
            ["cooling"] = LocalClimate.WaterCooling(water, given["latent_heat"], given["performance"]),
            ["humidifying"] = LocalClimate.WaterHumidifying(water, given["humidifier"], given["dry_share"]),
        };
    }

    private static Dictionary<string, double> PublishedForest(ExampleNumbers given)
    {
        decimal yuan = PublishedValue.YuanPerHectare(
            given.Exact("published_yuan"), given.Exact("published_hectares"));
        return new() { ["unit_value"] = (double)yuan, ["value"] = Value(given["extent_hectares"], yuan) };
    }

    private static Dictionary<string, double> Carbon(double carbon) =>
        new() { ["carbon"] = carbon, ["quantity"] = CarbonSequestration.CarbonDioxide(carbon) };

    private static Dictionary<string, double> One(double quantity) => new() { ["quantity"] = quantity };

    private static Dictionary<string, double> Price(decimal yuan) => new() { ["unit_value"] = (double)yuan };

    /// <summary>
    /// Through the production path: quantity of 12 digits, exact product, rounded to the fen.
    /// </summary>
    private static double Value(double quantity, decimal yuan)
    {
        var unitValue = new UnitValue("example", yuan, Unit.Of("yuan/unit"), 2019, PriceMode.Annual,
            new SourceRef("METHODS", "", Confidence.High), "");
        return (double)ServiceValue.Of(PhysicalQuantity.Of(quantity, Unit.Of("unit/a")), unitValue).Yuan;
    }
}
