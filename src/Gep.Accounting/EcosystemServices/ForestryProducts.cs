using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>林业产品: forestry products, P2.</summary>
internal static class ForestryProducts
{
    /// <summary>Source: [METHODS] §4 P2.</summary>
    public static ServiceMethod ValueAddedShare { get; } = ProductSupply.Of(
        ServiceCode.ForestryProducts, "forestry", [NationalTypes.Forest]);
}
