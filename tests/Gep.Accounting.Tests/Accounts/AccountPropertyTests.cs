using FsCheck;
using FsCheck.Fluent;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Profiles;

namespace Gep.Accounting.Tests.Accounts;

public sealed class AccountPropertyTests
{
    private static readonly string[] Types =
        ["FOR/EBF", "FOR/DBF", "SHR", "GRA/tussock", "URB/park", "CRO/orchard"];

    /// <summary>Up to 13 districts with areas of 1 m² to 1000 km² of each type.</summary>
    private static Arbitrary<ExtentTable> Tables()
    {
        var area = Gen.Choose(1, 1_000_000_000).Select(squareMetres => squareMetres / 1e6);
        var table = from districts in Gen.Choose(1, 13)
                    from areas in area.ArrayOf(districts * Types.Length)
                    select Some.Extents([.. areas.Select((one, i) =>
                        (1 + (i / Types.Length), Types[i % Types.Length], one))]);
        return table.ToArbitrary();
    }

    [Fact]
    public void Lines_OfAnyExtents_AddUpToEveryTotal() => Prop.ForAll(Tables(), extents =>
    {
        var account = Compile(extents);
        decimal sum = account.Lines.Sum(line => line.Value.Yuan);
        Assert.All(account.Checks, check => Assert.True(check.Passed, check.Code));
        Assert.Equal(sum, account.Totals.Gep.Yuan);
        Assert.Equal(sum, account.Totals.ByDistrict.Sum(total => total.Value.Yuan));
        Assert.Equal(sum, account.Totals.ByEcosystemType.Sum(total => total.Value.Yuan));
        Assert.Equal(account.Lines.Length, account.Lines.DistinctBy(line => line.Id).Count());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Account_OfExtentsInAnyOrder_IsTheSame() => Prop.ForAll(Tables(), extents =>
    {
        var turned = new ExtentTable(extents.Districts.Reverse(), extents.Extents.Reverse(), []);
        Assert.Equal(
            Compile(extents).Lines.Select(line => (line.Id, line.PhysicalQuantity, line.Value)),
            Compile(turned).Lines.Select(line => (line.Id, line.PhysicalQuantity, line.Value)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_OfTwiceTheExtent_IsTwiceTheValueToTheFenALine() => Prop.ForAll(Tables(), extents =>
    {
        var twice = Some.Extents([.. extents.Extents.Select(extent => (
            int.Parse(extent.District.ToString()[4..], null), extent.Type.ToString(),
            2 * extent.Area.SquareKilometres))]);
        var one = Compile(extents);
        Assert.True(
            Math.Abs((2 * one.Totals.Gep.Yuan) - Compile(twice).Totals.Gep.Yuan) <= 0.05m * one.Lines.Length);
    }).QuickCheckThrowOnFailure();

    private static GepAccount Compile(ExtentTable extents) => Some.Compile(
        Some.Profile((ServiceCode.WaterConservation, ServiceRole.Booked, "water-balance")), extents,
        [Some.Parameter(ServiceCode.WaterConservation, "runoff-coefficient", null, 0.05m)],
        [Some.Statistic(0, "rainfall", 1270m), Some.Statistic(0, "evapotranspiration", 800m)],
        Some.UnitValues(("reservoir-capacity", 8.8221m, "yuan/m³")));
}
