using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Tests.Parameters;

public sealed class UnitValueTableTests
{
    /// <summary>Consumer prices of [METHODS] §7.1.</summary>
    private static readonly Dictionary<int, decimal> Links = new()
    {
        [2006] = 101.5m, [2007] = 104.8m, [2008] = 105.9m, [2009] = 99.3m, [2010] = 103.3m, [2011] = 105.4m,
        [2012] = 102.6m, [2013] = 102.6m, [2014] = 102.0m, [2015] = 101.4m, [2016] = 102.0m, [2017] = 101.6m,
        [2018] = 102.1m, [2019] = 102.9m, [2020] = 102.5m,
    };

    private static readonly PriceIndex Cpi = new("cpi", new("指数", "index"), Links, Some.Source, "cpi.yaml");

    [Theory]
    [InlineData(2010, 1.1555)]
    [InlineData(2014, 1.3077)]
    [InlineData(2019, 1.4437)]
    [InlineData(2020, 1.4798)]
    public void Factor_From2005_IsTheChain(int year, double expected) =>
        Assert.Equal((decimal)expected, Math.Round(Cpi.FindFactor(2005, year, out _)!.Value, 4));

    [Fact]
    public void Factor_BackInTime_IsTheInverse()
    {
        decimal there = Cpi.FindFactor(2010, 2019, out _)!.Value;
        decimal back = Cpi.FindFactor(2019, 2010, out _)!.Value;
        Assert.Equal(1m, Math.Round(there * back, 20));
    }

    [Theory]
    [InlineData(2010, 7.0610)]
    [InlineData(2020, 9.0424)]
    public void UnitValue_OfReservoirs_IsCarriedToTheYear(int year, double expected)
    {
        var found = Table().Find("reservoir", AccountingYear.Of(year), out var problem);
        Assert.Null(problem);
        Assert.Equal(expected, (double)found!.Yuan, 2e-3);
        Assert.Equal((year, 2005, 6.1107m), (found.PriceYear, found.WrittenPriceYear, found.WrittenYuan));
    }

    [Fact]
    public void UnitValue_OfAYearBeyondTheIndex_IsAProblemNotTheNearestYear()
    {
        Assert.Null(Table().Find("reservoir", AccountingYear.Of(2023), out var problem));
        Assert.Equal(AccountingProblemCode.PriceIndexMissing, problem!.Code);
        Assert.Contains("2021", problem.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void UnitValue_BeforeItsFirstDay_IsAProblem()
    {
        Assert.Null(Table().Find("reservoir", AccountingYear.Of(1990), out var problem));
        Assert.Equal(AccountingProblemCode.UnitValueNotInForce, problem!.Code);
    }

    private static UnitValueTable Table() => new(
        [
            new UnitValueSeries("reservoir", new("水库", "reservoir"), PriceMode.Stock,
                new DatedParameter("reservoir", Unit.Of("yuan/m³"),
                    [new DatedValue(new DateOnly(2000, 1, 1), 6.1107m, Some.Source)], null,
                    "reservoir.yaml:1"),
                [2005], "cpi"),
        ],
        [Cpi]);
}
