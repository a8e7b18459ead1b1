using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;
using static Gep.Accounting.Tests.Compensation.SomeScheme;

namespace Gep.Accounting.Tests.Compensation;

public class DrawScheduleTests
{
    [Fact]
    public void For_TwoLayers_SplitsEachLineByTheirRates()
    {
        var draft = DrawSchedule.For(
            ByArea(Rate(PayerLayer.District, 5), Rate(PayerLayer.City, 10)),
            Year,
            Inputs(Parcel("A", 0.33m)));
        var line = Assert.Single(draft.Schedule!.Lines);
        Assert.Equal("4.95", line.Amount.ToString());
        Assert.Equal(
            [(PayerLayer.City, "3.30"), (PayerLayer.District, "1.65")],
            line.Payers.Select(share => (share.Payer, share.Amount.ToString())));
        Assert.Equal("T-SCHEME:2019:000001", line.Id);
    }

    [Fact]
    public void For_NoRateOnTheBenefitDay_IsRefusedAndNamesTheDocument()
    {
        var draft = DrawSchedule.For(
            ByArea(Rate(PayerLayer.City, 10, "2019-01-02", document: "Later")), Year, Inputs(Parcel("A", 1)));
        Assert.False(draft.IsDrawn);
        var problem = Assert.Single(draft.Problems);
        Assert.Equal(AccountingProblemCode.RateNotInForce, problem.Code);
        Assert.Contains("《Later》", problem.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void For_TwoRatesInForce_IsRefusedAndNamesBothDocuments()
    {
        var draft = DrawSchedule.For(
            ByArea(
                Rate(PayerLayer.City, 10, document: "Old"),
                Rate(PayerLayer.City, 12, "2018-01-01", document: "New")),
            Year, Inputs(Parcel("A", 1), Parcel("B", 2)));
        Assert.False(draft.IsDrawn);
        var problem = Assert.Single(draft.Problems);
        Assert.Equal(AccountingProblemCode.RatesConflict, problem.Code);
        Assert.Contains("《Old》", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains("《New》", problem.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-01-01", "20.00")]
    [InlineData("2019-01-02", "10.00")]
    public void For_RateThatChanges_TakesTheHalfOpenIntervalOfTheBenefitDay(string change, string expected)
    {
        var draft = DrawSchedule.For(
            ByArea(Rate(PayerLayer.City, 10, "2014-01-01", change), Rate(PayerLayer.City, 20, change)),
            Year, Inputs(Parcel("A", 1)));
        Assert.Equal(expected, draft.Schedule!.Total.ToString());
    }

    [Fact]
    public void For_RateCheckedUntilAnEarlierDay_IsRefused()
    {
        var unchecked2019 = Rate(PayerLayer.City, 10) with { CheckedUntil = new DateOnly(2018, 12, 31) };
        var draft = DrawSchedule.For(ByArea(unchecked2019), Year, Inputs(Parcel("A", 1)));
        Assert.Equal(AccountingProblemCode.RateNotInForce, Assert.Single(draft.Problems).Code);
    }

    [Fact]
    public void For_PotOfTwoLayers_AddsUpByLineAndByLayer()
    {
        var claims = Enumerable.Range(1, 7).Select(i => Claim($"C{i}", 100m + i, $"payee {i}")).ToArray();
        var draft = DrawSchedule.For(
            ByLoss(Rate(PayerLayer.City, 3.33m), Rate(PayerLayer.District, 6.68m)), Year, Inputs(claims));
        Assert.Equal("10.01", draft.Schedule!.Total.ToString());
        Assert.Equal(["3.33", "6.68"], draft.Schedule.Payers.Select(share => share.Amount.ToString()));
        Assert.All(draft.Schedule.Lines, line =>
            Assert.Equal(line.Amount.Yuan, line.Payers.Sum(share => share.Amount.Yuan)));
        Assert.All(draft.Schedule.Checks, check => Assert.True(check.Passed));
    }

    [Fact]
    public void For_UnknownKind_SaysWhyInWords()
    {
        foreach (var kind in Enum.GetValues<RuleKind>().Where(kind => !DrawSchedule.NeedsRates(kind)))
        {
            var scheme = ByLoss(Rate(PayerLayer.City, 1));
            var ofKind = scheme with { Rule = scheme.Rule with { Kind = kind } };
            var draft = DrawSchedule.For(ofKind, Year, new ScheduleInputs());
            Assert.Equal(AccountingProblemCode.RuleKindNotBuilt, Assert.Single(draft.Problems).Code);
        }
    }

    [Fact]
    public void For_AnyLine_TraceLeadsToParcelAndArticle()
    {
        var draft = DrawSchedule.For(ByArea(Rate(PayerLayer.City, 50)), Year, Inputs(Parcel("A", 2.005m)));
        var trace = draft.Schedule!.Lines[0].Trace;
        Assert.Equal("100.25 yuan", trace.Value);
        Assert.Equal("2.005 mu", trace.Children[0].Value);
        Assert.Equal("forests:A", trace.Children[0].Place);
        var rate = Assert.Single(trace.Children[1].Children);
        Assert.Equal("50 yuan/mu/a", rate.Value);
        Assert.Equal("A:1", rate.Place);
        Assert.Contains("《A》 1, in force [2014-01-01, …)", rate.Label.English, StringComparison.Ordinal);
        Assert.Equal("365/365 d", trace.Children[2].Value);
    }

    [Fact]
    public void For_GeometryThatIsNoNumber_IsRefused()
    {
        var parcel = Parcel("A", 2) with { GeometryAreaMu = double.NaN };
        var draft = DrawSchedule.For(ByArea(Rate(PayerLayer.City, 50)), Year, Inputs(parcel));
        Assert.Equal(AccountingProblemCode.ParcelAreaMismatch, Assert.Single(draft.Problems).Code);
        Assert.False(draft.IsDrawn);
    }

    [Fact]
    public void For_AnotherCulture_GivesTheSameTexts()
    {
        var scheme = ByArea(Rate(PayerLayer.City, 10.5m), Rate(PayerLayer.District, 0.25m));
        string expected = TextsOf(scheme);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, TextsOf(scheme));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string TextsOf(Scheme scheme)
    {
        var parcel = Parcel("A", 1234.5678m) with { GeometryAreaMu = 1260.25 };
        var schedule = DrawSchedule.For(scheme, Year, Inputs(parcel)).Schedule!;
        return string.Join('\n', schedule.Problems.Select(problem => problem.ToString())
            .Concat(schedule.Checks.Select(check => check.Note.ToString()))
            .Concat(Nodes(schedule.Lines[0].Trace)
                .Select(node => $"{node.Label} {node.Value} {node.Formula}")));
    }

    private static IEnumerable<TraceNode> Nodes(TraceNode node) =>
        node.Children.SelectMany(Nodes).Prepend(node);
}
