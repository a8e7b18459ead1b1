using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>畜牧业产品: livestock products, P3.</summary>
internal static class LivestockProducts
{
    /// <summary>Source: [METHODS] §4 P3.</summary>
    public static ServiceMethod ValueAddedShare { get; } = ProductSupply.Of(
        ServiceCode.LivestockProducts, "livestock", [NationalTypes.Grassland, NationalTypes.Cropland]);
}
