using Gep.Accounting.Statistics;

namespace Gep.Accounting.Tests.Statistics;

public sealed class StatisticsTableTests
{
    [Fact]
    public void Find_ALevelWithoutTheDistrict_IsTheRegions()
    {
        var table = Table(Some.Statistic(0, "rainfall", 1270m));
        Assert.Equal(1270m, table.Find(Some.District(1), "rainfall")!.Value);
    }

    [Fact]
    public void Find_ALevelOfTheDistrict_IsItsOwn()
    {
        var table = Table(Some.Statistic(0, "rainfall", 1270m), Some.Statistic(1, "rainfall", 1200m));
        Assert.Equal(1200m, table.Find(Some.District(1), "rainfall")!.Value);
    }

    [Fact]
    public void Find_ATotalWithoutTheDistrict_IsNull() =>
        Assert.Null(Table(Some.Statistic(0, "population", 1000m)).Find(Some.District(1), "population"));

    [Theory]
    [InlineData("FOR/EBF", 810)]
    [InlineData("FOR/DBF", 800)]
    [InlineData("GRA", 700)]
    public void Find_AType_IsItsOwnThenItsLevelsThenAnys(string type, int expected)
    {
        var table = Table(
            Some.Statistic(0, "evapotranspiration", 810m, "FOR/EBF"),
            Some.Statistic(0, "evapotranspiration", 800m, "FOR"),
            Some.Statistic(0, "evapotranspiration", 700m));
        Assert.Equal(expected, table.Find(Some.District(1), "evapotranspiration", Some.Type(type))!.Value);
    }

    [Fact]
    public void Table_WithAFigureTwice_Throws() => Assert.Throws<ArgumentException>(
        () => Table(Some.Statistic(1, "rainfall", 1m), Some.Statistic(1, "rainfall", 2m)));

    private static StatisticsTable Table(params Statistic[] statistics) => new(Some.Region, statistics);
}
