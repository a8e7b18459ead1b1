using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>公布值: a published total, spread over today's extent at its yuan per hectare.</summary>
/// <remarks>
/// It reproduces the reports of 2019 (forest 230.55 亿元 for 187.1 万亩, wetland 456 亿元 for 1 624.61 km²), and is
/// booked in the profile <c>WUHAN-PUBLISHED</c> only. Source: [XIANG2020].
/// </remarks>
public static class PublishedValue
{
    private const string Equation = "p = V / A₀";

    internal static ServiceMethod Forest { get; } = Of(
        ServiceCode.PublishedForestServices, "forest-services", NationalTypes.Forest,
        new("森林面积", "forest extent"));

    internal static ServiceMethod Wetland { get; } = Of(
        ServiceCode.PublishedWetlandServices, "wetland-services", NationalTypes.Wetland,
        new("湿地面积", "wetland extent"));

    /// <summary>Published value per hectare.</summary>
    /// <remarks>
    /// <c>p = V / A₀</c>. V published total [yuan/a]; A₀ published area [hm²]; p [yuan/(hm²·a)].
    /// </remarks>
    public static decimal YuanPerHectare(decimal publishedYuan, decimal publishedHectares) =>
        publishedYuan / publishedHectares;

    private static ServiceMethod Of(
        ServiceCode service, string item, EcosystemTypeCode type, BilingualText label) => new(
        service, "published-value", $"V = A · p, {Equation}", new("XIANG2020", "", Confidence.Medium),
        [
            ParameterNeed.Of("published-value", "yuan/a", 0m, 10_000_000_000_000m),
            ParameterNeed.Of("published-area", "hm²", 0m, 1_000_000_000m),
        ],
        inputs => Quantities(inputs, item, [type], label));

    private static IEnumerable<ServiceQuantity> Quantities(
        ServiceInputs inputs, string item, ImmutableArray<EcosystemTypeCode> types, BilingualText label)
    {
        foreach (var extent in inputs.Of(types))
        {
            var value = inputs.Parameter("V", "published-value", extent.District, extent.Type);
            var published = inputs.Parameter("A₀", "published-area", extent.District, extent.Type);
            if (value is null || published is null || published.Exact is not > 0) continue;
            decimal yuan = YuanPerHectare(value.Exact!.Value, published.Exact.Value);
            yield return new ServiceQuantity(extent.District, item, extent.Type, extent.Area,
                TracedNumber.OfExtent("A", extent.Area, "hm²", extent.Area.Hectares) with { Label = label },
                null)
            {
                DerivedPrice = new DerivedPrice(
                    $"{item}-published", yuan, Unit.Of("yuan/(hm²·a)"), Equation, [value, published]),
                Flags = [AccountFlag.PublishedValue],
            };
        }
    }
}
