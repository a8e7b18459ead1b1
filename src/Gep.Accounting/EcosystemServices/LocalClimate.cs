using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>
/// 气候调节: heat that transpiration and evaporation take from the air on hot days, as electricity saved.
/// </summary>
/// <remarks>
/// Cooling is local. Only the share of an extent within reach of built-up land is booked (parameter
/// <c>effect-share</c>), and only on the days on which air conditioners run. Source: [XUANNV] GB/T 46869
/// A.11.
/// </remarks>
public static class LocalClimate
{
    /// <summary>1 kWh is 3600 kJ.</summary>
    private const double KilojoulesPerKilowattHour = 3600.0;

    /// <summary>1 km² is 10⁶ m².</summary>
    private const double SquareMetresPerSquareKilometre = 1e6;

    /// <summary>1 mm over 1 km² is 1000 m³.</summary>
    private const double CubicMetresPerMillimetreSquareKilometre = 1000.0;

    /// <summary>1 m³ of water is 1000 kg.</summary>
    private const double KilogramsPerCubicMetre = 1000.0;

    private const string VegetationEquation = "E = A · 10⁶ · h · D / (3600 · r) · s";
    private const string WaterEquation = "E = (W · q · 10³ / (3600 · r) + W · y · d) · s, W = 1000 · A · e";

    private static readonly ImmutableArray<EcosystemTypeCode> VegetationTypes =
        [NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.UrbanGreen];

    private static readonly ImmutableArray<EcosystemTypeCode> WaterTypes =
    [
        NationalTypes.Lake, NationalTypes.Reservoir, NationalTypes.River, NationalTypes.Pond,
        NationalTypes.Aquaculture,
    ];

    internal static ServiceMethod Evapotranspiration { get; } = new(
        ServiceCode.LocalClimate, "evapotranspiration",
        $"vegetation {VegetationEquation}; water {WaterEquation}",
        new("GARZE", "climate regulation", Confidence.Medium),
        [
            ParameterNeed.Of("transpiration-heat", "kJ/(m²·d)", 0m, 20_000m),
            ParameterNeed.Of("performance-coefficient", "1", 1m, 10m),
            ParameterNeed.Of("latent-heat", "kJ/kg", 2200m, 2600m),
            ParameterNeed.Of("humidifier-energy", "kWh/m³", 0m, 1000m),
            ParameterNeed.Of("dry-share", "1", 0m, 1m),
            ParameterNeed.Of("effect-share", "1", 0m, 1m),
        ],
        Quantities);

    /// <summary>Electricity that the transpiration of vegetation saves.</summary>
    /// <remarks>
    /// <c>E = A · 10⁶ · h · D / (3600 · r)</c>. A [km²]; h heat taken [kJ/(m²·d)]; D days [d/a]; r
    /// coefficient of performance of air conditioners [1]; E [kWh/a]. Source: [GARZE], [METHODS] §5 R10.
    /// </remarks>
    public static double VegetationCooling(
        double extentSquareKilometres, double heat, double days, double performance) =>
        extentSquareKilometres * SquareMetresPerSquareKilometre * heat * days
        / (KilojoulesPerKilowattHour * performance);

    /// <summary>Water that evaporates on the days of air-conditioner use.</summary>
    /// <remarks><c>W = 1000 · A · e</c>. A [km²]; e [mm/a]; W [m³/a]. Source: [METHODS] §3.4.</remarks>
    public static double EvaporatedWater(double extentSquareKilometres, double evaporationMillimetres) =>
        CubicMetresPerMillimetreSquareKilometre * extentSquareKilometres * evaporationMillimetres;

    /// <summary>Electricity that evaporation saves by cooling.</summary>
    /// <remarks>
    /// <c>E = W · q · 10³ / (3600 · r)</c>. W [m³/a]; q latent heat [kJ/kg]; r [1]; E [kWh/a]. Source:
    /// [METHODS] §5 R10.
    /// </remarks>
    public static double WaterCooling(double evaporatedCubicMetres, double latentHeat, double performance) =>
        evaporatedCubicMetres * latentHeat * KilogramsPerCubicMetre
        / (KilojoulesPerKilowattHour * performance);

    /// <summary>Electricity that evaporation saves by moistening dry air.</summary>
    /// <remarks>
    /// <c>E = W · y · d</c>. W [m³/a]; y humidifier [kWh/m³]; d share of W that evaporates below 45 %
    /// relative humidity [1]; E [kWh/a]. Source: [JIAOZHOU], [METHODS] §5 R10.
    /// </remarks>
    public static double WaterHumidifying(
        double evaporatedCubicMetres, double humidifierEnergy, double dryShare) =>
        evaporatedCubicMetres * humidifierEnergy * dryShare;

    private static IEnumerable<ServiceQuantity> Quantities(ServiceInputs inputs)
    {
        foreach (var extent in inputs.Of([.. VegetationTypes, .. WaterTypes]))
        {
            var quantity = VegetationTypes.Contains(extent.Type.Level1)
                ? OfVegetation(inputs, extent)
                : OfWater(inputs, extent);
            if (quantity is not null) yield return quantity;
        }
    }

    private static ServiceQuantity? OfVegetation(ServiceInputs inputs, EcosystemExtent extent)
    {
        var heat = inputs.Parameter("h", "transpiration-heat", extent.District, extent.Type);
        var days = inputs.Statistic("D", "cooling-days", extent.District);
        var performance = inputs.Parameter("r", "performance-coefficient", extent.District);
        var share = inputs.Parameter("s", "effect-share", extent.District, extent.Type);
        if (heat is null || days is null || performance is null || share is null) return null;
        var area = TracedNumber.OfExtent("A", extent.Area, "km²", extent.Area.SquareKilometres);
        double amount = share.Amount
            * VegetationCooling(area.Amount, heat.Amount, days.Amount, performance.Amount);
        return new ServiceQuantity(extent.District, "vegetation-cooling", extent.Type, extent.Area,
            TracedNumber.Computed(
                "E", new("植被蒸腾降温节电量", "electricity saved by transpiration"), amount, "kWh/a",
                VegetationEquation, area, heat, days, performance, share),
            "electricity");
    }

    private static ServiceQuantity? OfWater(ServiceInputs inputs, EcosystemExtent extent)
    {
        var evaporation = inputs.Statistic("e", "cooling-season-water-evaporation", extent.District);
        var latentHeat = inputs.Parameter("q", "latent-heat", extent.District);
        var performance = inputs.Parameter("r", "performance-coefficient", extent.District);
        var humidifier = inputs.Parameter("y", "humidifier-energy", extent.District);
        var dry = inputs.Parameter("d", "dry-share", extent.District);
        var share = inputs.Parameter("s", "effect-share", extent.District, extent.Type);
        if (evaporation is null || latentHeat is null || performance is null) return null;
        if (humidifier is null || dry is null || share is null) return null;
        var area = TracedNumber.OfExtent("A", extent.Area, "km²", extent.Area.SquareKilometres);
        double water = EvaporatedWater(area.Amount, evaporation.Amount);
        double amount = (WaterCooling(water, latentHeat.Amount, performance.Amount)
            + WaterHumidifying(water, humidifier.Amount, dry.Amount)) * share.Amount;
        return new ServiceQuantity(extent.District, "water-cooling", extent.Type, extent.Area,
            TracedNumber.Computed(
                "E", new("水面蒸发降温增湿节电量", "electricity saved by evaporation"), amount, "kWh/a",
                WaterEquation, area, evaporation, latentHeat, performance, humidifier, dry, share),
            "electricity");
    }
}
