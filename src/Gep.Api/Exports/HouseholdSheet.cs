using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Households;

namespace Gep.Api.Exports;

/// <summary>Output C 到户清册: one row a household and line, identity and card masked ([COMPENSATION]
/// §5.1).</summary>
internal static class HouseholdSheet
{
    private const int FirstAmount = 13, AmountColumns = 4;

    private static readonly ImmutableArray<(string, int)> Columns =
    [
        ("序号", 6), ("乡镇（街道）", 16), ("村", 10), ("组", 4), ("户主（收款人）", 24), ("身份证（掩码）", 18),
        ("卡号（掩码）", 14), ("小班号", 17), ("权属", 10), ("等级", 9), ("支付行", 24), ("面积（亩）", 11),
        ("标准（元/亩/年）", 9), ("金额（元）", 12), ("上年结转（元）", 9), ("本次发放（元）", 12),
        ("结转下年（元）", 9), ("签字", 7), ("公示状态", 8),
    ];

    /// <summary>The sheet, with a subtotal for each district and scheme.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var rows = new SubtotalledRows(
        [
            (11, CellStyle.TotalArea), .. Enumerable.Range(FirstAmount, AmountColumns)
                .Select(column => (column, CellStyle.TotalAmount)),
        ]);
        int number = 0;
        foreach (var (scheme, schedule) in book.Paying)
        {
            var carried = book.Carried.Where(pair => pair.Key.Item1 == scheme.Code)
                .ToDictionary(pair => pair.Key.Item2, pair => pair.Value);
            var list = HouseholdPayment.Of(
                ListOf(scheme, schedule, book.Households), scheme.Rule.MinimumPayment, carried);
            foreach (var district in list.GroupBy(item => item.Line.Line.District).OrderBy(group
                => group.Key))
            {
                foreach (var item in district) rows.Add(RowOf(book, scheme, item, ++number));
                rows.EndGroup($"{book.NameOf(district.Key)} {scheme.Code}");
            }
        }
        rows.EndAll();
        return new Sheet(
            "C 到户清册", $"{book.Year} 年生态保护补偿到户清册", "单位：亩、元。金额 + 上年结转 = 本次发放 + 结转下年。", Columns,
                rows.Rows);
    }

    /// <summary>The households of a schedule; every line its own where there is no register.</summary>
    public static ImmutableArray<HouseholdLine> ListOf(
        Scheme scheme, Schedule schedule, ImmutableArray<HouseholdShare> households) =>
        HouseholdList.Of(
            schedule, scheme.Rule.Membership?.Layer ?? scheme.Code.ToString().ToLowerInvariant(), households);

    private static ImmutableArray<SheetCell> RowOf(
        ScheduleBook book, Scheme scheme, HouseholdPayment payment, int number)
    {
        var (item, household) = (payment.Line, payment.Line.Household);
        return
        [
            SheetCell.Of(number), SheetCell.Of(item.Line.Town), SheetCell.Of(item.Line.Village),
            SheetCell.Of(household?.Group ?? ""), SheetCell.Of(household?.Head ?? item.Line.Payee),
            SheetCell.Of(household?.MaskedIdentity ?? ""), SheetCell.Of(household?.MaskedCard ?? ""),
            SheetCell.Of(item.Line.Parcel), SheetCell.Of(item.Line.Ownership ?? ""),
            SheetCell.Of(item.Line.Grade ?? ""), SheetCell.Of(item.Line.Id),
            SheetCell.Of(item.AreaMu, CellStyle.Area), SheetCell.Of(item.Line.Rate, CellStyle.Amount),
            SheetCell.Of(item.Amount), SheetCell.Of(payment.CarriedIn), SheetCell.Of(payment.Paid),
            SheetCell.Of(payment.CarriedOut), SheetCell.Empty,
            SheetCell.Of(book.StateOf(scheme.Code, item.Line.Id)),
        ];
    }
}
