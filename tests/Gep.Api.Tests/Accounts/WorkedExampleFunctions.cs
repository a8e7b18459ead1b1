using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Measures;
using Gep.Accounting.Valuation;

namespace Gep.Api.Tests.Accounts;

/// <summary>Functions of sub-models, indices and assets that worked examples name.</summary>
internal static class WorkedExampleFunctions
{
    public static Dictionary<string, Func<ExampleNumbers, Dictionary<string, double>>> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["sum"] = given => One(given.Starting("part").Sum()),
            ["product"] = given => One(given.Starting("factor").Aggregate(1.0, (a, b) => a * b)),
            ["ratio"] = given => One(given["numerator"] / given["denominator"]),
            ["sum-of-products"] = given =>
                One(given.Starting("a").Zip(given.Starting("b"), (a, b) => a * b).Sum()),
            ["erodibility"] = Erodibility,
            ["half-month"] = HalfMonth,
            ["census-half-month"] = given => new()
            {
                ["warm"] = RainfallErosivity.CensusHalfMonth(given.Starting("day"), 7),
                ["cold"] = RainfallErosivity.CensusHalfMonth(given.Starting("day"), 1),
            },
            ["monthly-erosivity"] = MonthlyErosivity,
            ["slope"] = given => new()
            {
                ["exponent"] = SlopeFactor.LengthExponent(given["degrees"]),
                ["length"] = SlopeFactor.Length(given["degrees"], given["metres"]),
                ["steepness"] = SlopeFactor.Steepness(given["degrees"]),
                ["both"] = SlopeFactor.LengthAndSteepness(given["degrees"], given["metres"]),
            },
            ["steepness"] = given => One(SlopeFactor.Steepness(
                given["degrees"], given["gentle_below"], given["steep_from"])),
            ["cover"] = given => One(CoverFactor.OfCover(given["cover"])),
            ["ions"] = Ions,
            ["wind-cover"] = given => One(SandFixation.WindCover(given["ndvi"])),
            ["simple-sand"] = given => One(SandFixation.SimpleSand(
                given["factors"], SandFixation.WindCover(given["ndvi"]))),
            ["sand-land"] = given => One(
                SandFixation.LandKept(given["sand"], given["density"], given["depth"])),
            ["shannon"] = given => new()
            {
                ["natural"] = SpeciesConservation.Shannon(given.Starting("share"), Math.E),
                ["binary"] = SpeciesConservation.Shannon(given.Starting("share"), 2),
            },
            ["shannon-class"] = given => One(SpeciesConservation.YuanPerHectare(given["index"])),
            ["annuity"] = given => new()
            {
                ["end"] = NetPresentValue.Annuity(given["rate"], (int)given["years"]),
                ["due"] = NetPresentValue.AnnuityDue(given["rate"], (int)given["years"]),
            },
            ["grain-equivalent"] = given => One(
                (double)EquivalentValue.GrainEquivalent(given.Exact("yield"), given.Exact("price"))),
            ["equivalent-value"] = given => One(
                EquivalentValue.YuanPerHectare(given["factor"], given["standard"])),
            ["mu"] = given => One(Area.FromHectares(given["hectares"]).Mu),
            ["index"] = Index,
            ["shapley"] = given =>
            {
                var effects = ShapleyEffects.Of([.. given.Starting("x")], [.. given.Starting("y")]);
                return effects.Select((effect, i) => (effect, i))
                    .ToDictionary(one => $"effect{one.i + 1}", one => one.effect);
            },
            ["forest-water"] = given => One(WaterConservationVariants.ForestWater(
                given["extent_hectares"], given["rainfall"], given["evapotranspiration"], given["runoff"],
                given["correction"])),
            ["rain-stored"] = given => One(WaterConservationVariants.RainStored(
                given["extent_hectares"], given["rainfall"], given["share"], given["reduction"])),
            ["forest-carbon"] = given => One(ForestStandard.CarbonDioxide(
                given["extent_hectares"], given["production"], given["correction"], given["soil_carbon"])),
            ["forest-oxygen"] = given => One(ForestStandard.Oxygen(
                given["extent_hectares"], given["production"], given["correction"])),
            ["vegetation-storage"] = given => One(FloodVariants.VegetationStorage(
                given["extent_hectares"], given["storm_rain"], given["slope"], given["intercept"])),
            ["respiration"] = given => One(CarbonVariants.MonthlyRespiration(
                given["temperature"], given["rainfall"])),
        };

    private static Dictionary<string, double> Erodibility(ExampleNumbers given)
    {
        double sand = given["sand"], silt = given["silt"], clay = given["clay"], carbon = given["carbon"];
        double epic = SoilErodibility.Epic(sand, silt, clay, carbon);
        return new()
        {
            ["sand_term"] = SoilErodibility.SandTerm(sand, silt),
            ["silt_term"] = SoilErodibility.SiltTerm(silt, clay),
            ["carbon_term"] = SoilErodibility.CarbonTerm(carbon),
            ["fine_term"] = SoilErodibility.FineTerm(sand),
            ["epic"] = epic,
            ["metric"] = SoilErodibility.Metric(epic),
            ["corrected"] = SoilErodibility.Corrected(epic),
        };
    }

    private static Dictionary<string, double> HalfMonth(ExampleNumbers given)
    {
        double exponent = RainfallErosivity.HalfMonthExponent(given["mean_day"], given["mean_year"]);
        return new()
        {
            ["beta"] = exponent,
            ["alpha"] = RainfallErosivity.HalfMonthCoefficient(exponent),
            ["erosivity"] = RainfallErosivity.HalfMonth(
                given.Starting("rain"), given["mean_day"], given["mean_year"]),
        };
    }

    private static Dictionary<string, double> MonthlyErosivity(ExampleNumbers given)
    {
        double[] months = given.Starting("month");
        double wischmeier = RainfallErosivity.WischmeierMonthly(months);
        double fournier = RainfallErosivity.FournierIndex(months);
        return new()
        {
            ["wischmeier"] = wischmeier,
            ["wischmeier_metric"] = wischmeier * RainfallErosivity.UnitedStatesToMetric,
            ["fournier"] = fournier,
            ["from_fournier"] = RainfallErosivity.FromFournier(fournier),
        };
    }

    private static Dictionary<string, double> Ions(ExampleNumbers given)
    {
        double counted = NegativeAirIons.IonsAboveThreshold(
            given["extent_hectares"], given["height"], given["concentration"], 1, given["lifetime"]);
        return new()
        {
            ["ions"] = NegativeAirIons.Ions(
                given["extent_hectares"], given["height"], given["concentration"], 1, given["lifetime"]),
            ["value"] = counted * given["unit_value"],
        };
    }

    private static Dictionary<string, double> Index(ExampleNumbers given)
    {
        double[] q0 = given.Starting("q0"), p0 = given.Starting("p0");
        double[] q1 = given.Starting("q1"), p1 = given.Starting("p1");
        var index = PriceQuantityIndex.Find(
            [.. Enumerable.Range(0, q0.Length).Select(i => (q0[i], p0[i], q1[i], p1[i]))])!;
        return new()
        {
            ["laspeyres_quantity"] = index.LaspeyresQuantity,
            ["paasche_quantity"] = index.PaascheQuantity,
            ["laspeyres_price"] = index.LaspeyresPrice,
            ["paasche_price"] = index.PaaschePrice,
            ["fisher_quantity"] = index.FisherQuantity,
            ["fisher_price"] = index.FisherPrice,
        };
    }

    private static Dictionary<string, double> One(double quantity) => new() { ["quantity"] = quantity };
}
