using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Measures;

namespace Gep.Api.Exports;

/// <summary>Output A 资金分配表: one row a district and scheme ([COMPENSATION] §5.1).</summary>
/// <remarks>What is owed, what earlier years leave, rewards and penalties, and what is taken back stand in
/// columns of their own; what is issued is their sum.</remarks>
internal static class DistrictSheet
{
    private const int FirstAmount = 7, Issued = 11, IssuedWan = 12, FirstPayer = 13;
    private const int ClassesShown = 4;
    private const decimal YuanPerWan = 10_000m;

    private static readonly ImmutableArray<(string, int)> Fixed =
    [
        ("序号", 5), ("区", 10), ("区划代码", 8), ("方案编号", 12), ("方案", 20), ("面积（亩）", 16),
        ("其中：标准×面积", 18), ("应补金额（元）", 15), ("上年清算（元）", 11), ("考核奖惩（元）", 11),
        ("扣缴（元）", 11), ("本次下达（元）", 15), ("本次下达（万元）", 10),
    ];

    private static readonly ImmutableArray<(string, int)> Ends =
        [("功能分类科目", 16), ("经济分类", 6), ("文号", 12), ("依据", 5)];

    /// <summary>The sheet.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var groups = book.Paying.SelectMany((pair, basis) => GroupsOf(book, pair.Scheme, pair.Schedule, basis
            + 1))
            .OrderBy(group => group.District)
            .ThenBy(group => group.Scheme.Code)
            .ToList();
        ImmutableArray<PayerLayer> layers = [.. groups.SelectMany(group => group.Shares)
            .Select(share => share.Payer).Distinct().Order()];
        var printed = PrintedColumn.InWan([.. groups.Select(group => group.Total)]);
        var rows = new SubtotalledRows(
        [
            (5, CellStyle.TotalArea),
            .. Enumerable.Range(FirstAmount, FirstPayer - FirstAmount + layers.Length)
                .Select(column => (column, CellStyle.TotalAmount)),
        ]);
        for (int index = 0; index < groups.Count; index++)
        {
            rows.Add(RowOf(book, groups[index], index, rows.Rows.Count, printed[index], layers));
            bool isLast = index == groups.Count - 1 || groups[index + 1].District != groups[index].District;
            if (isLast) rows.EndGroup(book.NameOf(groups[index].District));
        }
        rows.EndAll();
        ImmutableArray<(string, int)> columns =
        [
            .. Fixed, .. layers.Select(layer => ($"其中：{PayerLayerNames.NameOf(layer).Chinese}（元）", 14)),
                .. Ends,
        ];
        return new Sheet(
            "A 资金分配表", $"{book.Year} 年生态保护补偿资金分配表",
            "单位：亩、元、万元；万元列按最大余数法进位，与元列的舍入差见末行。科目未核实，经济分类由财政填写。",
            columns, [.. rows.Rows, .. RoundingRow(rows.Rows, columns.Length)]);
    }

    private static IEnumerable<Group> GroupsOf(
        ScheduleBook book, Scheme scheme, Schedule schedule, int basis)
    {
        var own = book.Adjustments.Where(adjustment => adjustment.Scheme == scheme.Code)
            .ToLookup(adjustment => adjustment.District);
        var lines = schedule.Lines.ToLookup(line => line.District);
        return lines.Select(group => group.Key).Union(own.Select(group => group.Key)).Select(district =>
            new Group(district, scheme, [.. lines[district]], [.. own[district]], basis));
    }

    private static ImmutableArray<SheetCell> RowOf(
        ScheduleBook book, Group group, int index, int row, decimal printedWan,
        ImmutableArray<PayerLayer> layers)
    {
        string number = (Sheet.FirstRow + row).ToString(CultureInfo.InvariantCulture);
        bool isSettlement = group.Scheme.Rule.Kind == RuleKind.PerformanceSettlement;
        var due = isSettlement ? Money.Zero : group.Sum(amount => amount >= Money.Zero);
        var settled = isSettlement ? group.Sum(_ => true) : Money.Zero;
        var back = isSettlement ? Money.Zero : group.Sum(amount => amount < Money.Zero);
        decimal? areaMu = group.Lines.Any(line => line.AreaMu is not null)
            ? group.Lines.Sum(line => line.AreaMu ?? 0) : null;
        string code = group.Scheme.BudgetCodes.FirstOrDefault() ?? "";
        string name = book.BudgetCodes.FirstOrDefault(known => known.Code == code)?.Name.Chinese ?? "";
        return
        [
            SheetCell.Of(index + 1), SheetCell.Of(book.NameOf(group.District)),
            SheetCell.Of(group.District.ToString()), SheetCell.Of(group.Scheme.Code.ToString()),
            SheetCell.Of(group.Scheme.Name.Chinese).In(CellStyle.Wrapped), SheetCell.Of(areaMu,
                CellStyle.Area),
            SheetCell.Of(ClassesOf(group)).In(CellStyle.Wrapped), SheetCell.Of(due), SheetCell.Of(
                group.Adjusted),
            SheetCell.Of(settled), SheetCell.Of(back),
            SheetCell.Computed($"SUM(H{number}:K{number})", group.Total.Yuan, CellStyle.Amount),
            SheetCell.Of(printedWan, CellStyle.Amount),
            .. layers.Select(layer => SheetCell.Of(group.Shares.Where(share => share.Payer == layer)
                .Aggregate(Money.Zero, (sum, share) => sum + share.Amount))),
            SheetCell.Of($"{code} {name}".Trim()).In(CellStyle.Wrapped), SheetCell.Empty,
            SheetCell.Of(book.DocumentOf(group.Scheme.Code)).In(CellStyle.Wrapped), SheetCell.Of(group.Basis),
        ];
    }

    /// <summary>The area under each rate, the highest rate first.</summary>
    private static string ClassesOf(Group group)
    {
        var classes = group.Lines.Where(line => line.Rate is not null && line.AreaMu is not null)
            .GroupBy(line => line.Rate!.Value)
            .OrderByDescending(rate => rate.Key)
            .Select(rate => string.Create(
                CultureInfo.InvariantCulture, $"{rate.Key:0.##}×{rate.Sum(line => line.AreaMu!.Value):0.##}"))
            .ToList();
        return classes.Count > ClassesShown ? $"{classes.Count} 种标准" : string.Join("；", classes);
    }

    /// <summary>The total in 万元 less the total in yuan, rounded to 0.01 万元; it must be 0.00.</summary>
    private static IEnumerable<ImmutableArray<SheetCell>> RoundingRow(
        IReadOnlyList<ImmutableArray<SheetCell>> rows, int columns)
    {
        if (rows.Count == 0) return [];
        var total = rows[^1];
        int number = Sheet.FirstRow + rows.Count - 1;
        decimal yuan = total[Issued].Number ?? 0, wan = total[IssuedWan].Number ?? 0;
        var row = Enumerable.Repeat(SheetCell.Empty, columns).ToArray();
        row[0] = SheetCell.Of("舍入差");
        row[IssuedWan] = SheetCell.Computed(
            $"M{number}-ROUND(L{number}/10000,2)",
            wan - Math.Round(yuan / YuanPerWan, 2, MidpointRounding.AwayFromZero), CellStyle.Amount);
        return [[.. row]];
    }

    private sealed record Group(
        DistrictCode District, Scheme Scheme, ImmutableArray<PaymentLine> Lines,
        ImmutableArray<Adjustment> Adjustments, int Basis)
    {
        public Money Adjusted => Adjustments.Aggregate(Money.Zero, (sum, one) => sum + one.Amount);

        public Money Total => Sum(_ => true) + Adjusted;

        public IEnumerable<PayerShare> Shares => Lines.SelectMany(line => line.Payers)
            .Concat(Adjustments.Select(one => new PayerShare(one.Payer, one.Amount)));

        public Money Sum(Func<Money, bool> counts) => Lines.Where(line => counts(line.Amount))
            .Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
    }
}
