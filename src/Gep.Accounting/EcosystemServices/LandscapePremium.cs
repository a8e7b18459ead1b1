using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>景观价值: what dwellings in sight of water and green are worth more, as a yearly flow. C3.</summary>
internal static class LandscapePremium
{
    private const string Text = "Q = A · ρ / T";

    /// <summary>
    /// <c>V = A · P · ρ / T</c>: floor, price, premium, over the years of the lease, so that no stock is
    /// booked as a flow. Source: [METHODS] §6 C3.
    /// </summary>
    internal static ServiceMethod LeasePremium { get; } = new(
        ServiceCode.LandscapePremium, "lease-premium", Text,
        new("METHODS", "§6 C3", Parameters.Confidence.Low),
        [
            ParameterNeed.Of("premium-rate", "1", 0m, 1m),
            ParameterNeed.Of("lease-years", "a", 1m, 200m),
        ],
        inputs => EquationLines.OfSurvey(inputs, "dwellings-in-sight", NationalTypes.UrbanGreen,
        [
            new Equation("dwellings", new("景观溢价折算面积", "floor that the premium would buy"), "m²/a", Text,
                "dwelling-floor",
                [
                    EquationInput.Parameter("ρ", "premium-rate"),
                    EquationInput.Parameter("T", "lease-years"),
                ],
                (floor, of) => floor * of[0] / of[1]),
        ]));
}
