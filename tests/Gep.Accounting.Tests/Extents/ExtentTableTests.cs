using Gep.Accounting.Extents;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Tests.Extents;

public sealed class ExtentTableTests
{
    [Fact]
    public void Table_InAnyOrder_IsSortedByDistrictAndType()
    {
        var table = Some.Extents((2, "FOR", 1), (1, "WET/lake", 2), (1, "FOR", 3));
        Assert.Equal(["420101 FOR", "420101 WET/lake", "420102 FOR"],
            table.Extents.Select(extent => $"{extent.District} {extent.Type}"));
        Assert.Equal(2, table.Find(Some.District(1), Some.Type("WET/lake"))!.Area.SquareKilometres, 12);
        Assert.Null(table.Find(Some.District(2), Some.Type("WET/lake")));
    }

    [Fact]
    public void AreaWithin_ALevel1Type_AddsTheTypesUnderIt()
    {
        var table = Some.Extents((1, "FOR/EBF", 1), (1, "FOR/DBF", 2), (1, "SHR", 4));
        Assert.Equal(3, table.AreaWithin(Some.District(1), Some.Type("FOR")).SquareKilometres, 12);
    }

    [Fact]
    public void Table_WithATypeTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => Some.Extents((1, "FOR", 1), (1, "FOR", 2)));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Table_WithNoArea_Throws(double squareKilometres) => Assert.Throws<ArgumentException>(() =>
        new ExtentTable(
            [new DistrictExtent(Some.District(1), Area.Zero, Area.Zero, Area.Zero)],
            [new EcosystemExtent(
                Some.District(1), Some.Type("FOR"), Area.FromSquareKilometres(squareKilometres), 1)],
            []));
}
