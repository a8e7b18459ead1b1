using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Compensation.Households;
using Gep.Accounting.Compensation.Ledgers;
using Gep.Accounting.Measures;
using static Gep.Accounting.Tests.Compensation.SomeScheme;

namespace Gep.Accounting.Tests.Compensation;

public class HouseholdPaymentTests
{
    private static readonly ImmutableArray<HouseholdShare> Households =
    [
        new("H1", "forests", "A", "1", "甲", "", null, 1m, "h:1"),
        new("H2", "forests", "A", "1", "乙", "", null, 99m, "h:2"),
    ];

    [Theory]
    [InlineData(0, 0, "0.50", "0.00")]
    [InlineData(1, 0, "0.00", "0.50")]
    [InlineData(1, 0.50, "1.00", "0.00")]
    [InlineData(1, 0.49, "0.00", "0.99")]
    [InlineData(0.5, 0, "0.50", "0.00")]
    public void Of_SmallAmount_IsCarriedUntilItReachesTheMinimum(
        double minimum, double carried, string paid, string carriedOut)
    {
        var payments = HouseholdPayment.Of(
            List(), Yuan(minimum), new Dictionary<string, Money> { ["H1"] = Yuan(carried) });
        Assert.Equal(paid, payments[0].Paid.ToString());
        Assert.Equal(carriedOut, payments[0].CarriedOut.ToString());
        Assert.Equal("49.50", payments[1].Paid.ToString());
        Assert.All(payments, payment => Assert.Equal(
            payment.CarriedIn + payment.Line.Amount, payment.Paid + payment.CarriedOut));
    }

    [Fact]
    public void Of_Adjustment_BooksBothSides()
    {
        Assert.True(DistrictCode.TryParse("420116", out var district));
        var adjustment = new Adjustment(
            SchemeCode.Of("T-SCHEME"), Year, district, "甲", "A", PayerLayer.City, -Yuan(12.34),
            "T-SCHEME:2018:000001", "复测", "adjustments.csv:2");
        var transaction = Assert.Single(Journal.Of([adjustment], Year.LastDay));
        Assert.Equal(0m, transaction.Residual);
        Assert.Equal("payee:420116:T-SCHEME -12.34",
            $"{transaction.Postings[0].Account} {transaction.Postings[0].Amount}");
    }

    private static Money Yuan(double yuan) => Money.FromExactYuan((decimal)yuan);

    private static ImmutableArray<HouseholdLine> List() => HouseholdList.Of(
        DrawSchedule.For(ByArea(Rate(PayerLayer.City, 50m)), Year, Inputs(Parcel("A", 1m))).Schedule!,
        "forests", Households);
}
