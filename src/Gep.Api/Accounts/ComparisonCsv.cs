using System.Globalization;
using Gep.Accounting.Measures;

namespace Gep.Api.Accounts;

/// <summary>Writes the lines of a comparison as CSV, safe for spreadsheets.</summary>
internal static class ComparisonCsv
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly string[] Headings =
    [
        "编号 id", "计入总值 booked", "期初实物量 opening quantity", "期末实物量 closing quantity", "单位 unit",
        "期初价值 opening (yuan)", "期末现价 closing (yuan)", "期末不变价 constant (yuan)", "面积效应 area",
        "强度效应 intensity", "价格效应 price", "方法效应 method",
    ];

    /// <summary>Writes heading and lines, each ended by a line feed.</summary>
    public static void Write(TextWriter output, ComparisonReport report)
    {
        output.Write(ByteOrderMark);
        Row(output, Headings);
        foreach (var line in report.Comparison.Lines)
        {
            Row(output,
            [
                line.Id, line.Either.Booked ? "是 yes" : "否 no", Number(line.Opening?.PhysicalQuantity.Amount),
                Number(line.Closing?.PhysicalQuantity.Amount), line.Either.PhysicalQuantity.Unit.ToString(),
                (line.Opening?.Value ?? Money.Zero).ToString(),
                    (line.Closing?.Value ?? Money.Zero).ToString(),
                line.ConstantValue.ToString(), line.Effects.Area.ToString(),
                    line.Effects.Intensity.ToString(),
                line.Effects.Price.ToString(), line.Effects.Method.ToString(),
            ]);
        }
    }

    private static string Number(double? amount) => amount?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static void Row(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields.Select(AccountCsv.Field)));
        output.Write('\n');
    }
}
