using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Statistics;

/// <summary>Indicators of services that are reported rather than modelled, and of methods off in most
/// places.</summary>
internal static class SurveyedIndicators
{
    private const decimal CubicMetresMost = 10_000_000_000_000m;
    private const decimal TonnesMost = 100_000_000_000m;
    private const decimal KilowattHoursMost = 100_000_000_000_000m;
    private const decimal TenThousandYuanMost = 1_000_000_000m;
    private const decimal KilometresMost = 1_000_000m;
    private const decimal HectaresMost = 1_000_000_000m;
    private const decimal VisitsMost = 100_000_000_000m;

    public static ImmutableArray<StatisticIndicator> All { get; } =
    [
        Output("crop", new("农业总产值", "gross output of cropping")),
        Output("forestry", new("林业总产值", "gross output of forestry")),
        Output("livestock", new("牧业总产值", "gross output of livestock")),
        Output("fishery", new("渔业总产值", "gross output of fishery")),
        Water("water-use-domestic", new("生活用水量", "domestic water use")),
        Water("water-use-industrial", new("工业用水量", "industrial water use")),
        Water("water-use-agricultural", new("农业用水量", "agricultural water use")),
        Water("water-use-ecological", new("生态用水量", "ecological water use")),
        Water("water-used", new("区域用水量", "water used in the region")),
        Water("water-leaving", new("出境水量", "water leaving the region")),
        Water("water-entering", new("入境水量", "water entering the region")),
        Water("water-imported", new("跨区调入水量", "water carried in from elsewhere")),
        Water("biogas", new("沼气产量", "biogas")),
        StatisticIndicator.Total("hydropower", new("水力发电量", "hydropower"), "kWh/a", KilowattHoursMost),
        Mass("biomass-fuel", new("生物质燃料", "fuel from straw and wood"))
            with { Subject = StatisticSubject.None },
        Surveyed("water-conserved", new("水源涵养量", "water kept back"), "m³/a", CubicMetresMost),
        Mass("soil-retained", new("土壤保持量", "soil retained")),
        Mass("sand-fixed", new("防风固沙量", "sand fixed")),
        Mass("so2-removed", new("净化二氧化硫量", "sulphur dioxide removed")),
        Mass("nox-removed", new("净化氮氧化物量", "nitrogen oxides removed")),
        Mass("dust-removed", new("滞尘量", "dust removed")),
        Mass("cod-removed", new("净化化学需氧量", "chemical oxygen demand removed")),
        Mass("ammonia-nitrogen-removed", new("净化氨氮量", "ammonia nitrogen removed")),
        Mass("cod-inflow", new("入流化学需氧量", "chemical oxygen demand flowing in")),
        Mass("cod-outflow", new("出流化学需氧量", "chemical oxygen demand flowing out")),
        Mass("carbon-dioxide-fixed", new("固定二氧化碳量", "carbon dioxide taken up")),
        Mass("oxygen-released", new("释氧量", "oxygen released")),
        Surveyed("pest-healed-area", new("病虫害自愈面积", "ground where pests healed"), "hm²/a", HectaresMost),
        Surveyed("protected-coast", new("受保护海岸线", "coast behind coastal ecosystems"), "km/a",
            KilometresMost),
        Surveyed("noise-belt", new("隔声林带", "green belts against noise"), "km/a", KilometresMost),
        StatisticIndicator.Level("storm-rainfall", new("暴雨量（日雨量 50 mm 以上）", "rain of days of 50 mm and more"),
            "mm/a", 0m, 5000m),
        StatisticIndicator.Total(
            "resident-visits", new("居民游憩人次", "residents' visits"), "visit/a", VisitsMost),
        StatisticIndicator.Level("resident-visit-time", new("居民每次游憩时间", "time of a resident's visit"),
            "h/visit", 0m, 24m),
        StatisticIndicator.Total("dwellings-in-sight", new("景观影响范围内住宅面积", "floor of dwellings in sight"),
            "m²", 100_000_000_000m),
    ];

    private static StatisticIndicator Output(string branch, BilingualText label) =>
        StatisticIndicator.Total($"{branch}-gross-output", label, "10⁴ yuan/a", TenThousandYuanMost);

    private static StatisticIndicator Water(string name, BilingualText label) =>
        StatisticIndicator.Total(name, label, "m³/a", CubicMetresMost);

    private static StatisticIndicator Mass(string name, BilingualText label) =>
        Surveyed(name, label, "t/a", TonnesMost);

    private static StatisticIndicator Surveyed(string name, BilingualText label, string unit, decimal most) =>
        StatisticIndicator.Total(name, label, unit, most) with { Subject = StatisticSubject.EcosystemType };
}
