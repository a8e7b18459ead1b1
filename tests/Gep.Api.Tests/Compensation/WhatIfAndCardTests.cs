using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Reforms;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

public class WhatIfAndCardTests
{
    private static readonly AccountingYear Year = AccountingYear.Of(2019);
    private static readonly string Data = Repository.PathOf("data");

    [Fact]
    public void Apply_FloorPriceRaised_CostsTheDifferencePerDistrict()
    {
        var scheme = SchemeOf("WH-PVFLOOR");
        var then = new RateReform(1.10m, 1.20m).Apply(scheme)!;
        var effects = ReformEffect.Between(Drawn(scheme), Drawn(then));
        Assert.Equal(4, effects.Length);
        Assert.Equal(2_839_600m, effects.Sum(effect => effect.Difference.Yuan));
        Assert.All(effects, effect =>
            Assert.Equal(effect.Difference.Yuan, effect.Payers.Sum(share => share.Amount.Yuan)));
        Assert.Equal(SchemeStatus.Unverified, then.Status);
    }

    [Fact]
    public void Apply_NumberThatIsNotThere_GivesNothing() =>
        Assert.Null(new RateReform(7m, 8m).Apply(SchemeOf("WH-PVFLOOR")));

    [Fact]
    public void Write_AnyLine_SaysAmountFormulaSourceAndHowToObject()
    {
        var scheme = SchemeOf("WH-PVFLOOR");
        var schedule = Drawn(scheme);
        using var card = new StringWriter();
        ExplanationCard.Write(card, scheme, schedule, schedule.Lines[0], "蔡甸区");
        string text = card.ToString();
        Assert.Contains($"金额：{schedule.Lines[0].Amount} 元", text, StringComparison.Ordinal);
        Assert.Contains("条款值 floor_price：1.10", text, StringComparison.Ordinal);
        Assert.Contains("XIANG2020", text, StringComparison.Ordinal);
        Assert.Contains("如有异议", text, StringComparison.Ordinal);
    }

    [Fact]
    public void For_ItemsInAnyOrderAndWithoutADistrict_PaysEachTheSame()
    {
        var scheme = SchemeOf("WH-PVFLOOR");
        var items = MonitoringReader.ReadAll(Data, new ProblemList());
        var whole = Drawn(scheme);
        var reversed =
            DrawSchedule.For(scheme, Year, new ScheduleInputs { Items = [.. items.Reverse()] }).Schedule!;
        Assert.Equal(
            whole.Lines.Select(line => $"{line.Id} {line.Amount}"),
            reversed.Lines.Select(line => $"{line.Id} {line.Amount}"));
        var fewer = DrawSchedule.For(scheme, Year, new ScheduleInputs
        {
            Items = [.. items.Where(item => item.District.ToString() != "420115")],
        }).Schedule!;
        Assert.Equal(
            whole.Lines.Where(line => line.District.ToString() != "420115")
                .Select(line => $"{line.Parcel} {line.Amount}"),
            fewer.Lines.Select(line => $"{line.Parcel} {line.Amount}"));
    }

    private static Scheme SchemeOf(string code) =>
        SchemeReader.ReadAll(Data, new ProblemList()).Single(scheme => scheme.Code == SchemeCode.Of(code));

    private static Schedule Drawn(Scheme scheme) => DrawSchedule.For(
        scheme, Year, new ScheduleInputs
        {
            Items = MonitoringReader.ReadAll(Data, new ProblemList()),
        }).Schedule!;
}
