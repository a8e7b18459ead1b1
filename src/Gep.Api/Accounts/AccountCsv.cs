using System.Globalization;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>
/// Writes the lines of an account as CSV: UTF-8 with a byte-order mark, so that Excel reads the Chinese.
/// </summary>
internal static class AccountCsv
{
    /// <summary>A spreadsheet takes a field that begins so for a formula.</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private const char ByteOrderMark = '\uFEFF';

    private static readonly string[] Headings =
    [
        "编号 id", "区划代码 district", "区 district name", "服务 service", "服务名称 service name", "项目 item",
        "项目名称 item name", "生态系统类型 ecosystem type", "类型名称 type name", "面积 extent (m²)",
        "实物量 physical quantity", "单位 unit", "单价 unit value", "单价单位 unit of unit value", "价格年 price year",
        "价值量 value (yuan)", "计入总值 booked", "标记 flags", "单价来源 source",
    ];

    /// <summary>Writes heading and lines, each ended by a line feed.</summary>
    public static void Write(TextWriter output, AccountReport report)
    {
        output.Write(ByteOrderMark);
        WriteRow(output, Headings);
        foreach (var line in report.Account.Lines)
        {
            WriteRow(output,
            [
                line.Id,
                line.District.ToString(),
                report.NameOf(line.District).Chinese,
                line.Service.ToString(),
                report.NameOf(line.Service).Chinese,
                line.Item,
                report.NameOf(line.Service, line.Item).Chinese,
                line.EcosystemType?.ToString() ?? "",
                report.NameOf(line.EcosystemType).Chinese,
                line.Extent.SquareMetres.ToString("R", CultureInfo.InvariantCulture),
                line.PhysicalQuantity.Amount.ToString("R", CultureInfo.InvariantCulture),
                line.PhysicalQuantity.Unit.ToString(),
                line.UnitValue.Yuan.ToString(CultureInfo.InvariantCulture),
                line.UnitValue.Unit.ToString(),
                line.UnitValue.PriceYear.ToString(CultureInfo.InvariantCulture),
                line.Value.ToString(),
                line.Booked ? "是 yes" : "否 no",
                string.Join(' ', line.Flags.Select(WorkspaceProblem.CodeOf)),
                line.Source.ToString(),
            ]);
        }
    }

    /// <summary>
    /// Whether a spreadsheet would take a text for a formula, blanks of any kind before it counted.
    /// </summary>
    public static bool BeginsFormula(string text) =>
        (text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal))
        || (text.AsSpan().TrimStart() is [var first, ..]
            && FormulaStarts.Contains(first, StringComparison.Ordinal));

    /// <summary>
    /// A field as written: quoted where needed, and no formula for a spreadsheet unless it is a number.
    /// </summary>
    public static string Field(string text)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        string safe = !isNumber && BeginsFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0
            ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields.Select(Field)));
        output.Write('\n');
    }
}
