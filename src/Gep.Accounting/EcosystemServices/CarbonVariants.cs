using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>固碳的其他方法: net ecosystem production and change of biomass. Source: [XUANNV] A.7.</summary>
public static class CarbonVariants
{
    /// <summary>1 g/m² over 1 hm² is 0.01 t.</summary>
    private const double TonnesPerGramHectare = 1e-2;

    /// <summary>Days of a month in the respiration equation.</summary>
    private const double MonthDays = 30.0;

    /// <summary>Heterotrophic share of soil respiration.</summary>
    private const double HeterotrophicShare = 0.465;

    private const string NetText = "Q = 44/12 · A · (NPP − RS) / 100";
    private const string BiomassText = "Q = 44/12 · A · c · (B₂ − B₁) / n";

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Cropland,
        NationalTypes.UrbanGreen, NationalTypes.Marsh,
    ];

    internal static ServiceMethod NetProduction { get; } = new(
        ServiceCode.CarbonSequestration, "net-ecosystem-production", NetText,
        new("XUANNV", "GB/T 46869 A.7, NEP", Confidence.Medium),
        [
            ParameterNeed.Of("net-primary-production", "gC/(m²·a)", 0m, 3000m),
            ParameterNeed.Of("soil-respiration", "gC/(m²·a)", 0m, 3000m),
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("carbon-dioxide", new("固定二氧化碳量", "carbon dioxide taken up"), "t/a", NetText,
                "carbon-dioxide",
                [
                    EquationInput.Parameter("NPP", "net-primary-production"),
                    EquationInput.Parameter("RS", "soil-respiration"),
                ],
                (area, of) => CarbonSequestration.CarbonDioxide(
                    NetEcosystemCarbon(area, of[0], of[1]))),
        ]));

    /// <summary>Net production less the respiration that the weather of each month gives.</summary>
    internal static ServiceMethod NetProductionOfMonths { get; } = new(
        ServiceCode.CarbonSequestration, "net-ecosystem-production-monthly",
        $"{NetText}; RS = Σ 0.22 · (e^(0.0912·T) + ln(0.3145·P + 1)) · 30 · 46.5 %",
        new("XUANNV", "GB/T 46869 A.7, NEP; respiration from memory", Confidence.Low),
        [ParameterNeed.Of("net-primary-production", "gC/(m²·a)", 0m, 3000m)],
        OfMonths);

    internal static ServiceMethod BiomassChange { get; } = new(
        ServiceCode.CarbonSequestration, "biomass-change", BiomassText,
        new("XUANNV", "GB/T 46869 A.7, biomass", Confidence.Medium),
        [
            ParameterNeed.Of("biomass-carbon-content", "1", 0m, 1m),
            ParameterNeed.Of("closing-biomass", "t/hm²", 0m, 2000m),
            ParameterNeed.Of("opening-biomass", "t/hm²", 0m, 2000m),
            ParameterNeed.Of("years-between", "a", 1m, 50m),
        ],
        inputs => EquationLines.OfHectares(inputs, [NationalTypes.Forest, NationalTypes.Shrub],
        [
            new Equation("carbon-dioxide", new("固定二氧化碳量", "carbon dioxide taken up"), "t/a", BiomassText,
                "carbon-dioxide",
                [
                    EquationInput.Parameter("c", "biomass-carbon-content"),
                    EquationInput.Parameter("B₂", "closing-biomass"),
                    EquationInput.Parameter("B₁", "opening-biomass"),
                    EquationInput.Parameter("n", "years-between"),
                ],
                (area, of) => CarbonSequestration.CarbonDioxide(
                    area * of[0] * (of[1] - of[2]) / of[3])),
        ]));

    private static IEnumerable<ServiceQuantity> OfMonths(ServiceInputs inputs)
    {
        foreach (var district in inputs.Extents.Districts.Select(one => one.District))
        {
            var extents = inputs.Of(district, Types).ToImmutableArray();
            if (extents.IsEmpty) continue;
            if (WeatherSeries.Respiration(inputs, district) is not { } respiration) continue;
            foreach (var extent in extents)
            {
                var production = inputs.Parameter("NPP", "net-primary-production", district, extent.Type);
                if (production is null) continue;
                var area = TracedNumber.OfExtent("A", extent.Area, "hm²", extent.Area.Hectares);
                yield return new ServiceQuantity(
                    district, "carbon-dioxide", extent.Type, extent.Area,
                    TracedNumber.Computed("Q", new("固定二氧化碳量", "carbon dioxide taken up"),
                        CarbonSequestration.CarbonDioxide(
                            NetEcosystemCarbon(area.Amount, production.Amount, respiration.Amount)),
                        "t/a", NetText, area, production, respiration),
                    "carbon-dioxide");
            }
        }
    }

    /// <summary>Carbon of net ecosystem production.</summary>
    /// <remarks>
    /// <c>C = A · (NPP − RS) / 100</c>. A [hm²]; NPP, RS [gC/(m²·a)]; C [t/a]. Source: [METHODS] §5 R8.
    /// </remarks>
    public static double NetEcosystemCarbon(
        double extentHectares, double netPrimaryProduction, double respiration) =>
        extentHectares * (netPrimaryProduction - respiration) * TonnesPerGramHectare;

    /// <summary>Heterotrophic respiration of a month.</summary>
    /// <remarks>
    /// <c>RS = 0.22 · (e^(0.0912·T) + ln(0.3145·R + 1)) · 30 · 46.5 %</c>. T [°C]; R rain of the month [mm];
    /// RS [gC/m²]. Source: [METHODS] §5 R8, from memory.
    /// </remarks>
    public static double MonthlyRespiration(double temperature, double rainfall) =>
        0.22 * (Math.Exp(0.0912 * temperature) + Math.Log((0.3145 * rainfall) + 1.0))
        * MonthDays * HeterotrophicShare;
}
