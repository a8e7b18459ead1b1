using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>防风固沙: sand that vegetation keeps from the wind (RWEQ). R3; not applicable in Wuhan.</summary>
public static class SandFixation
{
    private const double SimpleFactor = 0.1699;
    private const double SimpleExponent = 1.3711;
    private const double MaximumFactor = 109.8;
    private const double LengthFactor = 150.71;
    private const double LengthExponent = -0.3711;
    private const double CoverFactor = -5.614;
    private const double CoverExponent = 0.7366;

    /// <summary>1 kg/m² over 1 hm² is 10 t.</summary>
    private const double TonnesPerKilogramHectare = 10.0;

    private const string AreaEquation = "S = SF / (ρ · h)";

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
        [NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Cropland];

    private static readonly ImmutableArray<ParameterNeed> SandBed =
    [
        ParameterNeed.Of("sand-bulk-density", "t/m³", 0.5m, 2.5m),
        ParameterNeed.Of("sand-depth", "m", 0.01m, 1m),
    ];

    internal static ServiceMethod SimpleRweq { get; } = new(
        ServiceCode.SandFixation, "rweq-simple",
        $"SF = 10 · A · 0.1699 · (W·EF·SCF·K)^1.3711 · (1 − C^1.3711); {AreaEquation}",
        new("RWEQ-PY", "", Parameters.Confidence.Low),
        [
            ParameterNeed.Of("weather-factor", "kg/m", 0m, 10_000m),
            ParameterNeed.Of("erodible-fraction", "1", 0m, 1m),
            ParameterNeed.Of("soil-crust-factor", "1", 0m, 1m),
            ParameterNeed.Of("roughness-factor", "1", 0m, 1m),
            ParameterNeed.Of("wind-cover-factor", "1", 0m, 1m),
            .. SandBed,
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("sand", new("防风固沙面积", "land kept from sand"), "m²/a",
                $"S = SF / (ρ · h), SF = 10 · A · 0.1699 · (W·EF·SCF·K)^1.3711 · (1 − C^1.3711)",
                "sand-land-treatment",
                [
                    EquationInput.Parameter("W", "weather-factor"),
                    EquationInput.Parameter("EF", "erodible-fraction"),
                    EquationInput.Parameter("SCF", "soil-crust-factor"),
                    EquationInput.Parameter("K", "roughness-factor"),
                    EquationInput.Parameter("C", "wind-cover-factor"),
                    EquationInput.Parameter("ρ", "sand-bulk-density"),
                    EquationInput.Parameter("h", "sand-depth"),
                ],
                (area, of) => LandKept(
                    TonnesPerKilogramHectare * area * SimpleSand(of[0] * of[1] * of[2] * of[3], of[4]),
                    of[5], of[6])),
        ]));

    internal static ServiceMethod Surveyed { get; } = new(
        ServiceCode.SandFixation, "surveyed", $"{AreaEquation}, SF as surveyed",
        new("GARZE", "sand fixation", Parameters.Confidence.Medium), SandBed,
        inputs => EquationLines.OfSurvey(inputs, "sand-fixed", NationalTypes.Grassland,
        [
            new Equation("sand", new("防风固沙面积", "land kept from sand"), "m²/a", AreaEquation,
                "sand-land-treatment",
                [
                    EquationInput.Parameter("ρ", "sand-bulk-density"),
                    EquationInput.Parameter("h", "sand-depth"),
                ],
                (sand, of) => LandKept(sand, of[0], of[1])),
        ]));

    /// <summary>Land kept free of a layer of sand.</summary>
    /// <remarks>
    /// <c>S = SF / (ρ · h)</c>. SF sand [t/a]; ρ [t/m³]; h thickness [m]; S [m²/a]. Source: [GARZE],
    /// [METHODS] §5 R3.
    /// </remarks>
    public static double LandKept(double sandTonnes, double bulkDensity, double depthMetres) =>
        sandTonnes / (bulkDensity * depthMetres);

    /// <summary>Cover factor of wind erosion.</summary>
    /// <remarks><c>C = exp(−5.614 · NDVI^0.7366)</c> [1]. Source: [RWEQ-PY].</remarks>
    public static double WindCover(double vegetationIndex) =>
        Math.Exp(CoverFactor * Math.Pow(vegetationIndex, CoverExponent));

    /// <summary>Sand fixed by the simplified equation.</summary>
    /// <remarks>
    /// <c>SF = 0.1699 · X^1.3711 · (1 − C^1.3711)</c>. X product of weather, erodible fraction, crust and
    /// roughness [kg/m]; C cover [1]; SF [kg/(m²·a)]. Source: [RWEQ-PY], [METHODS] §5 R3.
    /// </remarks>
    public static double SimpleSand(double factors, double cover) =>
        SimpleFactor * Math.Pow(factors, SimpleExponent) * (1.0 - Math.Pow(cover, SimpleExponent));

    /// <summary>Wind erosion at a distance by the full equation.</summary>
    /// <remarks>
    /// <c>S = (2z / s²) · Qₘ · exp(−(z / s)²)</c>, <c>Qₘ = 109.8 · X · C</c>, <c>s = 150.71 · (X ·
    /// C)^−0.3711</c>. z distance [m]; S [kg/m²]. Sand fixed is S without cover less S with it. Source:
    /// [RWEQ-A], [METHODS] §5 R3.
    /// </remarks>
    public static double WindErosion(double factors, double cover, double distanceMetres)
    {
        double most = MaximumFactor * factors * cover;
        double length = LengthFactor * Math.Pow(factors * cover, LengthExponent);
        double ratio = distanceMetres / length;
        return 2.0 * distanceMetres / (length * length) * most * Math.Exp(-ratio * ratio);
    }
}
