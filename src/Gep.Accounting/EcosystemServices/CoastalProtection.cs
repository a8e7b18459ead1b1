using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>海岸带防护: coast behind mangrove, salt marsh or reef. R4; not applicable in Wuhan.</summary>
internal static class CoastalProtection
{
    /// <summary><c>V = L · c</c>: km of coast by the yearly cost of a sea wall. Source: [METHODS] §5
    /// R4.</summary>
    internal static ServiceMethod CoastLength { get; } = new(
        ServiceCode.CoastalProtection, "coast-length", "Q = L",
        new("METHODS", "§5 R4", Parameters.Confidence.Low), [],
        inputs => EquationLines.OfSurvey(inputs, "protected-coast", NationalTypes.Coastal,
        [
            Equation.AsSurveyed("coast", new("受保护海岸线长度", "coast protected"), "km/a", "sea-wall"),
        ]));
}
