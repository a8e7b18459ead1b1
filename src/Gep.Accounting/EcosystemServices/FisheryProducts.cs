using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>渔业产品: fishery products, P4.</summary>
internal static class FisheryProducts
{
    /// <summary>Source: [METHODS] §4 P4.</summary>
    public static ServiceMethod ValueAddedShare { get; } = ProductSupply.Of(
        ServiceCode.FisheryProducts, "fishery", [NationalTypes.Wetland]);
}
