using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Statistics;

/// <summary>A kind of statistic that methods read: its unit and its plausible range.</summary>
/// <param name="Name">Its name in the workspace: <c>rainfall</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Unit">The unit it must be given in.</param>
/// <param name="Scope">Whether the region's figure can stand for a district.</param>
/// <param name="Subject">What it is broken down by.</param>
/// <param name="Least">Least plausible value, inclusive.</param>
/// <param name="Most">Greatest plausible value, inclusive.</param>
public sealed record StatisticIndicator(
    string Name,
    BilingualText Label,
    Unit Unit,
    StatisticScope Scope,
    StatisticSubject Subject,
    decimal Least,
    decimal Most)
{
    /// <summary>
    /// Average visitor's time, wage and spending bound the travel cost of a day or a short stay.
    /// </summary>
    private const decimal TravelExpenseMost = 20_000m;

    /// <summary>More than any city's; catches a figure in yuan where 10⁴ yuan is asked for.</summary>
    private const decimal TenThousandYuanMost = 1_000_000_000m;

    private const decimal TonnesMost = 100_000_000m;

    /// <summary>Every indicator, in the order of the statistics files.</summary>
    public static ImmutableArray<StatisticIndicator> All { get; } =
    [
        Level("rainfall", new("年降水量", "rainfall of the year"), "mm/a", 0, 5000),
        Level("monthly-rainfall", new("月降水量", "rainfall of a month"), "mm", 0, 3000)
            with { Subject = StatisticSubject.Month },
        Level("daily-rainfall", new("日降水量", "rainfall of a day"), "mm", 0, 1000)
            with { Subject = StatisticSubject.Day },
        Level("erosive-day-rainfall", new("侵蚀性降雨日均雨量", "mean rain of an erosive day, over years"),
            "mm", 12, 500),
        Level("erosive-year-rainfall", new("年均侵蚀性降雨量", "mean yearly rain of erosive days"), "mm/a", 12, 5000),
        Level("monthly-temperature", new("月平均气温", "mean temperature of a month"), "°C", -60, 60)
            with { Subject = StatisticSubject.Month },
        Level("evapotranspiration", new("年实际蒸散发", "actual evapotranspiration of the year"), "mm/a", 0, 2500)
            with { Subject = StatisticSubject.EcosystemType },
        Level("cooling-days", new("空调开放天数", "days of air-conditioner use"), "d/a", 0, 366),
        Level("cooling-season-water-evaporation",
            new("空调开放期水面蒸发量", "water evaporation on the days of air-conditioner use"), "mm/a", 0, 2500),
        Total("emission-so2", new("二氧化硫排放量", "sulphur dioxide emitted"), "t/a", TonnesMost),
        Total("emission-nox", new("氮氧化物排放量", "nitrogen oxides emitted"), "t/a", TonnesMost),
        Total("emission-dust", new("颗粒物排放量", "dust emitted"), "t/a", TonnesMost),
        Total("load-cod", new("化学需氧量入水量", "chemical oxygen demand reaching waters"), "t/a", TonnesMost),
        Total("load-ammonia-nitrogen", new("氨氮入水量", "ammonia nitrogen reaching waters"), "t/a", TonnesMost),
        Total("load-phosphorus", new("总磷入水量", "total phosphorus reaching waters"), "t/a", TonnesMost),
        Total("reservoir-storage", new("水库总库容", "total storage of a reservoir"), "m³", 100_000_000_000m)
            with { Subject = StatisticSubject.WaterBody },
        Total("crop-output", new("农产品产量", "crop output"), "t/a", TonnesMost),
        Total("crop-value-added", new("农业增加值", "value added of cropping"), "10⁴ yuan/a", TenThousandYuanMost),
        Total("forestry-output", new("林产品产量", "forestry output"), "t/a", TonnesMost),
        Total("forestry-value-added", new("林业增加值", "value added of forestry"), "10⁴ yuan/a",
            TenThousandYuanMost),
        Total("livestock-output", new("畜产品产量", "livestock output"), "t/a", TonnesMost),
        Total("livestock-value-added", new("牧业增加值", "value added of livestock"), "10⁴ yuan/a",
            TenThousandYuanMost),
        Total("fishery-output", new("水产品产量", "fishery output"), "t/a", TonnesMost),
        Total("fishery-value-added", new("渔业增加值", "value added of fishery"), "10⁴ yuan/a",
            TenThousandYuanMost),
        Total("ecosystem-visits", new("自然景点游客人次", "visits to natural attractions"), "visit/a",
            1_000_000_000m),
        Level("travel-expense", new("人均旅行支出", "travel expense per visit"), "yuan/visit", 0,
            TravelExpenseMost),
        Level("travel-time", new("人均旅行时间", "travel and stay time per visit"), "h/visit", 0, 1000),
        Level("wage", new("小时工资", "wage per hour"), "yuan/h", 0, 1000),
        .. SurveyedIndicators.All,
        Total("population", new("常住人口", "resident population"), "person", 100_000_000m),
        Total("gdp", new("地区生产总值", "gross domestic product"), "10⁴ yuan/a", TenThousandYuanMost),
    ];

    /// <summary>The indicator of that name, or null.</summary>
    public static StatisticIndicator? Find(string name) =>
        All.FirstOrDefault(indicator => string.Equals(indicator.Name, name, StringComparison.Ordinal));

    internal static StatisticIndicator Level(
        string name, BilingualText label, string unit, decimal least, decimal most) =>
        new(name, label, Unit.Of(unit), StatisticScope.Level, StatisticSubject.None, least, most);

    internal static StatisticIndicator Total(string name, BilingualText label, string unit, decimal most) =>
        new(name, label, Unit.Of(unit), StatisticScope.Total, StatisticSubject.None, 0m, most);
}
