using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>淡水资源: water abstracted by use, valued at its rent and not at the tap price. P5.</summary>
internal static class WaterSupply
{
    private static readonly ImmutableArray<(string Indicator, Equation Equation)> Uses =
    [
        Use("domestic", new("生活用水", "domestic use")),
        Use("industrial", new("工业用水", "industrial use")),
        Use("agricultural", new("农业用水", "agricultural use")),
        Use("ecological", new("生态用水", "ecological use")),
    ];

    /// <summary><c>V = Σ Q · p</c> over the uses reported. Source: [METHODS] §4 P5, [GARZE].</summary>
    internal static ServiceMethod ByUse { get; } = new(
        ServiceCode.WaterSupply, "abstraction-by-use", "V = Σ Q(use) · p(use)",
        new("METHODS", "§4 P5", Parameters.Confidence.Medium), [],
        inputs => Uses.SelectMany(use => EquationLines.OfSurvey(
            inputs, use.Indicator, NationalTypes.Wetland, [use.Equation])));

    private static (string, Equation) Use(string use, Problems.BilingualText label) => (
        $"water-use-{use}",
        Equation.AsSurveyed(use, label, "m³/a", $"water-{use}"));
}
