using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>病虫害控制: ground where pests healed without treatment. R13; crops are left out.</summary>
internal static class PestControl
{
    /// <summary>
    /// <c>V = A · c</c>: healed area by what treatment costs. Source: [METHODS] §5 R13, [GARZE].
    /// </summary>
    internal static ServiceMethod HealedArea { get; } = new(
        ServiceCode.PestControl, "healed-area", "Q = A(healed)",
        new("GARZE", "pest control", Parameters.Confidence.Medium), [],
        inputs => EquationLines.OfSurvey(inputs, "pest-healed-area", NationalTypes.Forest,
        [
            Equation.AsSurveyed(
                "healed-area", new("病虫害自愈面积", "ground where pests healed"), "hm²/a", "pest-forest")
                with
                {
                    PriceOfType = type => type.Level1 == NationalTypes.Grassland
                        ? "pest-grassland" : "pest-forest",
                },
        ]));
}
