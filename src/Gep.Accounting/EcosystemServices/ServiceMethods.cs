using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>The table of all methods; adding a service starts here.</summary>
public static class ServiceMethods
{
    /// <summary>Every method, by group and indicator.</summary>
    public static ImmutableArray<ServiceMethod> All { get; } =
    [
        AgriculturalProducts.ValueAddedShare,
        ProductSupply.GrossOutputOf(ServiceCode.AgriculturalProducts, "crop", NationalTypes.Cropland),
        ForestryProducts.ValueAddedShare,
        ProductSupply.GrossOutputOf(ServiceCode.ForestryProducts, "forestry", NationalTypes.Forest),
        LivestockProducts.ValueAddedShare,
        ProductSupply.GrossOutputOf(ServiceCode.LivestockProducts, "livestock", NationalTypes.Grassland),
        FisheryProducts.ValueAddedShare,
        ProductSupply.GrossOutputOf(ServiceCode.FisheryProducts, "fishery", NationalTypes.Wetland),
        WaterSupply.ByUse,
        EcologicalEnergy.BySource,
        WaterConservation.WaterBalance,
        WaterConservationVariants.RainfallStorage,
        WaterConservationVariants.ForestStandard,
        WaterConservationVariants.WaterSupplied,
        SurveyedQuantities.Water,
        SoilRetention.Rusle,
        SoilRetention.RusleOfMonths,
        SoilRetention.RusleOfDays,
        ForestStandard.SoilFixing,
        SurveyedQuantities.Soil,
        SandFixation.SimpleRweq,
        SandFixation.Surveyed,
        CoastalProtection.CoastLength,
        FloodMitigation.Storage,
        FloodVariants.WithVegetation,
        FloodVariants.WithPonds,
        FloodVariants.WithBoth,
        AirPurification.LoadOrCapacity,
        ForestStandard.AirCapacity,
        SurveyedQuantities.Air,
        WaterPurification.LoadOrCapacity,
        SurveyedQuantities.PurificationBalance,
        SurveyedQuantities.Purification,
        CarbonSequestration.Rates,
        CarbonVariants.NetProduction,
        CarbonVariants.NetProductionOfMonths,
        CarbonVariants.BiomassChange,
        ForestStandard.Carbon,
        SurveyedQuantities.Carbon,
        OxygenRelease.FromCarbon,
        ForestStandard.OxygenReleased,
        SurveyedQuantities.Oxygen,
        LocalClimate.Evapotranspiration,
        TemperatureDifference.Measured,
        NoiseReduction.BeltLength,
        NegativeAirIons.AboveThreshold,
        PestControl.HealedArea,
        SpeciesConservation.ShannonClass,
        NutrientAccumulation.Growth,
        Tourism.TravelCost,
        Leisure.ResidentHours,
        LandscapePremium.LeasePremium,
        PublishedValue.Forest,
        PublishedValue.Wetland,
        EquivalentValue.Factors,
    ];

    /// <summary>The method of that name for a service, or null.</summary>
    public static ServiceMethod? Find(ServiceCode service, string name) => All.FirstOrDefault(
        method => method.Service == service && string.Equals(method.Name, name, StringComparison.Ordinal));

    /// <summary>
    /// What a parameter of a service must look like, or null when no method of the service reads it.
    /// </summary>
    public static ParameterNeed? FindNeed(ServiceCode service, string parameter) => All
        .Where(method => method.Service == service)
        .SelectMany(method => method.Parameters)
        .FirstOrDefault(need => string.Equals(need.Name, parameter, StringComparison.Ordinal));
}
