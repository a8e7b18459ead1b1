using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
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

    private static Schedule Drawn(params RegisterParcel[] parcels) => DrawSchedule.For(
        ByArea(Rate(PayerLayer.City, 30m), Rate(PayerLayer.District, 20m)), Year, Inputs(parcels)).Schedule!;
}
