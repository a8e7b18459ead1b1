using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>固碳: carbon dioxide that ecosystems take up, by yearly rates.</summary>
public static class CarbonSequestration
{
    /// <summary>Molar masses of CO₂ and C: 44 / 12.</summary>
    private const double CarbonDioxidePerCarbon = 44.0 / 12.0;

    /// <summary>1 g/m² over 1 hm² is 0.01 t.</summary>
    private const double TonnesPerGramHectare = 1e-2;

    /// <summary>1 t is 1000 kg.</summary>
    private const double KilogramsPerTonne = 1000.0;

    /// <summary>
    /// Nitrogen regression of southern cropland: kgC per kg N. Source: [METHODS] §5 R8, from memory.
    /// </summary>
    private const double CarbonPerNitrogen = 1.5339;

    /// <summary>Nitrogen regression of southern cropland: intercept [kgC/(hm²·a)].</summary>
    private const double NitrogenIntercept = -266.7;

    /// <summary>Straw regression of southern cropland: kgC per t of straw.</summary>
    private const double CarbonPerStraw = 43.548;

    /// <summary>Straw regression of southern cropland: intercept [kgC/(hm²·a)].</summary>
    private const double StrawIntercept = 375.1;

    private const string VegetationEquation = "Q = 44/12 · A · r · (1 + β)";
    private const string WetlandEquation = "Q = 44/12 · A · w / 100";
    private const string CroplandEquation =
        "Q = 44/12 · A · (b + max(0, 1.5339·N − 266.7) + p·(43.548·S + 375.1)) / 1000";

    private static readonly ImmutableArray<EcosystemTypeCode> VegetationTypes =
        [NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.UrbanGreen];

    private static readonly ImmutableArray<EcosystemTypeCode> WetlandTypes =
        [NationalTypes.Lake, NationalTypes.Reservoir, NationalTypes.Pond, NationalTypes.Marsh];

    private static readonly ImmutableArray<ParameterNeed> Parameters =
    [
        ParameterNeed.Of("vegetation-carbon-rate", "tC/(hm²·a)", 0m, 10m),
        ParameterNeed.Of("soil-carbon-ratio", "1", 0m, 3m),
        ParameterNeed.Of("wetland-carbon-rate", "gC/(m²·a)", 0m, 1000m),
        ParameterNeed.Of("cropland-base-carbon-rate", "kgC/(hm²·a)", -1000m, 1000m),
        ParameterNeed.Of("nitrogen-fertiliser", "kg/(hm²·a)", 0m, 1000m),
        ParameterNeed.Of("straw-yield", "t/(hm²·a)", 0m, 50m),
        ParameterNeed.Of("straw-return-share", "1", 0m, 1m),
    ];

    internal static ServiceMethod Rates { get; } = new(
        ServiceCode.CarbonSequestration, "sequestration-rate",
        $"vegetation {VegetationEquation}; wetland {WetlandEquation}; cropland {CroplandEquation}",
        new("XUANNV", "GB/T 46869 A.7, rate method", Confidence.Medium),
        Parameters,
        inputs => CarbonDioxideOf(inputs).Select(one => new ServiceQuantity(
            one.Extent.District, "carbon-dioxide", one.Extent.Type, one.Extent.Area, one.Amount,
            "carbon-dioxide")));

    /// <summary>Carbon dioxide of a mass of carbon.</summary>
    /// <remarks><c>Q = 44/12 · C</c>, both [t]. Source: [METHODS] §3.4.</remarks>
    public static double CarbonDioxide(double carbonTonnes) => CarbonDioxidePerCarbon * carbonTonnes;

    /// <summary>Carbon that vegetation and its soil take up.</summary>
    /// <remarks>
    /// <c>C = A · r · (1 + β)</c>. A [hm²]; r rate of the vegetation [tC/(hm²·a)]; β soil to vegetation [1];
    /// C [t/a]. Source: [METHODS] §5 R8 method 2.
    /// </remarks>
    public static double VegetationCarbon(double extentHectares, double rate, double soilRatio) =>
        extentHectares * rate * (1.0 + soilRatio);

    /// <summary>Carbon that wetland sediments take up.</summary>
    /// <remarks>
    /// <c>C = A · w / 100</c>. A [hm²]; w [gC/(m²·a)]; C [t/a]. Source: [METHODS] §5 R8 method 2.
    /// </remarks>
    public static double WetlandCarbon(double extentHectares, double rate) =>
        extentHectares * rate * TonnesPerGramHectare;

    /// <summary>Carbon that cropland soils take up in southern China.</summary>
    /// <remarks>
    /// <c>C = A · (b + max(0, 1.5339·N − 266.7) + p·(43.548·S + 375.1)) / 1000</c>. A [hm²]; b base
    /// [kgC/(hm²·a)]; N fertiliser [kg/(hm²·a)]; p share of straw returned [1]; S straw [t/(hm²·a)]; C [t/a].
    /// Fertiliser below the regression's zero is no loss. Source: [METHODS] §5 R8 method 2, from memory.
    /// </remarks>
    public static double CroplandCarbon(
        double extentHectares, double baseRate, double nitrogen, double strawShare, double straw) =>
        extentHectares
        * (baseRate
            + Math.Max(0.0, (CarbonPerNitrogen * nitrogen) + NitrogenIntercept)
            + (strawShare * ((CarbonPerStraw * straw) + StrawIntercept)))
        / KilogramsPerTonne;

    /// <summary>The parameters of the rate method, for methods built on it.</summary>
    internal static ImmutableArray<ParameterNeed> RateParameters => Parameters;

    /// <summary>Carbon dioxide taken up per extent, by district and type.</summary>
    internal static IEnumerable<(EcosystemExtent Extent, TracedNumber Amount)> CarbonDioxideOf(
        ServiceInputs inputs)
    {
        foreach (var extent in inputs.Of([.. VegetationTypes, .. WetlandTypes, NationalTypes.Cropland]))
        {
            var area = TracedNumber.OfExtent("A", extent.Area, "hm²", extent.Area.Hectares);
            var amount = VegetationTypes.Contains(extent.Type.Level1) ? OfVegetation(inputs, extent, area)
                : extent.Type.Level1 == NationalTypes.Cropland ? OfCropland(inputs, extent, area)
                : OfWetland(inputs, extent, area);
            if (amount is not null) yield return (extent, amount);
        }
    }

    private static TracedNumber? OfVegetation(ServiceInputs inputs, EcosystemExtent extent, TracedNumber area)
    {
        var rate = inputs.Parameter("r", "vegetation-carbon-rate", extent.District, extent.Type);
        var ratio = inputs.Parameter("β", "soil-carbon-ratio", extent.District, extent.Type);
        if (rate is null || ratio is null) return null;
        double carbon = VegetationCarbon(area.Amount, rate.Amount, ratio.Amount);
        return Taken(carbon, VegetationEquation, area, rate, ratio);
    }

    private static TracedNumber? OfWetland(ServiceInputs inputs, EcosystemExtent extent, TracedNumber area)
    {
        var rate = inputs.Parameter("w", "wetland-carbon-rate", extent.District, extent.Type);
        return rate is null
            ? null
            : Taken(WetlandCarbon(area.Amount, rate.Amount), WetlandEquation, area, rate);
    }

    private static TracedNumber? OfCropland(ServiceInputs inputs, EcosystemExtent extent, TracedNumber area)
    {
        var bare = inputs.Parameter("b", "cropland-base-carbon-rate", extent.District, extent.Type);
        var nitrogen = inputs.Parameter("N", "nitrogen-fertiliser", extent.District, extent.Type);
        var share = inputs.Parameter("p", "straw-return-share", extent.District, extent.Type);
        var straw = inputs.Parameter("S", "straw-yield", extent.District, extent.Type);
        if (bare is null || nitrogen is null || share is null || straw is null) return null;
        double carbon = CroplandCarbon(area.Amount, bare.Amount, nitrogen.Amount, share.Amount, straw.Amount);
        return Taken(carbon, CroplandEquation, area, bare, nitrogen, share, straw);
    }

    private static TracedNumber Taken(double carbon, string equation, params TracedNumber[] from) =>
        TracedNumber.Computed("Q", new BilingualText("固定二氧化碳量", "carbon dioxide taken up"),
            CarbonDioxide(carbon), "t/a", equation, from);
}
