using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>负氧离子: negative air ions above the threshold of health. R12.</summary>
public static class NegativeAirIons
{
    /// <summary>525 600 minutes of a year × 10⁴ m² of a hm² × 10⁶ cm³ of a m³.</summary>
    private const double CubicCentimetreMinutesPerHectareMetre = 5.256e15;

    /// <summary>Quantities are counted in 10¹⁸ ions, because one ion costs 5.8185·10⁻¹⁸ yuan.</summary>
    private const double IonsPerQuintillion = 1e18;

    /// <summary>Below this concentration [1/cm³] ions do no good. Source: [GEP-JAVA].</summary>
    private const double Threshold = 600.0;

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
        [NationalTypes.Forest, NationalTypes.Shrub];

    internal static ServiceMethod AboveThreshold { get; } = new(
        ServiceCode.NegativeAirIons, "above-threshold",
        "G = 5.256·10¹⁵ · A · H · max(0, Q − 600) · F / L", new("GEP-JAVA", "", Parameters.Confidence.Medium),
        [
            ParameterNeed.Of("stand-height", "m", 0m, 60m),
            ParameterNeed.Of("ion-concentration", "1/cm³", 0m, 100_000m),
            ParameterNeed.Of("stand-correction", "1", 0m, 10m),
            ParameterNeed.Of("ion-lifetime", "min", 1m, 1000m),
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("ions", new("提供负离子数（超过阈值）", "ions above the threshold"), "10¹⁸ ion/a",
                "G = 5.256·10⁻³ · A · H · max(0, Q − 600) · F / L", "negative-ion",
                [
                    EquationInput.Parameter("H", "stand-height"),
                    EquationInput.Parameter("Q", "ion-concentration"),
                    EquationInput.Parameter("F", "stand-correction"),
                    EquationInput.Parameter("L", "ion-lifetime"),
                ],
                (area, of) => IonsAboveThreshold(area, of[0], of[1], of[2], of[3]) / IonsPerQuintillion),
        ]));

    /// <summary>Ions a stand provides in a year.</summary>
    /// <remarks>
    /// <c>G = 5.256·10¹⁵ · A · H · Q · F / L</c>. A [hm²]; H height [m]; Q [1/cm³]; F correction [1]; L
    /// lifetime [min]; G [1/a]. Source: [GEP-JAVA], [METHODS] §5 R12.
    /// </remarks>
    public static double Ions(
        double extentHectares, double height, double concentration, double correction, double lifetime) =>
        CubicCentimetreMinutesPerHectareMetre * extentHectares * height * concentration * correction
        / lifetime;

    /// <summary>Ions of a stand that count: those above 600 per cm³.</summary>
    /// <remarks>
    /// As <see cref="Ions"/> with <c>max(0, Q − 600)</c>. Source: [GEP-JAVA], [METHODS] §5 R12.
    /// </remarks>
    public static double IonsAboveThreshold(
        double extentHectares, double height, double concentration, double correction, double lifetime) =>
        Ions(extentHectares, height, Math.Max(0.0, concentration - Threshold), correction, lifetime);
}
