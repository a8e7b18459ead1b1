using Gep.Accounting.Problems;
using Gep.Api.Accounts;

namespace Gep.Api.Tests.Accounts;

public sealed class DataPackTests
{
    [Fact]
    public void Packs_OfTheWorkspace_AreReadWithoutProblems()
    {
        var wuhan = new WuhanAccount();
        var profiles = ProfileReader.List(WuhanAccount.Root, wuhan.Problems);
        Assert.Equal(["ESV-XIE2015", "GBT38582", "MEE2020", "NDRC2022", "WUHAN-PUBLISHED"], profiles);
        foreach (string profile in profiles) wuhan.Profile(profile);
        wuhan.Statistics(2019);
        wuhan.Statistics(2024);
        Assert.Equal([], wuhan.Problems.All.Select(one => $"{one.Code} {one.Where} {one.Text.English}"));
        Assert.Equal(13, wuhan.Classification.Districts.Length);
        Assert.Equal(
            8569.15, wuhan.Classification.Districts.Sum(one => one.OfficialArea.SquareKilometres), 6);
    }

    [Fact]
    public void Parameters_OfTheWorkspace_HaveUnitAndSource()
    {
        var wuhan = new WuhanAccount();
        Assert.True(wuhan.Parameters.All.Length > 100);
        Assert.All(wuhan.Parameters.All, parameter => Assert.All(parameter.History.Values, value =>
        {
            Assert.NotEqual("", value.Source.Key);
            Assert.NotEqual("", parameter.History.Unit.ToString());
            Assert.Contains(".yaml:", parameter.History.Place, StringComparison.Ordinal);
        }));
        Assert.All(wuhan.UnitValues.All, series => Assert.All(
            series.History.Values, value => Assert.NotEqual("", value.Source.Key)));
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2024)]
    public void Account_OfNdrc2022_ClosesWithinTheBandsOfPublishedFigures(int year)
    {
        var account = new WuhanAccount().Compile(year, "NDRC2022");
        Assert.All(account.Checks, check => Assert.True(check.Passed, $"{check.Code} {check.Residual}"));
        Assert.True(account.IsCompiled);
        Assert.DoesNotContain(account.Problems, problem => problem.Severity == ProblemSeverity.Warning);
        decimal gep = account.Totals.Gep.Yuan / 100_000_000m;
        Assert.InRange(gep, 400m, 1800m);
        var water = account.Lines.Where(line => line.Service.ToString() == "water-conservation"
            && line.EcosystemType?.Level1.ToString() == "FOR");
        double perSquareKilometre = water.Sum(line => line.PhysicalQuantity.Amount)
            / water.Sum(line => line.Extent.SquareKilometres) / 10_000;
        Assert.InRange(perSquareKilometre, 30, 60);
    }

    [Fact]
    public void Account_OfWuhanPublished_GivesThePublishedTotals()
    {
        var account = new WuhanAccount().Compile(2019, "WUHAN-PUBLISHED");
        var byService = account.Totals.ByService.ToDictionary(
            total => total.Key.ToString(), total => total.Value.Yuan);
        Assert.Equal(230.55m, byService["forest-services-published"] / 100_000_000m, 6);
        Assert.Equal(456.00m, byService["wetland-services-published"] / 100_000_000m, 6);
        Assert.Equal(686.55m, account.Totals.Gep.Yuan / 100_000_000m, 6);
    }

    [Fact]
    public void Account_WithExtentsInAnyOrder_IsTheSame()
    {
        var wuhan = new WuhanAccount();
        var table = WuhanExtents.Table();
        var turned = new Gep.Accounting.Extents.ExtentTable(
            table.Districts.Reverse(), table.Extents.Reverse(), table.WaterBodies.Reverse());
        var one = wuhan.Compile(2019, "NDRC2022", table);
        var other = wuhan.Compile(2019, "NDRC2022", turned);
        Assert.Equal(
            one.Lines.Select(line => (line.Id, line.Value)),
            other.Lines.Select(line => (line.Id, line.Value)));
    }
}
