using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Measures;
using static Gep.Accounting.Tests.Compensation.SomeScheme;

namespace Gep.Accounting.Tests.Compensation;

public class ScheduleCorrectionTests
{
    [Fact]
    public void Between_ParcelShrinks_IsANegativeLineThatNamesBothRuns()
    {
        var paid = Drawn(Parcel("A", 100m), Parcel("B", 10m));
        var due = Drawn(Parcel("A", 98.6m), Parcel("B", 10m), Parcel("C", 1m));
        var correction = ScheduleCorrection.Between(paid, due);
        Assert.Equal(["A -70.00", "C 50.00"], correction.Lines.Select(line => $"{line.Parcel} {line.Delta}"));
        Assert.Equal("-20.00", correction.Total.ToString());
        Assert.Equal("T-SCHEME:2019:000001", correction.Lines[0].PaidLine);
        Assert.Null(correction.Lines[1].PaidLine);
        Assert.All(correction.Lines, line =>
            Assert.Equal(line.Delta.Yuan, line.Payers.Sum(share => share.Amount.Yuan)));
        Assert.Equal(due.Total - paid.Total, correction.Total);
    }

    [Fact]
    public void Between_SameFacts_HasNoLines() => Assert.Empty(
        ScheduleCorrection.Between(Drawn(Parcel("A", 1m)), Drawn(Parcel("A", 1m))).Lines);

    [Fact]
    public void Between_OtherWay_IsTheNegative()
    {
        var one = Drawn(Parcel("A", 100.01m));
        var other = Drawn(Parcel("A", 33.33m));
        Assert.Equal(
            ScheduleCorrection.Between(one, other).Total, -ScheduleCorrection.Between(other, one).Total);
    }

    [Fact]
    public void OpenAfter_Adjustments_IsWhatIsLeftOfEachPayer()
    {
        var line = ScheduleCorrection.Between(Drawn(Parcel("A", 100m)), Drawn(Parcel("A", 98.6m))).Lines[0];
        var whole = Settling(line, PayerLayer.City, -42m);
        var part = Settling(line, PayerLayer.District, -8.01m);
        Adjustment[] ofOthers =
        [
            part with { Parcel = "B" }, part with { Payee = "other" },
            part with { Line = "T-SCHEME:2019:000009" },
        ];

        Assert.Equal([(PayerLayer.City, "-42.00"), (PayerLayer.District, "-28.00")], Open(ofOthers));
        Assert.Equal([(PayerLayer.District, "-19.99")], Open([whole, part, .. ofOthers]));
        Assert.Empty(Open([whole, part, Settling(line, PayerLayer.District, -19.99m)]));
        Assert.Equal(
            [(PayerLayer.City, "8.00"), (PayerLayer.District, "-28.00")],
            Open([whole, Settling(line, PayerLayer.City, -8m)]));

        IEnumerable<(PayerLayer, string)> Open(Adjustment[] adjustments) =>
            line.OpenAfter(adjustments).Select(share => (share.Payer, share.Amount.ToString()));
    }

    [Fact]
    public void OpenAfter_LineThatWasNeverPaid_IsSettledWhateverItsNumberIsToday()
    {
        var paid = Drawn(Parcel("A", 100m));
        var first = ScheduleCorrection.Between(paid, Drawn(Parcel("A", 100m), Parcel("C", 1m))).Lines[0];
        var settled = new[] { PayerLayer.City, PayerLayer.District }
            .Zip([30m, 20m], (payer, yuan) => Settling(first, payer, yuan)).ToArray();
        var later = ScheduleCorrection.Between(
            paid, Drawn(Parcel("A", 100m), Parcel("B", 1m), Parcel("C", 1m))).Lines;

        Assert.Equal(["T-SCHEME:2019", "T-SCHEME:2019"], later.Select(line => line.Corrects));
        Assert.NotEqual(first.DueLine, later[1].DueLine);
        Assert.Equal(2, later[0].OpenAfter(settled).Length);
        Assert.Empty(later[1].OpenAfter(settled));
    }

    private static Adjustment Settling(CorrectionLine line, PayerLayer payer, decimal yuan) => new(
        ByArea().Code, Year, line.District, line.Payee, line.Parcel, payer, Money.FromExactYuan(yuan),
        line.Corrects, "remeasured", "test");

    private static Schedule Drawn(params RegisterParcel[] parcels) => DrawSchedule.For(
        ByArea(Rate(PayerLayer.City, 30m), Rate(PayerLayer.District, 20m)), Year, Inputs(parcels)).Schedule!;
}
