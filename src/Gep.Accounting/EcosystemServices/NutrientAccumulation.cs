using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.EcosystemServices;

/// <summary>积累营养物质: nutrients that growing trees take up; of the forest standard only.</summary>
internal static class NutrientAccumulation
{
    private static readonly ImmutableArray<EcosystemTypeCode> Types =
        [NationalTypes.Forest, NationalTypes.Shrub];

    /// <summary><c>G = A · N · B</c> for N, P and K. Source: [GEP-JAVA], [METHODS] §10.1.</summary>
    internal static ServiceMethod Growth { get; } = new(
        ServiceCode.NutrientAccumulation, "growth", "G = A · B · n",
        new("GEP-JAVA", "nutrients", Parameters.Confidence.Medium),
        [
            ParameterNeed.Of("net-production", "t/(hm²·a)", 0m, 50m),
            ParameterNeed.Of("tree-nitrogen", "1", 0m, 0.1m),
            ParameterNeed.Of("tree-phosphorus", "1", 0m, 0.1m),
            ParameterNeed.Of("tree-potassium", "1", 0m, 0.1m),
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            Of("nitrogen", new("林木积累氮", "nitrogen taken up")),
            Of("phosphorus", new("林木积累磷", "phosphorus taken up")),
            Of("potassium", new("林木积累钾", "potassium taken up")),
        ]));

    private static Equation Of(string nutrient, BilingualText label) => new(
        nutrient, label, "t/a", "G = A · B · n", $"fertiliser-{nutrient}",
        [EquationInput.Parameter("B", "net-production"), EquationInput.Parameter("n", $"tree-{nutrient}")],
        (area, of) => area * of[0] * of[1]);
}
