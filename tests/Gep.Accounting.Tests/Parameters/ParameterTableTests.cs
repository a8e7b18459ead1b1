using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.Tests.Parameters;

public sealed class ParameterTableTests
{
    private static readonly ServiceCode Service = ServiceCode.WaterConservation;

    [Theory]
    [InlineData("FOR/EBF", 0.01)]
    [InlineData("FOR/DBF", 0.02)]
    [InlineData("GRA", 0.03)]
    public void Find_TypeThenItsLevelThenAll_TakesTheNearest(string type, double expected)
    {
        var table = new ParameterTable(
        [
            Some.Parameter(Service, "runoff-coefficient", "FOR/EBF", 0.01m),
            Some.Parameter(Service, "runoff-coefficient", "FOR", 0.02m),
            Some.Parameter(Service, "runoff-coefficient", null, 0.03m),
        ]);
        Assert.Equal(
            (decimal)expected,
            table.Find(Service, "runoff-coefficient", Some.Type(type))!.History.Values[0].Value);
    }

    [Fact]
    public void Find_WithoutParameter_IsNull() =>
        Assert.Null(new ParameterTable([]).Find(Service, "runoff-coefficient", Some.Type("FOR")));

    [Fact]
    public void Table_WithAParameterTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new ParameterTable(
    [
        Some.Parameter(Service, "runoff-coefficient", "FOR", 0.01m),
        Some.Parameter(Service, "runoff-coefficient", "FOR", 0.02m),
    ]));
}
