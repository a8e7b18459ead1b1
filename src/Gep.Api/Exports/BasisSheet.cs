using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Parameters;

namespace Gep.Api.Exports;

/// <summary>The documents behind each rate: number, article, interval, status ([COMPENSATION]
/// §5.2).</summary>
internal static class BasisSheet
{
    private static readonly ImmutableArray<(string, int)> Columns =
    [
        ("依据", 6), ("方案编号", 14), ("标准或条款", 40), ("文件", 44), ("文号", 20), ("条款", 8),
            ("起", 12), ("止", 12),
        ("核对至", 12), ("状态", 10), ("来源", 20),
    ];

    /// <summary>The sheet; the first column is the index that output A names.</summary>
    public static Sheet Of(ScheduleBook book)
    {
        var rows = new List<ImmutableArray<SheetCell>>();
        int index = 0;
        foreach (var (scheme, _) in book.Paying)
        {
            index++;
            foreach (var rate in scheme.Rule.Rates?.Entries ?? [])
            {
                string what = $"{PayerLayerNames.NameOf(rate.Payer).Chinese} {Class(rate)}"
                    + string.Create(CultureInfo.InvariantCulture, $" {rate.Value} {scheme.Rule.Rates!.Unit}");
                rows.Add(RowOf(index, scheme, what, rate.Document,
                    (rate.From, rate.To, rate.CheckedUntil), rate.Status, rate.Source));
            }
            foreach (var terms in scheme.Rule.Terms?.Periods ?? [])
            {
                string what = string.Join("；", terms.Values.Select(pair =>
                    string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));
                rows.Add(RowOf(index, scheme, what, terms.Document,
                    (terms.From, terms.To, terms.CheckedUntil), terms.Status, terms.Source));
            }
        }
        return new Sheet("依据", $"{book.Year} 年生态保护补偿标准依据", "未核实的标准只能形成草案。", Columns,
            rows);
    }

    private static string Class(RateEntry rate) =>
        string.Join(", ", rate.Class.Select(pair => pair.Value));

    private static ImmutableArray<SheetCell> RowOf(
        int index, Scheme scheme, string what, LegalReference document,
        (DateOnly From, DateOnly? To, DateOnly? Checked) days, SchemeStatus status, SourceRef source) =>
    [
        SheetCell.Of(index), SheetCell.Of(scheme.Code.ToString()), SheetCell.Of(what),
        SheetCell.Of(document.Document), SheetCell.Of(document.Number ?? ""),
        SheetCell.Of(document.HasArticle ? document.Article : "未查明"), SheetCell.Of(Iso(days.From)),
        SheetCell.Of(days.To is { } to ? Iso(to) : ""), SheetCell.Of(days.Checked is { } day
            ? Iso(day) : "未核对"),
        SheetCell.Of(status == SchemeStatus.Verified ? "已核实" : "未核实"), SheetCell.Of(source.ToString()),
    ];

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
