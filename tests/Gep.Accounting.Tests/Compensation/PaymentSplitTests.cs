using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Tests.Compensation;

public class PaymentSplitTests
{
    /// <summary>
    /// Amount, weights, expected parts: the table of docs/ORACLES.md §1 and vectors V35, V36.
    /// </summary>
    public static TheoryData<string, decimal, decimal[], decimal[]> Oracles => new()
    {
        { "brick/money 111", 220.00m, [445455, 9091, 545455], [98.00m, 2.00m, 120.00m] },
        { "dinero 144", 10.03m, [49, 51], [4.91m, 5.12m] },
        { "dinero 776", 0.05m, [100, 101, 100, 100], [0.01m, 0.02m, 0.01m, 0.01m] },
        { "moneyphp 492a", 99.99m, [75, 25], [74.99m, 25.00m] },
        { "moneyphp 492b", 0.01m, [33, 66], [0m, 0.01m] },
        { "moneyphp 832", 70000000000000.00m, [1, 2], [23333333333333.33m, 46666666666666.67m] },
        { "rusty 103", 6.13m, [98, 92, 98, 123, 102, 92], [0.99m, 0.93m, 0.99m, 1.25m, 1.04m, 0.93m] },
        { "a weight of 2^31 units and more", 3.00m, [21474836.48m, 42949672.96m], [1.00m, 2.00m] },
        { "common, V35", 100.00m, [1, 1, 1], [33.34m, 33.33m, 33.33m] },
        { "brick/money 62", 0.03m, [75, 25], [0.02m, 0.01m] },
        { "erpnext 26951", 30000.00m, [33.334m, 33.334m, 33.334m], [10000m, 10000m, 10000m] },
        {
            "V35 sevenths", 1000.00m, [1, 1, 1, 1, 1, 1, 1],
            [142.86m, 142.86m, 142.86m, 142.86m, 142.86m, 142.85m, 142.85m]
        },
        { "V36 column in 10 000 yuan", 7.04m, [12350, 23450, 34550], [1.23m, 2.35m, 3.46m] },
        { "V16 city and district", 40000.00m, [25, 15], [25000m, 15000m] },
        { "one payer", 0.01m, [7], [0.01m] },
        { "a weight of zero", 10.00m, [0, 3], [0m, 10.00m] },
    };

    [Theory]
    [MemberData(nameof(Oracles))]
    public void TrySplit_OracleCase_GivesItsParts(
        string name, decimal amount, decimal[] weights, decimal[] expected)
    {
        Assert.True(PaymentSplit.TrySplit(Money.FromExactYuan(amount), weights, out var parts), name);
        Assert.Equal(expected, parts.Select(part => part.Amount.Yuan));
    }

    [Theory]
    [MemberData(nameof(Oracles))]
    public void TrySplit_NegativeAmount_MirrorsThePositive(
        string name, decimal amount, decimal[] weights, decimal[] expected)
    {
        Assert.True(PaymentSplit.TrySplit(Money.FromExactYuan(-amount), weights, out var parts), name);
        Assert.Equal(expected.Select(part => -part), parts.Select(part => part.Amount.Yuan));
    }

    [Fact]
    public void TrySplit_WeightsOfOtherOrder_GivesEachWeightTheSame()
    {
        decimal[] weights = [92m, 102m, 123m, 98m, 93m, 98m];
        Assert.True(PaymentSplit.TrySplit(Money.FromFen(613), weights, out var parts));
        Assert.Equal(6.13m, parts.Sum(part => part.Amount.Yuan));
        Assert.Equal(parts[3].Amount, parts[5].Amount);
    }

    [Theory]
    [InlineData]
    [InlineData(0.0, 0.0)]
    [InlineData(2.0, -1.0)]
    public void TrySplit_NoOrNegativeWeight_IsRefused(params double[] weights)
    {
        Assert.False(PaymentSplit.TrySplit(
            Money.FromFen(100), [.. weights.Select(weight => (decimal)weight)], out var parts));
        Assert.Empty(parts);
    }

    [Fact]
    public void TrySplit_Thirds_NamesTheRanksOfTheRemainders()
    {
        PaymentSplit.TrySplit(Money.FromFen(10000), [1m, 1m, 1m], out var parts);
        Assert.Equal([1, 2, 3], parts.Select(part => part.Rank));
        Assert.Equal([true, false, false], parts.Select(part => part.HasExtraFen));
        Assert.All(parts, part => Assert.Equal(0.333333m, part.Remainder));
    }

    [Theory]
    [InlineData("2.675", "2.68")]
    [InlineData("0.125", "0.13")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("0.0048", "0.00")]
    public void FromExactYuan_Midpoint_RoundsAwayFromZero(string exact, string expected)
    {
        decimal yuan = decimal.Parse(exact, CultureInfo.InvariantCulture);
        Assert.Equal(expected, Money.FromExactYuan(yuan).ToString());
    }

    [Fact]
    public void FromSquareKilometres_WetlandOfWuhan_IsItsMu() =>
        Assert.Equal(2_436_915.00, Area.FromSquareKilometres(1624.61).Mu, 6);
}
