using Gep.Accounting.Measures;

namespace Gep.Accounting.Tests.Measures;

public sealed class PhysicalQuantityTests
{
    private static readonly Unit Tonnes = Unit.Of("t/a");

    [Theory]
    [InlineData(1.0 / 3.0, 0.333333333333)]
    [InlineData(123456789012345.0, 123456789012000.0)]
    [InlineData(0.1 + 0.2, 0.3)]
    [InlineData(0.0, 0.0)]
    public void Of_AnyAmount_KeepsTwelveDigits(double amount, double expected) =>
        Assert.Equal(expected, PhysicalQuantity.Of(amount, Tonnes).Amount);

    [Fact]
    public void ExactAmount_IsTheTwelveDigits() =>
        Assert.Equal(0.333333333333m, PhysicalQuantity.Of(1.0 / 3.0, Tonnes).ExactAmount);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_NoNumber_Throws(double amount) =>
        Assert.Throws<ArgumentException>(() => PhysicalQuantity.Of(amount, Tonnes));
}
