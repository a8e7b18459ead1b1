using System.Collections.Immutable;

namespace Gep.Accounting.Classifications;

/// <summary>
/// The reference list of ecosystem services of the SEEA EA and the indicators of a GEP that measure them:
/// table T14. Oxygen and negative ions have no service of their own. Source: [SEEA], mapping of [METHODS]
/// §11.2.
/// </summary>
public static class SeeaReference
{
    /// <summary>Every service of the list, in its order.</summary>
    public static ImmutableArray<SeeaService> All { get; } =
    [
        new("1.1", new("作物供给", "crop provisioning"), ["P1"]),
        new("1.2", new("放牧生物质供给", "grazed biomass provisioning"), ["P3"]),
        new("1.3", new("牲畜供给", "livestock provisioning"), ["P3"]),
        new("1.4", new("水产养殖供给", "aquaculture provisioning"), ["P4"]),
        new("1.5", new("木材供给", "wood provisioning"), ["P2"]),
        new("1.6", new("野生水产供给", "wild fish and other aquatic biomass"), ["P4"]),
        new("1.7", new("野生动植物供给", "wild animals, plants and other biomass"), ["P2"]),
        new("1.8", new("遗传物质", "genetic material"), []),
        new("1.9", new("水供给", "water supply"), ["P5"]),
        new("1.10", new("其他供给", "other provisioning"), ["P6"]),
        new("2.1", new("全球气候调节", "global climate regulation"), ["R8"]),
        new("2.2", new("降水格局调节", "rainfall pattern regulation"), []),
        new("2.3", new("局地气候调节", "local climate regulation"), ["R10"]),
        new("2.4", new("空气过滤", "air filtration"), ["R6"]),
        new("2.5", new("土壤质量调节", "soil quality regulation"), []),
        new("2.6", new("土壤与泥沙保持", "soil and sediment retention"), ["R2", "R3"]),
        new("2.7", new("滑坡减缓", "landslide mitigation"), []),
        new("2.8", new("固体废物消纳", "solid waste remediation"), []),
        new("2.9", new("水质净化（营养物）", "water purification, nutrients"), ["R7"]),
        new("2.10", new("水质净化（其他污染物）", "water purification, other pollutants"), ["R7"]),
        new("2.11", new("基流维持", "baseline flow maintenance"), ["R1"]),
        new("2.12", new("洪峰减缓", "peak flow mitigation"), ["R1", "R5"]),
        new("2.13", new("海岸防护", "coastal protection"), ["R4"]),
        new("2.14", new("河流洪水减缓", "river flood mitigation"), ["R5"]),
        new("2.15", new("风暴减缓", "storm mitigation"), ["R3"]),
        new("2.16", new("噪声消减", "noise attenuation"), ["R11"]),
        new("2.17", new("授粉", "pollination"), []),
        new("2.18", new("虫害控制", "pest control"), ["R13"]),
        new("2.19", new("病害控制", "disease control"), ["R13"]),
        new("2.20", new("繁育与生境维持", "nursery and habitat maintenance"), ["R14"]),
        new("2.21", new("其他调节", "other regulating"), ["R9", "R12"]),
        new("3.1", new("游憩", "recreation-related"), ["C1", "C2"]),
        new("3.2", new("视觉景观", "visual amenity"), ["C3"]),
        new("3.3", new("教育与科研", "education, science and research"), []),
        new("3.4", new("精神与象征", "spiritual, artistic and symbolic"), []),
        new("3.5", new("其他文化", "other cultural"), []),
        new("4.1", new("生态系统与物种欣赏（非使用价值）", "ecosystem and species appreciation"), []),
    ];

    /// <summary>The services that an indicator such as <c>R5</c> measures, in order; empty for
    /// none.</summary>
    public static IEnumerable<SeeaService> Of(string indicator) => All.Where(
        service => service.Indicators.Contains(indicator));
}
