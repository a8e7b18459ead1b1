using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Households;

namespace Gep.Api.Exports;

/// <summary>Output C 到户清册: one row a household and line, identity and card masked ([COMPENSATION]
/// §5.1).</summary>
internal static class HouseholdSheet
{
    private static readonly ImmutableArray<(string, int)> Columns =
    [
        ("序号", 8), ("乡镇（街道）", 18), ("村", 14), ("组", 5), ("户主（收款人）", 26),
            ("身份证（掩码）", 20),
        ("卡号（掩码）", 16), ("小班号", 20), ("方案编号", 13), ("支付行", 22), ("面积（亩）", 13),
        ("标准（元/亩/年）", 11), ("金额（元）", 15), ("签字", 8), ("公示状态", 10),
    ];

    /// <summary>The sheet, with a subtotal for each district and scheme.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var rows = new SubtotalledRows([(10, CellStyle.TotalArea), (12, CellStyle.TotalAmount)]);
        int number = 0;
        foreach (var (scheme, schedule) in book.Drawn)
        {
            var list = ListOf(scheme, schedule, book.Households);
            foreach (var district in list.GroupBy(item => item.Line.District).OrderBy(group => group.Key))
            {
                foreach (var item in district) rows.Add(RowOf(scheme, item, ++number));
                rows.EndGroup($"{book.NameOf(district.Key)} {scheme.Code}");
            }
        }
        rows.EndAll();
        return new Sheet(
            "C 到户清册", $"{book.Year} 年生态保护补偿到户清册", "单位：亩、元。草案，未公示。", Columns,
                rows.Rows);
    }

    /// <summary>The households of a schedule; every line its own where there is no register.</summary>
    public static ImmutableArray<HouseholdLine> ListOf(
        Scheme scheme, Schedule schedule, ImmutableArray<HouseholdShare> households) =>
        HouseholdList.Of(schedule, scheme.Rule.Membership?.Layer ?? "", households);

    private static ImmutableArray<SheetCell> RowOf(Scheme scheme, HouseholdLine item, int number) =>
    [
        SheetCell.Of(number), SheetCell.Of(item.Line.Town), SheetCell.Of(item.Line.Village),
        SheetCell.Of(item.Household?.Group ?? ""), SheetCell.Of(item.Household?.Head ?? item.Line.Payee),
        SheetCell.Of(item.Household?.MaskedIdentity ?? ""), SheetCell.Of(item.Household?.MaskedCard ?? ""),
        SheetCell.Of(item.Line.Parcel), SheetCell.Of(scheme.Code.ToString()), SheetCell.Of(item.Line.Id),
        SheetCell.Of(item.AreaMu, CellStyle.Area), SheetCell.Of(item.Line.Rate, CellStyle.Amount),
        SheetCell.Of(item.Amount), SheetCell.Empty, SheetCell.Of("未公示"),
    ];
}
