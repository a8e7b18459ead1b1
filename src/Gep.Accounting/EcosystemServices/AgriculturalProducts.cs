using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>农业产品: crop products, P1.</summary>
internal static class AgriculturalProducts
{
    /// <summary>Source: [METHODS] §4 P1.</summary>
    public static ServiceMethod ValueAddedShare { get; } = ProductSupply.Of(
        ServiceCode.AgriculturalProducts, "crop", [NationalTypes.Cropland]);
}
