using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Seea;
using Gep.Accounting.Valuation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Accounts;

/// <summary>The official SEEALand example, from tests/worked-examples/seealand.</summary>
public sealed class SeealandTests
{
    private const double Tolerance = 0.0001;

    /// <summary>Indices are printed with seven digits.</summary>
    private const double IndexTolerance = 5.1e-8;

    private static readonly YamlEntry Example = YamlFile.Read(
        Repository.PathOf("tests", "worked-examples", "seealand"), "seealand.yaml", new ProblemList())!;

    public static TheoryData<string> Types() =>
        [.. Example.Find("asset_expected")!.Items.Select(item => item.Find("type")!.Text!)];

    [Fact]
    public void Extent_WithTheConversion_ClosesAsPublished()
    {
        var extent = Example.Find("extent")!;
        var rows = ExtentAccountRow.Of(
            Map(extent.Find("opening")!),
            [.. extent.Find("conversions")!.Items.Select(item => (
                item.Find("from")!.Text!, item.Find("to")!.Text!, Number(item, "area")))]);
        var closing = Map(extent.Find("closing")!);
        Assert.All(rows, row => Assert.Equal(closing[row.EcosystemType], row.Closing));
        Assert.Equal(rows.Sum(row => row.Opening), rows.Sum(row => row.Closing));
    }

    [Fact]
    public void Condition_OfTheWorkedCells_IsRescaledAlsoWhereMuchIsBad() => Assert.All(
        Example.Find("condition")!.Find("cells")!.Items,
        cell =>
        {
            var indicator = new ConditionIndicator(
                cell.Find("variable")!.Text!, "A1", Number(cell, "low"), Number(cell, "high"), 0, 0);
            Assert.Equal(Number(cell, "indicator"), indicator.Rescaled(Number(cell, "value")), 9);
        });

    [Fact]
    public void Condition_OfSixClasses_WeighsClassesAndThenIndicators()
    {
        var account = ConditionAccount.Of(
        [
            new ConditionIndicator("NDWI", "A1", -1, 1, 0.31, 0.31),
            new ConditionIndicator("soil carbon", "A2", 0, 250, 100, 100),
            new ConditionIndicator("soil nitrogen", "A2", 0, 10, 5, 5),
            new ConditionIndicator("birds", "B1", 0, 1, 0.5, 0.4),
            new ConditionIndicator("cover", "B2", 0, 1, 0.5, 0.5),
            new ConditionIndicator("growth", "B3", 0, 1, 0.5, 0.5),
            new ConditionIndicator("connection", "C1", 0, 1, 0.5, 0.5),
        ]);
        Assert.Equal(1.0 / 6, account.Weights[0], 12);
        Assert.Equal(1.0 / 12, account.Weights[1], 12);
        Assert.Equal(((0.655 + 0.5 + 0.5 + 0.5 + 0.5) / 6) + ((0.4 + 0.5) / 12), account.Opening, 12);
        Assert.Equal(-0.1 / 6, account.Closing - account.Opening, 12);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Condition_OfAType_IsThePublishedIndex(string type)
    {
        var condition = Example.Find("condition")!;
        var variables = condition.Find("tables")!.Items
            .Single(item => item.Find("type")!.Text == type).Find("variables")!.Items;
        var account = ConditionAccount.Of(
        [
            .. variables.Select(variable => new ConditionIndicator(
                variable.Find("name")!.Text!, variable.Find("class")!.Text!, Number(variable, "low"),
                Number(variable, "high"), Number(variable, "opening"), Number(variable, "closing"))),
        ]);
        var index = condition.Find("index")!.Items.Single(item => item.Find("type")!.Text == type);
        Assert.Equal(1.0, account.Weights.Sum(), 12);
        Assert.Equal(Number(index, "opening"), account.Opening, IndexTolerance);
        Assert.Equal(Number(index, "closing"), account.Closing, IndexTolerance);
    }

    [Fact]
    public void Rows_OfTheSmallExample_AreReportedAsNotClosing()
    {
        var small = Example.Find("small_example")!;
        var opening = small.Find("opening")!;
        decimal[] parts = [.. opening.Pairs.Select(pair => (decimal)Number(opening, pair.Key))];
        Assert.Equal(0m, TableClosure.Of([[.. parts], [.. parts]]).RowResidual);
        var rows = small.Find("rows")!;
        var closure = TableClosure.Of(
        [
            [.. rows.Pairs.Select(pair => (decimal)Number(rows, pair.Key)), (decimal)Number(small, "change")],
            [.. rows.Pairs.Select(pair => (decimal)Number(rows, pair.Key)), (decimal)Number(small, "change")],
        ]);
        Assert.Equal((decimal)Number(small, "residual"), closure.RowResidual);
        Assert.False(closure.ClosesWithin(0m));
        Assert.Equal(
            Number(small, "closing"), Number(opening, "total") + Number(small, "change"));
    }

    [Fact]
    public void SupplyAndUse_InMoney_AreThePublishedTotals()
    {
        var table = new SupplyUseTable([.. Example.Find("supply_use")!.Items.Select(item => new SupplyUse(
            item.Find("service")!.Text!, item.Find("unit")!.Text!, Number(item, "price"),
                Map(item.Find("supply")!),
            Map(item.Find("use")!)))]);
        var expected = Example.Find("supply_use_expected")!;
        Assert.Equal(0.0, table.Residual);
        Assert.Equal(Number(expected, "total"), table.Total);
        Assert.All(Map(expected.Find("supply")!), type =>
            Assert.Equal(type.Value, table.SuppliedBy(type.Key)));
        Assert.All(Map(expected.Find("use")!), unit => Assert.Equal(unit.Value, table.UsedBy(unit.Key)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Asset_OfAType_HasThePublishedRowsWithCorrectedInputs(string type)
    {
        var expected = Example.Find("asset_expected")!.Items.Single(item => item.Find("type")!.Text == type);
        var account = Account(type);
        Assert.Equal(0.0, account.Residual, 6);
        Assert.Equal(Number(expected, "opening"), account.Opening, Tolerance);
        Assert.Equal(Number(expected, "closing"), account.Closing, Tolerance);
        Assert.Equal(Optional(expected, "conversions"), account.Conversions, Tolerance);
        Assert.Equal(Optional(expected, "enhancement"), account.Enhancement, Tolerance);
        Assert.Equal(Optional(expected, "degradation"), account.Degradation, Tolerance);
        Assert.Equal(Optional(expected, "upward"), account.UpwardReappraisal, Tolerance);
        Assert.Equal(0.0, account.DownwardReappraisal, Tolerance);
        Assert.Equal(Optional(expected, "revaluation"), account.Revaluation, Tolerance);
    }

    [Fact]
    public void Asset_OfAllTypes_HasTheCorrectedTotals()
    {
        var accounts = Example.Find("asset_expected")!.Items
            .Select(item => Account(item.Find("type")!.Text!)).ToImmutableArray();
        var totals = Example.Find("asset_totals")!;
        Assert.Equal(Number(totals, "opening"), accounts.Sum(one => one.Opening), Tolerance);
        Assert.Equal(Number(totals, "closing"), accounts.Sum(one => one.Closing), Tolerance);
        Assert.Equal(Number(totals, "area"), accounts.Sum(one => one.Conversions), Tolerance);
        Assert.Equal(Number(totals, "price"), accounts.Sum(one => one.Revaluation), Tolerance);
        Assert.Equal(Number(totals, "volume"), accounts.Sum(one =>
            one.Enhancement + one.Degradation + one.UpwardReappraisal + one.DownwardReappraisal), Tolerance);
    }

    [Fact]
    public void Factors_OfTheSmallExample_AreThePrintedOnes()
    {
        var small = Example.Find("small_example")!;
        var factors = small.Find("factors")!.Items.Select(item => decimal.Parse(
            item.Text!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        for (int year = 1; year <= factors.Length; year++)
        {
            double[] flows = [.. Enumerable.Repeat(0.0, year - 1), 1.0];
            Assert.Equal(
                (double)factors[year - 1], NetPresentValue.PrintedFactors(Number(small, "rate"), flows), 4);
        }
    }

    private static AssetAccount Account(string type)
    {
        var asset = Example.Find("asset")!;
        double annuity = NetPresentValue.Annuity(Number(asset, "rate"), (int)Number(asset, "years"));
        Assert.Equal(Number(asset, "annuity"), annuity, 8);
        var flows = asset.Find("flows")!.Items
            .Where(item => item.Find("type")!.Text == type)
            .Select(item => new AssetFlow(
                type, item.Find("service")!.Text!, Number(item, "opening"), Number(item, "closing"),
                Number(item, "opening_price"), Number(item, "closing_price")))
            .ToImmutableArray();
        var condition = Example.Find("condition")!;
        var index = condition.Find("index")!.Items.Single(item => item.Find("type")!.Text == type);
        var extent = Example.Find("extent")!;
        return AssetAccount.Of(
            flows, Number(extent.Find("opening")!, type), Number(extent.Find("closing")!, type),
            Number(index, "closing") - Number(index, "opening"), Number(condition, "threshold"), annuity);
    }

    private static ImmutableSortedDictionary<string, double> Map(YamlEntry entry) =>
        entry.Pairs.ToImmutableSortedDictionary(
            pair => pair.Key, pair => Number(entry, pair.Key), StringComparer.Ordinal);

    private static double Number(YamlEntry entry, string key) =>
        (double)entry.RequireDecimal(key, new ProblemList())!.Value;

    private static double Optional(YamlEntry entry, string key) =>
        entry.Find(key) is null ? 0.0 : Number(entry, key);
}
