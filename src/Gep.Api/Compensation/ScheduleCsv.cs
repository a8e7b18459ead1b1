using System.Collections.Immutable;
using System.Text;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// Writes <c>schedule.csv</c>: one row a payment line, UTF-8, lines end with LF. A text that a spreadsheet
/// would take for a formula is preceded by an apostrophe.
/// </summary>
internal static class ScheduleCsv
{
    private static readonly ImmutableArray<PayerLayer> Layers = [.. Enum.GetValues<PayerLayer>()];

    /// <summary>Writes the lines of all schedules that were drawn, in order of scheme and line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="year">The year.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="districtNames">Names of the districts.</param>
    /// <param name="withMark">Whether a byte order mark comes first, by which Excel knows UTF-8.</param>
    public static void Write(
        Stream output,
        AccountingYear year,
        IEnumerable<SchemeOutcome> drafts,
        ImmutableSortedDictionary<DistrictCode, BilingualText> districtNames,
        bool withMark)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(withMark), leaveOpen: true);
        writer.NewLine = "\n";
        WriteRow(writer, [.. Headings()]);
        foreach (var draft in drafts.OrderBy(draft => draft.Scheme.Code))
        {
            foreach (var line in draft.Draft.Schedule?.Lines ?? [])
            {
                districtNames.TryGetValue(line.District, out var district);
                WriteRow(writer, [.. Fields(draft.Scheme, year, line, district)]);
            }
        }
    }

    private static IEnumerable<string> Headings() =>
    [
        "方案 scheme", "年度 year", "序号 line", "编号 id", "区划代码 district",
        "区 district name", "街乡 town", "村 village",
        "收款人 payee", "地块 parcel", "面积（亩） area mu", "标准（元/亩·年） rate", "金额（元） yuan",
        .. Layers.Select(layer =>
            $"{PayerLayerNames.NameOf(layer).Chinese}（元） {WorkspaceProblem.CodeOf(layer)}"),
    ];

    private static IEnumerable<string> Fields(
        Scheme scheme, AccountingYear year, PaymentLine line, BilingualText district) =>
    [
        scheme.Code.ToString(), year.ToString(), Exact.Text(line.Line), line.Id, line.District.ToString(),
        CsvText.Safe(district.Chinese ?? ""), CsvText.Safe(line.Town), CsvText.Safe(line.Village),
            CsvText.Safe(line.Payee),
        CsvText.Safe(line.Parcel),
        line.AreaMu is { } areaMu ? Exact.Text(areaMu) : "",
        line.Rate is { } rate ? Exact.Text(rate) : "",
        line.Amount.ToString(),
        .. Layers.Select(layer =>
            line.Payers.FirstOrDefault(share => share.Payer == layer)?.Amount.ToString() ?? ""),
    ];

    private static void WriteRow(StreamWriter writer, IReadOnlyList<string> fields) =>
        writer.WriteLine(string.Join(',', fields.Select(CsvText.Quoted)));
}
