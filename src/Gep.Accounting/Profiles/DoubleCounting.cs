using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Profiles;

/// <summary>The double-counting matrix: pairs of services and what a profile may do with both.</summary>
public static class DoubleCounting
{
    private const string Vegetation = "storage-with-vegetation";
    private const string VegetationAndPonds = "storage-with-vegetation-and-ponds";

    /// <summary>Every pair, in the order of [METHODS] §3.3. Source: [METHODS] §3.3, [SEEA].</summary>
    public static ImmutableArray<DoubleCountingPair> Matrix { get; } =
    [
        Exclusive("water-conservation", "water-supply", new("同一份水", "the same water")),
        Exclusive("water-conservation", "flood-mitigation",
            new("暴雨蓄水是全年蓄水的一部分", "storm retention is a part of annual retention"))
            with { SecondMethods = [Vegetation, VegetationAndPonds] },
        Exclusive("carbon-sequestration", "oxygen-release",
            new("同一净初级生产力", "the same net primary production")),
        Exclusive("agricultural-products", "pest-control",
            new("病虫害控制是农产品的中间投入", "pest control is an input of the crop")),
        Exclusive("tourism", "species-conservation",
            new("物种保育价值已含于旅游", "tourists pay for the species")),
        Exclusive("tourism", "leisure",
            new("同一批游客，除非按居住地划分", "the same visitors unless split by residence"))
            with { SecondMethodsAllowed = ["resident-hours"] },
        Exclusive("tourism", "landscape-premium",
            new("酒店溢价已含于旅行费用", "travel cost holds the hotel's premium"))
            with { SecondMethodsAllowed = ["lease-premium"] },
        Exclusive("soil-retention", "nutrient-accumulation",
            new("同一份土壤养分", "the same nutrients of the soil"))
            with { FirstMethodsAllowed = ["forest-standard"] },
    ];

    private static DoubleCountingPair Exclusive(string first, string second, BilingualText why) =>
        new(first, second, why);
}
