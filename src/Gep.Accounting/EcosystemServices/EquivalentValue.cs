using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.EcosystemServices;

/// <summary>
/// 当量因子法: value per hectare as multiples of one standard equivalent of cropland. It holds supporting
/// services, so the result is an ESV and never a GEP.
/// </summary>
public static class EquivalentValue
{
    /// <summary>Of the value of an average grain yield, one seventh is the standard equivalent.</summary>
    private const decimal GrainYields = 7m;

    /// <summary>A desert has less than 2, open water 126.</summary>
    private const decimal FactorMost = 200m;

    /// <summary>Paddy takes more water than it supplies: −2.63.</summary>
    private const decimal FactorLeast = -10m;

    private static readonly ImmutableArray<(string Item, BilingualText Label)> Items =
    [
        ("food", new("食物生产", "food production")),
        ("raw-material", new("原料生产", "raw material")),
        ("water", new("水资源供给", "water supply")),
        ("gas", new("气体调节", "gas regulation")),
        ("climate", new("气候调节", "climate regulation")),
        ("environment", new("净化环境", "purification")),
        ("hydrology", new("水文调节", "hydrological regulation")),
        ("soil", new("土壤保持", "soil retention")),
        ("nutrients", new("维持养分循环", "nutrient cycling")),
        ("biodiversity", new("生物多样性", "biodiversity")),
        ("aesthetics", new("美学景观", "aesthetics")),
    ];

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Wetland,
        NationalTypes.Cropland, NationalTypes.UrbanGreen, NationalTypes.Bare,
    ];

    internal static ServiceMethod Factors { get; } = new(
        ServiceCode.EquivalentValue, "equivalent-factors", "Q = A · e; V = Q · D",
        new("XIE-TABLE", "14 types x 11 services", Parameters.Confidence.High),
        [.. Items.Select(item => ParameterNeed.Of($"factor-{item.Item}", "1", FactorLeast, FactorMost))],
        inputs => EquationLines.OfHectares(inputs, Types,
            [.. Items.Select(item => new Equation(item.Item, item.Label, "equivalent/a", "Q = A · e",
                "standard-equivalent", [EquationInput.Parameter("e", $"factor-{item.Item}")],
                (area, of) => area * of[0])
                { MayBeNegative = true, Flags = [AccountFlag.NotGep] })]));

    /// <summary>Value of a hectare of a type.</summary>
    /// <remarks><c>v = e · D</c>. e sum of factors [1]; D [yuan/hm²]. Source: [XIE-TABLE],
    /// [WUHAN-ESV].</remarks>
    public static double YuanPerHectare(double factorSum, double standardEquivalent) =>
        factorSum * standardEquivalent;

    /// <summary>The standard equivalent by grain.</summary>
    /// <remarks>
    /// <c>D = y · p / 7</c>. y yield [kg/hm²]; p price [yuan/kg]; D [yuan/hm²]. Source: [METHODS] §9.
    /// </remarks>
    public static decimal GrainEquivalent(decimal yield, decimal price) => yield * price / GrainYields;
}
