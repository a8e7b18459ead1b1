using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.EcosystemServices;

/// <summary>水源涵养的其他方法: the other ways to measure the water that ecosystems keep back.</summary>
public static class WaterConservationVariants
{
    /// <summary>1 mm over 1 hm² is 10 m³.</summary>
    private const double CubicMetresPerMillimetreHectare = 10.0;

    private const string Price = "reservoir-capacity";
    private const string ForestText = "G = 10 · A · (P − ET − C) · F, C = α · P";
    private const string RainText = "Q = 10 · A · P · K · R";

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Marsh,
        NationalTypes.Orchard, NationalTypes.UrbanGreen,
    ];

    /// <summary>Water regulated by forest and, on the same water, purified: both items by design.</summary>
    internal static ServiceMethod ForestStandard { get; } = new(
        ServiceCode.WaterConservation, "forest-standard", ForestText,
        new("GEP-JAVA", "GB/T 38582", Confidence.Medium),
        [
            ParameterNeed.Of("runoff-coefficient", "1", 0m, 1m),
            ParameterNeed.Of("stand-correction", "1", 0m, 10m),
        ],
        inputs => EquationLines.OfHectares(inputs, [NationalTypes.Forest, NationalTypes.Shrub],
        [
            Forest("regulation", new("调节水量", "water regulated"), Price),
            Forest("purification", new("净化水质水量", "water purified"), "water-treatment"),
        ]));

    internal static ServiceMethod RainfallStorage { get; } = new(
        ServiceCode.WaterConservation, "rainfall-storage", RainText,
        new("GAOTIANYAN", "", Confidence.Medium),
        [
            ParameterNeed.Of("runoff-rain-share", "1", 0m, 1m),
            ParameterNeed.Of("runoff-reduction", "1", 0m, 1m),
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("water", new("降水贮存量", "rain stored"), "m³/a", RainText, Price,
                [
                    EquationInput.Statistic("P", "rainfall"),
                    EquationInput.Parameter("K", "runoff-rain-share"),
                    EquationInput.Parameter("R", "runoff-reduction"),
                ],
                (area, of) => RainStored(area, of[0], of[1], of[2])),
        ]));

    /// <summary>Only where the catchment is the accounting area. Source: [METHODS] §5 R1.</summary>
    internal static ServiceMethod WaterSupplied { get; } = new(
        ServiceCode.WaterConservation, "water-supply", "Q = UQ + (LQ − EQ) − I",
        new("METHODS", "§5 R1, from memory", Confidence.Low), [],
        inputs => EquationLines.OfSurvey(inputs, "water-used", NationalTypes.Forest,
        [
            new Equation("water", new("水量供给", "water supplied"), "m³/a", "Q = Qₛ + (LQ − EQ) − I", Price,
                [
                    EquationInput.Statistic("LQ", "water-leaving"),
                    EquationInput.Statistic("EQ", "water-entering"),
                    EquationInput.Statistic("I", "water-imported"),
                ],
                (used, of) => used + (of[0] - of[1]) - of[2]),
        ]));

    /// <summary>Water regulated by forest.</summary>
    /// <remarks>
    /// <c>G = 10 · A · (P − ET − α·P) · F</c>. A [hm²]; P, ET [mm/a]; α fast runoff, F correction [1]; G
    /// [m³/a]. Source: [GEP-JAVA], [METHODS] §10.1.
    /// </remarks>
    public static double ForestWater(
        double extentHectares, double rainfall, double evapotranspiration, double runoff,
        double correction) =>
        CubicMetresPerMillimetreHectare * extentHectares
        * (rainfall - evapotranspiration - (runoff * rainfall)) * correction;

    /// <summary>Rain that vegetation stores.</summary>
    /// <remarks>
    /// <c>Q = 10 · A · J₀ · K · R</c>. A [hm²]; J₀ rain [mm/a]; K share of rain that runs off, R reduction of
    /// runoff [1]; Q [m³/a]. Source: [GAOTIANYAN], [METHODS] §5 R1.
    /// </remarks>
    public static double RainStored(double extentHectares, double rainfall, double share, double reduction) =>
        CubicMetresPerMillimetreHectare * extentHectares * rainfall * share * reduction;

    private static Equation Forest(string item, Problems.BilingualText label, string price) => new(
        item, label, "m³/a", ForestText, price,
        [
            EquationInput.Statistic("P", "rainfall"),
            EquationInput.TypeStatistic("ET", "evapotranspiration"),
            EquationInput.Parameter("α", "runoff-coefficient"),
            EquationInput.Parameter("F", "stand-correction"),
        ],
        (area, of) => ForestWater(area, of[0], of[1], of[2], of[3]));
}
