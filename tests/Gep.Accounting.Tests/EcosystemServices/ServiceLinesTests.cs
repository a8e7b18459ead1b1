using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Profiles;
using Gep.Accounting.Statistics;

namespace Gep.Accounting.Tests.EcosystemServices;

/// <summary>Quantities that each method hands to the account; numbers of [METHODS] §12.4.</summary>
public sealed class ServiceLinesTests
{
    /// <summary>A thousand hectares keep fifty times the erosivity in tonnes of nitrogen.</summary>
    private static readonly (string, decimal)[] SoilParameters =
    [
        ("soil-erodibility", 0.1m), ("slope-factor", 10m), ("cover-factor", 0m), ("practice-factor", 1m),
        ("sediment-share", 0.24m), ("soil-bulk-density", 1.3m), ("nitrogen-content", 0.05m),
        ("phosphorus-content", 0.05m),
    ];

    [Fact]
    public void SoilRetention_OfS13_HasSedimentNitrogenAndPhosphorus()
    {
        var service = ServiceCode.SoilRetention;
        var account = Compile(service, "rusle", Some.Extents((1, "FOR", 10)),
            [
                ("rainfall-erosivity", 5000m), ("soil-erodibility", 0.035m), ("slope-factor", 2m),
                ("cover-factor", 0.02m), ("practice-factor", 1m), ("sediment-share", 0.24m),
                ("soil-bulk-density", 1.3m), ("nitrogen-content", 0.0037m), ("phosphorus-content", 0.00108m),
            ],
            [],
            ("dredging", 1m, "yuan/m³"), ("soil-nitrogen", 1m, "yuan/t"), ("soil-phosphorus", 1m, "yuan/t"));
        Assert.Equal(1269.1, Quantity(account, "nitrogen"), 6);
        Assert.Equal(370.44, Quantity(account, "phosphorus"), 6);
        Assert.Equal(63323.0769, Quantity(account, "sediment"), 4);
    }

    [Fact]
    public void SoilRetention_OfTwelveMonths_HasTheErosivityOfS07()
    {
        decimal[] months = [45, 65, 95, 130, 165, 225, 190, 115, 75, 80, 55, 30];
        var account = Compile(ServiceCode.SoilRetention, "rusle-monthly-rainfall",
            Some.Extents((1, "FOR", 10)),
            SoilParameters,
            [.. months.Select((rain, i) => Some.Statistic(0, "monthly-rainfall", rain, $"{i + 1:00}"))],
            ("dredging", 1m, "yuan/m³"), ("soil-nitrogen", 1m, "yuan/t"), ("soil-phosphorus", 1m, "yuan/t"));
        Assert.Equal(3419.140513 * 50, Quantity(account, "nitrogen"), 2);
    }

    [Fact]
    public void SoilRetention_OfEveryDay_AddsUpHalfMonthsLikeS04()
    {
        var start = new DateOnly(2019, 1, 1);
        var rain = new Dictionary<int, decimal> { [180] = 15m, [181] = 30m, [182] = 45m, [183] = 11m };
        var days = Enumerable.Range(0, 365).Select(day => Some.Statistic(
            0, "daily-rainfall", rain.GetValueOrDefault(day), $"{start.AddDays(day):MM-dd}"));
        Statistic[] levels =
        [
            Some.Statistic(0, "erosive-day-rainfall", 25m), Some.Statistic(0, "erosive-year-rainfall", 900m),
        ];
        var account = Compile(ServiceCode.SoilRetention, "rusle-daily-rainfall", Some.Extents((1, "FOR", 10)),
            SoilParameters, [.. days, .. levels],
            ("dredging", 1m, "yuan/m³"), ("soil-nitrogen", 1m, "yuan/t"), ("soil-phosphorus", 1m, "yuan/t"));
        Assert.Equal(556.5032462 * 50, Quantity(account, "nitrogen"), 2);
        var short364 = Compile(ServiceCode.SoilRetention, "rusle-daily-rainfall",
            Some.Extents((1, "FOR", 10)), SoilParameters, [.. days.Skip(1), .. levels],
            ("dredging", 1m, "yuan/m³"));
        Assert.Empty(short364.Lines);
        Assert.Equal("daily-rainfall (364/365)", Assert.Single(short364.NotAccounted).Part);
    }

    [Fact]
    public void LocalClimate_OfS15AndS16_IsBookedByTheShareInReach()
    {
        var account = Compile(ServiceCode.LocalClimate, "evapotranspiration",
            Some.Extents((1, "FOR", 100), (1, "WET/lake", 100)),
            [
                ("transpiration-heat", 2837.27m), ("performance-coefficient", 3m), ("latent-heat", 2453m),
                ("humidifier-energy", 125m), ("dry-share", 1m), ("effect-share", 0.5m),
            ],
            [
                Some.Statistic(1, "cooling-days", 92m),
                Some.Statistic(1, "cooling-season-water-evaporation", 900m),
            ],
            ("electricity", 0.558m, "yuan/kWh"));
        Assert.Equal(2_416_933_703.70 / 2, Quantity(account, "vegetation-cooling"), 1);
        Assert.Equal((20_441_666_666.67 + 11_250_000_000) / 2, Quantity(account, "water-cooling"), 1);
    }

    [Fact]
    public void CarbonSequestration_OfForestLakeAndCropland_UsesTheRateOfEach()
    {
        var account = Compile(ServiceCode.CarbonSequestration, "sequestration-rate",
            Some.Extents((1, "FOR", 10), (1, "WET/lake", 10), (1, "CRO/paddy", 10), (1, "WET/river", 10)),
            [
                ("vegetation-carbon-rate", 0.7m), ("soil-carbon-ratio", 0.5m),
                ("wetland-carbon-rate", 56.67m), ("cropland-base-carbon-rate", 0m),
                    ("nitrogen-fertiliser", 200m), ("straw-yield", 6m),
                ("straw-return-share", 0.6m),
            ],
            [], ("carbon-dioxide", 40m, "yuan/t"));
        Assert.Equal(3, account.Lines.Length);
        Assert.Equal(421.9128 * 44 / 12, Quantity(account, "carbon-dioxide", "CRO/paddy"), 6);
        Assert.Equal(3850, Quantity(account, "carbon-dioxide", "FOR"), 6);
        Assert.Equal(2077.9, Quantity(account, "carbon-dioxide", "WET/lake"), 6);
    }

    [Fact]
    public void Tourism_SpreadsVisitsByExtentAtTravelCost()
    {
        var account = Compile(ServiceCode.Tourism, "travel-cost",
            Some.Extents((1, "FOR/EBF", 30), (1, "WET/lake", 10), (1, "BUI", 60)),
            [("time-value-share", 0.3m)],
            [
                Some.Statistic(1, "ecosystem-visits", 1000m), Some.Statistic(0, "travel-expense", 330m),
                Some.Statistic(0, "travel-time", 8m), Some.Statistic(0, "wage", 45m),
            ]);
        Assert.Equal(750, Quantity(account, "visits", "FOR"), 6);
        Assert.Equal(250, Quantity(account, "visits", "WET"), 6);
        Assert.Equal(1000m * (330m + (8m * 45m * 0.3m)), account.Totals.Gep.Yuan);
    }

    [Fact]
    public void WaterPurification_LeavesOutAquaculture()
    {
        var account = Compile(ServiceCode.WaterPurification, "load-or-capacity",
            Some.Extents((1, "WET/lake", 2), (1, "WET/aquaculture", 100)),
            [("cod-rate", 110.35m)], [Some.Statistic(1, "load-cod", 1000m)],
            ("chemical-oxygen-demand", 2800m, "yuan/t"));
        Assert.Equal(220.70, Assert.Single(account.Lines).PhysicalQuantity.Amount, 6);
    }

    [Fact]
    public void FloodMitigation_OfMarshAndReservoir_UsesStorageBeforeDepth()
    {
        WaterBody Reservoir(string id) => new(
            id, id, Some.Type("WET/reservoir"), Area.FromSquareKilometres(1),
            [new WaterBodyPart(Some.District(1), Area.FromSquareKilometres(1))]);
        var account = Compile(ServiceCode.FloodMitigation, "storage",
            Some.Extents([Reservoir("a"), Reservoir("b")], (1, "WET/marsh", 2), (1, "WET/reservoir", 2)),
            [("reservoir-factor", 0.35m), ("reservoir-mean-depth", 8m), ("marsh-depth", 0.3m)],
            [Some.Statistic(0, "reservoir-storage", 10_000_000m, "a")],
            ("reservoir-capacity", 6.1107m, "yuan/m³"));
        Assert.Equal(600_000, Quantity(account, "marsh-storage"), 6);
        Assert.Equal(0.35 * (10_000_000 + 8_000_000), Quantity(account, "reservoir-storage"), 6);
    }

    [Fact]
    public void Published_TotalOverItsOwnArea_GivesThePublishedTotal()
    {
        var account = Compile(ServiceCode.PublishedWetlandServices, "published-value",
            Some.Extents((1, "WET/lake", 1000), (2, "WET/marsh", 624.61)),
            [("published-value", 45_600_000_000m), ("published-area", 162_461m)], []);
        Assert.Equal(45_600_000_000m, account.Totals.Gep.Yuan, 0);
    }

    private static double Quantity(GepAccount account, string item, string? type = null) => account.Lines
        .Single(line => line.Item == item && (type is null || line.EcosystemType == Some.Type(type)))
        .PhysicalQuantity.Amount;

    private static GepAccount Compile(
        ServiceCode service,
        string method,
        ExtentTable extents,
        IEnumerable<(string Name, decimal Value)> parameters,
        IEnumerable<Statistic> statistics,
        params (string Id, decimal Yuan, string Unit)[] prices) => Some.Compile(
        Some.Profile((service, ServiceRole.Booked, method)), extents,
        parameters.Select(one => Some.Parameter(service, one.Name, null, one.Value)), statistics,
        Some.UnitValues(prices));
}
