using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>物种保育: habitat valued by the class of its Shannon index. R14.</summary>
public static class SpeciesConservation
{
    private static readonly ImmutableArray<EcosystemTypeCode> Types = [NationalTypes.Forest];

    /// <summary>
    /// Yuan per hm² and year of classes of the index: below 1, 1 to 2, … , 6 and above. Source: [METHODS] §5
    /// R14, consistent with [ALTAY].
    /// </summary>
    private static readonly ImmutableArray<double> ClassYuan =
        [3000, 5000, 10_000, 20_000, 30_000, 40_000, 50_000];

    internal static ServiceMethod ShannonClass { get; } = new(
        ServiceCode.SpeciesConservation, "shannon-class", "Q = A · S(H′) / S(< 1)",
        new("METHODS", "§5 R14", Parameters.Confidence.Low),
        [ParameterNeed.Of("shannon-index", "1", 0m, 10m)],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("habitat", new("物种保育面积（按最低等级折算）", "habitat in hectares of the lowest class"),
                "hm²/a", "Q = A · S(H′) / S(< 1)", "species-habitat",
                [EquationInput.Parameter("H′", "shannon-index")],
                (area, of) => area * YuanPerHectare(of[0]) / ClassYuan[0]),
        ]));

    /// <summary>What a hectare of a class of the index is worth in a year.</summary>
    /// <remarks>S [yuan/(hm²·a)], prices of 2005. Lower bounds belong to the class. Source: [METHODS] §5
    /// R14.</remarks>
    public static double YuanPerHectare(double shannonIndex) =>
        ClassYuan[Math.Clamp((int)Math.Floor(shannonIndex), 0, ClassYuan.Length - 1)];

    /// <summary>Shannon–Wiener index of the shares of species.</summary>
    /// <remarks>
    /// <c>H′ = −Σ pᵢ · log(pᵢ)</c> [1]; the base of the logarithm is e or 2, and must be stated. Shares of
    /// zero add nothing. Source: [METHODS] §5 R14.
    /// </remarks>
    public static double Shannon(IEnumerable<double> shares, double logarithmBase) =>
        -shares.Where(share => share > 0).Sum(share => share * Math.Log(share)) / Math.Log(logarithmBase);
}
