using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>水源涵养: water that ecosystems keep back, by the water balance.</summary>
public static class WaterConservation
{
    /// <summary>1 mm over 1 hm² is 10 m³.</summary>
    private const double CubicMetresPerMillimetreHectare = 10.0;

    private const string Equation = "Q = 10 · A · (P − R − ET), R = α · P";

    /// <summary>Water surfaces are left out: their storage is flood mitigation.</summary>
    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Marsh,
        NationalTypes.Orchard, NationalTypes.UrbanGreen,
    ];

    internal static ServiceMethod WaterBalance { get; } = new(
        ServiceCode.WaterConservation, "water-balance", Equation, new("GONG2017", "eq. 1", Confidence.High),
        [ParameterNeed.Of("runoff-coefficient", "1", 0m, 1m)],
        Quantities);

    /// <summary>
    /// Water one ecosystem type keeps back in one district and year; negative when evaporation exceeds rain.
    /// </summary>
    /// <remarks>
    /// <c>Q = 10 · A · (P − α·P − ET)</c>. A extent [hm²]; P rainfall, ET evapotranspiration [mm/a]; α runoff
    /// coefficient [1]; Q [m³/a]. Source: [GONG2017], [METHODS] §5 R1.
    /// </remarks>
    public static double Quantity(
        double extentHectares, double rainfallMillimetres, double runoffCoefficient,
        double evapotranspirationMillimetres) =>
        CubicMetresPerMillimetreHectare * extentHectares
        * (rainfallMillimetres - (rainfallMillimetres * runoffCoefficient) - evapotranspirationMillimetres);

    private static IEnumerable<ServiceQuantity> Quantities(ServiceInputs inputs)
    {
        foreach (var extent in inputs.Of(Types))
        {
            var rainfall = inputs.Statistic("P", "rainfall", extent.District);
            var runoff = inputs.Parameter("α", "runoff-coefficient", extent.District, extent.Type);
            var evaporation = inputs.StatisticOf("ET", "evapotranspiration", extent.District, extent.Type);
            if (rainfall is null || runoff is null || evaporation is null) continue;
            var area = TracedNumber.OfExtent("A", extent.Area, "hm²", extent.Area.Hectares);
            double amount = Quantity(area.Amount, rainfall.Amount, runoff.Amount, evaporation.Amount);
            yield return new ServiceQuantity(
                extent.District, "water", extent.Type, extent.Area,
                TracedNumber.Computed("Q", new("水源涵养量", "water kept back"), amount, "m³/a", Equation,
                    area, rainfall, runoff, evaporation),
                "reservoir-capacity");
        }
    }
}
