using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>噪声消减: roadside green belts in place of sound walls. R11.</summary>
internal static class NoiseReduction
{
    /// <summary>
    /// <c>V = L · c</c>: km of belts of at least 10 m along main roads by the yearly cost of a sound wall.
    /// Source: [METHODS] §5 R11.
    /// </summary>
    internal static ServiceMethod BeltLength { get; } = new(
        ServiceCode.NoiseReduction, "belt-length", "Q = L",
        new("METHODS", "§5 R11", Parameters.Confidence.Low), [],
        inputs => EquationLines.OfSurvey(inputs, "noise-belt", NationalTypes.UrbanGreen,
        [
            Equation.AsSurveyed("belt", new("隔声林带长度", "green belts against noise"), "km/a", "sound-wall"),
        ]));
}
