using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Areas;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;
using static System.FormattableString;

namespace Gep.Accounting.Compensation;

/// <summary>Explains a line that was paid by area.</summary>
internal static class AreaTrace
{
    /// <summary>
    /// The tree from the amount down to the parcel, the rates with their articles, and the payers.
    /// </summary>
    public static TraceNode Of(
        Scheme scheme,
        AccountingYear year,
        RegisterParcel parcel,
        ClassRate rate,
        ParcelEntitlement entitlement,
        Money amount,
        ImmutableArray<PayerShare> payers) => new(
            new($"{scheme.Name.Chinese}：{year} 年应补金额", $"{scheme.Name.English}: payment for {year}"),
            $"{amount} yuan",
            "round(A · R · T, 0.01), half away from zero",
            scheme.Source,
            scheme.Place,
            [
                AreaOf(parcel, scheme.Source),
                rate.Trace,
                TimeOf(scheme, year),
                .. entitlement.Steps,
                RoundingOf(entitlement.ExactYuan, amount),
                PayersOf(payers),
            ]);

    /// <summary>The payers' parts of an amount.</summary>
    public static TraceNode PayersOf(ImmutableArray<PayerShare> payers) => new(
        new("资金分担", "payers"),
        $"{payers.Aggregate(Money.Zero, (sum, share) => sum + share.Amount)} yuan",
        "largest remainder by the layers' rates, ties to the higher layer",
        null,
        null,
        [.. payers.Select(share => TraceNode.Input(
            PayerLayerNames.NameOf(share.Payer), $"{share.Amount} yuan", null, null))]);

    private static TraceNode AreaOf(RegisterParcel parcel, SourceRef source) => new(
        new($"补偿面积 A：图层 {parcel.Layer} 地块 {parcel.Id} 的登记面积",
            $"area A: register area of parcel {parcel.Id} in layer {parcel.Layer}"),
        Invariant($"{parcel.RegisterAreaMu} mu"),
        null,
        source,
        parcel.Place,
        [TraceNode.Input(
            new("图形面积（仅核对）", "area of the geometry (check only)"),
            Invariant($"{parcel.GeometryAreaMu:F4} mu"), null, parcel.Place)]);

    private static TraceNode TimeOf(Scheme scheme, AccountingYear year)
    {
        string day = RateProblems.Iso(BenefitDays.In(year, scheme.Rule));
        var label = scheme.Rule.Time switch
        {
            TimeRule.FullYear => new BilingualText(
                $"时间 T：按 {day} 的标准计全年", $"time T: the full year by the values of {day}"),
            TimeRule.CalendarDays => new("时间 T：按日历天数", "time T: by calendar days"),
            TimeRule.MonthsBegun => new("时间 T：按月，月初计", "time T: by months begun"),
            TimeRule.MonthsComplete => new("时间 T：按整月", "time T: by complete months"),
        };
        return TraceNode.Input(label, $"{year.Days}/{year.Days} d", null, scheme.Place);
    }

    private static TraceNode RoundingOf(decimal exactYuan, Money amount) => new(
        new("四舍五入到分（仅此一次）", "rounded to the fen, only here"),
        Invariant($"{amount.Yuan - exactYuan} yuan"),
        Invariant($"{amount} − {exactYuan}"),
        null,
        null,
        []);
}
