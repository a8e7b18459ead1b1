using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Profiles;

namespace Gep.Accounting.Tests.Accounts;

public sealed class CompileAccountTests
{
    private static readonly Profile WaterBalance =
        Some.Profile((ServiceCode.WaterConservation, ServiceRole.Booked, "water-balance"));

    private static readonly UnitValueTable Reservoir = Some.UnitValues(
        ("reservoir-capacity", 6.1107m, "yuan/m³"));

    [Fact]
    public void Line_OfWaterBalance_HasIdQuantityValueAndTrace()
    {
        var account = Water(Some.Extents((1, "FOR/EBF", 100)), 1300m, 800m);
        var line = Assert.Single(account.Lines);
        Assert.Equal("420101:water-conservation:water:FOR-EBF", line.Id);
        Assert.Equal(46_529_000, line.PhysicalQuantity.Amount);
        Assert.Equal(284_324_760.30m, line.Value.Yuan);
        Assert.Equal(account.Totals.Gep, line.Value);
        Assert.Equal(
            ["A", "P", "α", "ET"],
            line.Trace.Children[0].Children.Select(child => child.Value.Split(' ')[0]));
        Assert.Equal(
            "water-conservation/runoff-coefficient.yaml:1", line.Trace.Children[0].Children[2].Place);
        Assert.All(account.Checks, check => Assert.True(check.Passed, check.Code));
    }

    [Fact]
    public void Line_WithEvaporationAboveRainfall_IsZeroAndFlaggedAndKeepsTheRawNumber()
    {
        var line = Assert.Single(Water(Some.Extents((1, "FOR/EBF", 10)), 1300m, 1500m).Lines);
        Assert.Equal(0m, line.Value.Yuan);
        Assert.Equal(0, line.PhysicalQuantity.Amount);
        Assert.Contains(AccountFlag.Clamped, line.Flags);
        Assert.True(line.Amount.Amount < 0);
        Assert.Contains("max(0, Q)", line.Trace.Children[0].Formula, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_Missing_IsAProblemNamingTheDistrictsAndNoLine()
    {
        var account = Some.Compile(WaterBalance, Some.Extents((1, "FOR", 1), (2, "FOR", 1)),
            [Some.Parameter(ServiceCode.WaterConservation, "runoff-coefficient", "FOR", 0.05m)],
            [Some.Statistic(1, "rainfall", 1300m), Some.Statistic(0, "evapotranspiration", 800m)], Reservoir);
        Assert.Equal(Some.District(1), Assert.Single(account.Lines).District);
        var problem = Assert.Single(account.Problems);
        Assert.Equal(AccountingProblemCode.InputMissing, problem.Code);
        Assert.Contains("420102", problem.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_OfTheRegion_StandsInAndIsFlagged()
    {
        var line = Assert.Single(Water(Some.Extents((1, "FOR", 1)), 1300m, 800m).Lines);
        Assert.Contains(AccountFlag.RegionWideInput, line.Flags);
    }

    [Fact]
    public void Totals_LeaveOutTheMemorandum()
    {
        var profile = Some.Profile(
            (ServiceCode.CarbonSequestration, ServiceRole.Booked, "sequestration-rate"),
            (ServiceCode.OxygenRelease, ServiceRole.Memorandum, "from-carbon"));
        var account = Some.Compile(profile, Some.Extents((1, "FOR", 1)), CarbonAndOxygen(), [],
            Some.UnitValues(("carbon-dioxide", 40m, "yuan/t"), ("oxygen", 1000m, "yuan/t")));
        Assert.Equal(2, account.Lines.Length);
        Assert.Equal(account.Lines.Single(line => line.Booked).Value, account.Totals.Gep);
        Assert.Equal(ServiceCode.OxygenRelease, Assert.Single(account.Totals.Memorandum).Key);
        double ratio = account.Lines[1].PhysicalQuantity.Amount / account.Lines[0].PhysicalQuantity.Amount;
        Assert.Equal(32.0 / 44.0, ratio, 10);
    }

    [Fact]
    public void Profile_BookingCarbonAndOxygen_IsRefusedWithoutLines()
    {
        var profile = Some.Profile(
            (ServiceCode.CarbonSequestration, ServiceRole.Booked, "sequestration-rate"),
            (ServiceCode.OxygenRelease, ServiceRole.Booked, "from-carbon"));
        var account = Some.Compile(
            profile, Some.Extents((1, "FOR", 1)), CarbonAndOxygen(), [], Some.UnitValues());
        Assert.False(account.IsCompiled);
        Assert.Empty(account.Lines);
        Assert.Equal(AccountingProblemCode.ServicesDoubleCounted, Assert.Single(account.Problems).Code);
    }

    [Theory]
    [InlineData(320, 320, AccountFlag.MinLoad)]
    [InlineData(900, 500, AccountFlag.MinCapacity)]
    public void Removal_OfAPollutant_IsTheSmallerSpreadByCapacity(int load, double removed, AccountFlag flag)
    {
        // Capacity 200 kg/hm² · 1000 hm² + 100 kg/hm² · 3000 hm² = 200 t + 300 t.
        var account = Some.Compile(
            Some.Profile((ServiceCode.AirPurification, ServiceRole.Booked, "load-or-capacity")),
            Some.Extents((1, "FOR", 10), (1, "SHR", 30)),
            [
                Some.Parameter(ServiceCode.AirPurification, "so2-rate", "FOR", 200m),
                Some.Parameter(ServiceCode.AirPurification, "so2-rate", "SHR", 100m),
            ],
            [Some.Statistic(1, "emission-so2", load)],
            Some.UnitValues(("sulphur-dioxide", 1200m, "yuan/t")));
        Assert.Equal(removed, account.Lines.Sum(line => line.PhysicalQuantity.Amount), 6);
        Assert.Equal(removed * 0.4, account.Lines[0].PhysicalQuantity.Amount, 6);
        Assert.All(account.Lines, line => Assert.Contains(flag, line.Flags));
    }

    [Fact]
    public void Lake_AcrossDistricts_IsMeasuredWholeAndSharedByArea()
    {
        var lake = Some.Lake(32.75, (1, 6.55), (2, 13.1));
        var account = Some.Compile(
            Some.Profile((ServiceCode.FloodMitigation, ServiceRole.Booked, "storage")),
            Some.Extents([lake], (1, "WET/lake", 6.55), (2, "WET/lake", 13.1)),
            [
                Some.Parameter(ServiceCode.FloodMitigation, "lake-intercept", "WET/lake", 4.924m),
                Some.Parameter(ServiceCode.FloodMitigation, "lake-exponent", "WET/lake", 1.128m),
                Some.Parameter(ServiceCode.FloodMitigation, "lake-exchange", "WET/lake", 1m),
            ],
            [], Reservoir);
        double[] quantities = [.. account.Lines.Select(line => line.PhysicalQuantity.Amount)];
        Assert.Equal(70_408_385 * 0.2, quantities[0], 0.2);
        Assert.Equal(70_408_385 * 0.4, quantities[1], 0.2);
    }

    [Fact]
    public void Products_AreValuedAtTheShareOfValueAddedToTheFen()
    {
        var account = Some.Compile(
            Some.Profile((ServiceCode.AgriculturalProducts, ServiceRole.Booked, "value-added-share")),
            Some.Extents((1, "CRO/paddy", 5)),
            [Some.Parameter(ServiceCode.AgriculturalProducts, "ecosystem-share", null, 0.31m)],
            [Some.Statistic(1, "crop-output", 24826m), Some.Statistic(1, "crop-value-added", 6402m)],
            Some.UnitValues());
        var line = Assert.Single(account.Lines);
        Assert.Equal(19_846_200.00m, line.Value.Yuan);
        Assert.Equal(Some.Type("CRO"), line.EcosystemType);
    }

    [Fact]
    public void Line_OfALowConfidenceParameter_IsFlaggedAndListedOnce()
    {
        var account = Some.Compile(WaterBalance, Some.Extents((1, "FOR", 1), (2, "FOR", 1)),
            [Some.Parameter(
                ServiceCode.WaterConservation, "runoff-coefficient", "FOR", 0.05m, Confidence.Low)],
            [Some.Statistic(0, "rainfall", 1300m), Some.Statistic(0, "evapotranspiration", 800m)], Reservoir);
        Assert.All(account.Lines, line => Assert.Contains(AccountFlag.LowConfidence, line.Flags));
        var remark = Assert.Single(account.Problems);
        Assert.Equal(AccountingProblemCode.LowConfidenceInput, remark.Code);
        Assert.Contains("runoff-coefficient.yaml:1", remark.Text.English, StringComparison.Ordinal);
    }

    private static GepAccount Water(ExtentTable extents, decimal rainfall, decimal evapotranspiration) =>
        Some.Compile(
        WaterBalance, extents,
        [Some.Parameter(ServiceCode.WaterConservation, "runoff-coefficient", "FOR", 0.0267m)],
        [Some.Statistic(0, "rainfall", rainfall),
            Some.Statistic(0, "evapotranspiration", evapotranspiration, "FOR")],
        Reservoir);

    private static IEnumerable<ServiceParameter> CarbonAndOxygen() =>
        new[] { ServiceCode.CarbonSequestration, ServiceCode.OxygenRelease }.SelectMany(service => new[]
        {
            Some.Parameter(service, "vegetation-carbon-rate", "FOR", 0.7m),
            Some.Parameter(service, "soil-carbon-ratio", "FOR", 0.5m),
        });
}
