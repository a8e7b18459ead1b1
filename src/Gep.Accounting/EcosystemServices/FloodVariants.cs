using System.Collections.Immutable;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.EcosystemServices;

/// <summary>洪水调蓄的可选部分: vegetation and ponds, added to lakes, reservoirs and marshes on request.</summary>
public static class FloodVariants
{
    /// <summary>1 mm over 1 hm² is 10 m³.</summary>
    private const double CubicMetresPerMillimetreHectare = 10.0;

    /// <summary>1 m over 1 hm² is 10⁴ m³.</summary>
    private const double CubicMetresPerMetreHectare = 1e4;

    private const string Price = "reservoir-capacity";
    private const string VegetationText = "C = 10 · A · (P − min(P, max(0, a · ln P + b)))";
    private const string PondText = "C = 10⁴ · A · h";

    private static readonly ImmutableArray<ParameterNeed> VegetationNeeds =
    [
        ParameterNeed.Of("storm-runoff-slope", "mm", 0m, 100m),
        ParameterNeed.Of("storm-runoff-intercept", "mm", -500m, 500m),
    ];

    private static readonly ParameterNeed PondNeed = ParameterNeed.Of("pond-freeboard", "m", 0m, 3m);

    internal static ServiceMethod WithVegetation { get; } = Extended(
        "storage-with-vegetation", VegetationText, VegetationNeeds, Vegetation);

    internal static ServiceMethod WithPonds { get; } = Extended(
        "storage-with-ponds", PondText, [PondNeed], Ponds);

    internal static ServiceMethod WithBoth { get; } = Extended(
        "storage-with-vegetation-and-ponds", $"{VegetationText}; ponds {PondText}",
        [.. VegetationNeeds, PondNeed], inputs => Vegetation(inputs).Concat(Ponds(inputs)));

    /// <summary>Storm water that vegetation holds.</summary>
    /// <remarks>
    /// <c>C = 10 · A · (P − R)</c>, <c>R = a · ln P + b</c> within 0…P. A [hm²]; P rain of days of at least
    /// 50 mm [mm/a]; R storm runoff [mm/a]; C [m³/a]. Source: [METHODS] §5 R5, from memory.
    /// </remarks>
    public static double VegetationStorage(
        double extentHectares, double stormRain, double slope, double intercept)
    {
        if (stormRain <= 0) return 0.0;
        double runoff = Math.Clamp((slope * Math.Log(stormRain)) + intercept, 0.0, stormRain);
        return CubicMetresPerMillimetreHectare * extentHectares * (stormRain - runoff);
    }

    private static IEnumerable<ServiceQuantity> Vegetation(ServiceInputs inputs) => EquationLines.OfHectares(
        inputs, [NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland],
        [
            new Equation("vegetation-storage", new("植被调蓄量", "storm water held by vegetation"), "m³/a",
                VegetationText, Price,
                [
                    EquationInput.Statistic("P", "storm-rainfall"),
                    EquationInput.Parameter("a", "storm-runoff-slope"),
                    EquationInput.Parameter("b", "storm-runoff-intercept"),
                ],
                (area, of) => VegetationStorage(area, of[0], of[1], of[2])),
        ]);

    private static IEnumerable<ServiceQuantity> Ponds(ServiceInputs inputs) => EquationLines.OfHectares(
        inputs, [NationalTypes.Pond],
        [
            new Equation("pond-storage", new("坑塘调蓄量", "flood storage of ponds"), "m³/a", PondText, Price,
                [EquationInput.Parameter("h", "pond-freeboard")],
                (area, of) => CubicMetresPerMetreHectare * area * of[0]),
        ]);

    private static ServiceMethod Extended(
        string name, string text, ImmutableArray<ParameterNeed> needs,
        Func<ServiceInputs, IEnumerable<ServiceQuantity>> added) => FloodMitigation.Storage with
        {
            Name = name,
            Equation = $"{FloodMitigation.Storage.Equation}; {text}",
            Source = new("METHODS", "§5 R5", Confidence.Low),
            Parameters = [.. FloodMitigation.Storage.Parameters, .. needs],
            Quantities = inputs => FloodMitigation.Storage.Quantities(inputs).Concat(added(inputs)),
        };
}
