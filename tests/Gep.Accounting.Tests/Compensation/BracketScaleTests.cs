using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Compensation.Settlement;

namespace Gep.Accounting.Tests.Compensation;

/// <summary>
/// The cases of the tax scales of OpenFisca ([COMPENSATION] §4.6 asks for a declared type).
/// </summary>
public class BracketScaleTests
{
    [Theory]
    [InlineData("1 1.5 2 2.5 3 4", "0 0.05 0.1 0.2 0.3 0.3")]
    public void For_MarginalRate_IsThatOfEachPart(string numbers, string expected) =>
        AssertScale(BracketScaleType.MarginalRate, "0:0 1:0.1 2:0.2 3:0", numbers, expected);

    [Theory]
    [InlineData("200 200.2 200.002 200.6 200.006", "10 10.02 10.0002 10.06 10.0006")]
    public void For_MarginalRateAboveHundred_IsExact(string numbers, string expected) =>
        AssertScale(BracketScaleType.MarginalRate, "0:0 100:0.1", numbers, expected);

    [Theory]
    [InlineData(1, "10 10 10 10.1 10")]
    [InlineData(2, "10 10.02 10 10.06 10")]
    public void For_MarginalRateRounded_IsThatOfTheRoundedResult(int decimals, string expected)
    {
        var scale = Scale(BracketScaleType.MarginalRate, "0:0 100:0.1");
        Assert.Equal(Numbers(expected), Numbers("200 200.2 200.002 200.6 200.006")
            .Select(number => Math.Round(scale.For(number), decimals, MidpointRounding.AwayFromZero)));
    }

    [Theory]
    [InlineData("1 8 10", "0 0.23 0.29")]
    public void For_SingleAmount_IsThatOfTheStep(string numbers, string expected) =>
        AssertScale(BracketScaleType.SingleAmount, "6:0.23 9:0.29", numbers, expected);

    [Theory]
    [InlineData("1 8 10", "0 0.23 0.52")]
    public void For_MarginalAmount_AddsTheStepsUp(string numbers, string expected) =>
        AssertScale(BracketScaleType.MarginalAmount, "6:0.23 9:0.29", numbers, expected);

    [Fact]
    public void ToMarginal_LinearAverage_GivesItsMarginalRates()
    {
        var scale = Scale(BracketScaleType.LinearAverageRate, "0:0 1:0.1 2:0.2").ToMarginal();
        Assert.Equal(Numbers("0.1 0.25 0.4 0.5"), Numbers("1 1.5 2 2.5").Select(scale.For));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(33000, 15000)]
    [InlineData(500, 400)]
    [InlineData(400000, 200000)]
    public void ThresholdOf_Number_IsItsStep(int number, int threshold) => Assert.Equal(
        threshold, Scale(BracketScaleType.SingleAmount, "0:0 400:0 15000:0 200000:0").ThresholdOf(number));

    [Fact]
    public void Of_ThresholdsThatFall_Throws() =>
        Assert.Throws<ArgumentException>(() => Scale(BracketScaleType.SingleAmount, "2:1 1:1"));

    private static void AssertScale(BracketScaleType type, string steps, string numbers, string expected)
    {
        var scale = Scale(type, steps);
        Assert.Equal(Numbers(expected), Numbers(numbers).Select(scale.For));
    }

    private static BracketScale Scale(BracketScaleType type, string steps) => BracketScale.Of(
        type,
        [.. steps.Split(' ').Select(step => step.Split(':')).Select(step => new Bracket(
            decimal.Parse(step[0], CultureInfo.InvariantCulture),
            decimal.Parse(step[1], CultureInfo.InvariantCulture)))]);

    private static ImmutableArray<decimal> Numbers(string text) =>
        [.. text.Split(' ').Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];
}
