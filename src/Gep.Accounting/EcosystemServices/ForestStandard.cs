using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.EcosystemServices;

/// <summary>森林生态系统服务功能评估规范 GB/T 38582-2020: its equations for soil, carbon, oxygen and air.</summary>
public static class ForestStandard
{
    /// <summary>CO₂ fixed per dry matter, and C in CO₂: 1.63 · 12/44. Source: [GEP-JAVA].</summary>
    private const double CarbonDioxidePerDryMatter = 1.63;

    /// <summary>O₂ released per dry matter. Source: [GAOTIANYAN]; a public code has 1.91 by
    /// mistake.</summary>
    private const double OxygenPerDryMatter = 1.19;

    /// <summary>Molar masses of CO₂ and C: 44 / 12.</summary>
    private const double CarbonDioxidePerCarbon = 44.0 / 12.0;

    /// <summary>1 t is 1000 kg.</summary>
    private const double KilogramsPerTonne = 1000.0;

    private const string SoilText = "G = A · (X₂ − X₁) · F";
    private const string CarbonText = "Q = A · (1.63 · B · F + 44/12 · f)";
    private const string OxygenText = "O = 1.19 · A · B · F";
    private const string AirText = "G = q · A · F / 1000";

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
        [NationalTypes.Forest, NationalTypes.Shrub];

    private static readonly ParameterNeed Correction = ParameterNeed.Of("stand-correction", "1", 0m, 10m);

    private static readonly ParameterNeed Production =
        ParameterNeed.Of("net-production", "t/(hm²·a)", 0m, 50m);

    internal static ServiceMethod SoilFixing { get; } = new(
        ServiceCode.SoilRetention, "forest-standard", $"{SoilText}; nutrient = c · G",
        new("GEP-JAVA", "soil fixing and fertility", Confidence.Medium),
        [
            ParameterNeed.Of("bare-erosion", "t/(hm²·a)", 0m, 2000m),
            ParameterNeed.Of("forest-erosion", "t/(hm²·a)", 0m, 2000m), Correction,
            ParameterNeed.Of("soil-bulk-density", "t/m³", 0.5m, 2.5m),
            ParameterNeed.Of("nitrogen-content", "1", 0m, 0.05m),
            ParameterNeed.Of("phosphorus-content", "1", 0m, 0.05m),
            ParameterNeed.Of("potassium-content", "1", 0m, 0.1m),
            ParameterNeed.Of("organic-content", "1", 0m, 0.3m),
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            Soil("earth", new("固土体积", "earth kept"), "m³/a", $"V = A · (X₂ − X₁) · F / ρ", "earthwork",
                EquationInput.Parameter("ρ", "soil-bulk-density"), (soil, density) => soil / density),
            Kept("nitrogen", new("减少氮流失量", "nitrogen kept")),
            Kept("phosphorus", new("减少磷流失量", "phosphorus kept")),
            Kept("potassium", new("减少钾流失量", "potassium kept")),
            Kept("organic", new("减少有机质流失量", "organic matter kept")),
        ]));

    internal static ServiceMethod Carbon { get; } = new(
        ServiceCode.CarbonSequestration, "photosynthesis", CarbonText,
        new("GEP-JAVA", "carbon", Confidence.Medium),
        [Production, Correction, ParameterNeed.Of("forest-soil-carbon-rate", "tC/(hm²·a)", 0m, 5m)],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("carbon-dioxide", new("固定二氧化碳量", "carbon dioxide taken up"), "t/a", CarbonText,
                "carbon-dioxide",
                [
                    EquationInput.Parameter("B", "net-production"),
                    EquationInput.Parameter("F", "stand-correction"),
                    EquationInput.Parameter("f", "forest-soil-carbon-rate"),
                ],
                (area, of) => CarbonDioxide(area, of[0], of[1], of[2])),
        ]));

    internal static ServiceMethod OxygenReleased { get; } = new(
        ServiceCode.OxygenRelease, "photosynthesis", OxygenText,
        new("GEP-JAVA", "oxygen", Confidence.Medium), [Production, Correction],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("oxygen", new("释氧量", "oxygen released"), "t/a", OxygenText, "oxygen",
                [
                    EquationInput.Parameter("B", "net-production"),
                    EquationInput.Parameter("F", "stand-correction"),
                ],
                (area, of) => Oxygen(area, of[0], of[1])),
        ]));

    internal static ServiceMethod AirCapacity { get; } = new(
        ServiceCode.AirPurification, "forest-standard", AirText,
        new("GEP-JAVA", "air", Confidence.Medium),
        [
            ParameterNeed.Of("so2-rate", "kg/(hm²·a)", 0m, 1000m),
            ParameterNeed.Of("fluoride-rate", "kg/(hm²·a)", 0m, 1000m),
            ParameterNeed.Of("nox-rate", "kg/(hm²·a)", 0m, 1000m),
            ParameterNeed.Of("dust-rate", "kg/(hm²·a)", 0m, 100_000m), Correction,
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            Air("so2", new("吸收二氧化硫", "sulphur dioxide taken up"), "sulphur-dioxide"),
            Air("fluoride", new("吸收氟化物", "fluorides taken up"), "fluoride"),
            Air("nox", new("吸收氮氧化物", "nitrogen oxides taken up"), "nitrogen-oxides"),
            Air("dust", new("滞尘", "dust held"), "dust"),
        ]));

    /// <summary>Carbon dioxide by the photosynthesis equation.</summary>
    /// <remarks>
    /// <c>Q = A · (1.63 · B · F + 44/12 · f)</c>. A [hm²]; B net production of dry matter [t/(hm²·a)]; F
    /// correction [1]; f soil [tC/(hm²·a)]; Q [tCO₂/a]. Source: [GEP-JAVA], [METHODS] §10.1.
    /// </remarks>
    public static double CarbonDioxide(
        double extentHectares, double production, double correction, double soilCarbon) =>
        extentHectares * ((CarbonDioxidePerDryMatter * production * correction)
            + (CarbonDioxidePerCarbon * soilCarbon));

    /// <summary>Oxygen by the photosynthesis equation, on the same dry matter as the carbon.</summary>
    /// <remarks><c>O = 1.19 · A · B · F</c> [t/a]. Source: [GAOTIANYAN], [METHODS] §10.1.</remarks>
    public static double Oxygen(double extentHectares, double production, double correction) =>
        OxygenPerDryMatter * extentHectares * production * correction;

    private static Equation Soil(
        string item, BilingualText label, string unit, string text, string price, EquationInput last,
        Func<double, double, double> amountOf) => new(
        item, label, unit, text, price,
        [
            EquationInput.Parameter("X₂", "bare-erosion"), EquationInput.Parameter("X₁", "forest-erosion"),
            EquationInput.Parameter("F", "stand-correction"), last,
        ],
        (area, of) => amountOf(area * (of[0] - of[1]) * of[2], of[3]));

    private static Equation Kept(string nutrient, BilingualText label) => Soil(
        nutrient, label, "t/a", "M = A · (X₂ − X₁) · F · c", $"fertiliser-{nutrient}",
        EquationInput.Parameter("c", $"{nutrient}-content"), (soil, content) => soil * content);

    private static Equation Air(string pollutant, BilingualText label, string price) => new(
        pollutant, label, "t/a", AirText, price,
        [
            EquationInput.Parameter("q", $"{pollutant}-rate"),
            EquationInput.Parameter("F", "stand-correction"),
        ],
        (area, of) => of[0] * area * of[1] / KilogramsPerTonne)
    { Flags = [AccountFlag.CapacityOnly] };
}
