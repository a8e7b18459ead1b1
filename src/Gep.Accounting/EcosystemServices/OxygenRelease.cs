using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>释氧: oxygen released with the carbon that is taken up.</summary>
public static class OxygenRelease
{
    /// <summary>Molar masses of O₂ and CO₂: 32 / 44.</summary>
    private const double OxygenPerCarbonDioxide = 32.0 / 44.0;

    internal static ServiceMethod FromCarbon { get; } = new(
        ServiceCode.OxygenRelease, "from-carbon", "O = 32/44 · Q", new("METHODS", "§5 R9", Confidence.Medium),
        CarbonSequestration.RateParameters,
        inputs => CarbonSequestration.CarbonDioxideOf(inputs).Select(one => new ServiceQuantity(
            one.Extent.District, "oxygen", one.Extent.Type, one.Extent.Area,
            TracedNumber.Computed("O", new("释氧量", "oxygen released"), Oxygen(one.Amount.Amount), "t/a",
                "O = 32/44 · Q", one.Amount),
            "oxygen")));

    /// <summary>
    /// Oxygen released with carbon dioxide taken up; the same base as carbon, so that both agree.
    /// </summary>
    /// <remarks><c>O = 32/44 · Q</c>, both [t/a]. Source: [METHODS] §5 R9.</remarks>
    public static double Oxygen(double carbonDioxideTonnes) => OxygenPerCarbonDioxide * carbonDioxideTonnes;
}
