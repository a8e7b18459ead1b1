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
        ForestryProducts.ValueAddedShare,
        LivestockProducts.ValueAddedShare,
        FisheryProducts.ValueAddedShare,
        WaterConservation.WaterBalance,
        SoilRetention.Rusle,
        FloodMitigation.Storage,
        AirPurification.LoadOrCapacity,
        WaterPurification.LoadOrCapacity,
        CarbonSequestration.Rates,
        OxygenRelease.FromCarbon,
        LocalClimate.Evapotranspiration,
        Tourism.TravelCost,
        PublishedValue.Forest,
        PublishedValue.Wetland,
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
