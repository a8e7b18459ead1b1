using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>Charts of a report as SVG without any script: services by district, and the change as a
/// waterfall.</summary>
internal static class ReportCharts
{
    private const double YuanPerHundredMillion = 1e8;
    private const int LabelWidth = 150;
    private const int BarWidth = 620;
    private const int RowHeight = 26;
    private const int BarHeight = 18;
    private const int LegendRow = 20;
    private const int TextOffset = 14;
    private const int LegendColumns = 4;
    private const int ColumnWidth = 190;
    private const int NumberRoom = 110;

    private static readonly ImmutableArray<string> Colours =
    [
        "#1b9e77", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#e6ab02", "#a6761d", "#666666", "#1f78b4",
            "#b2df8a",
        "#fb9a99", "#cab2d6", "#ffd92f", "#8da0cb",
    ];

    /// <summary>One stacked bar a district, one colour a booked service.</summary>
    public static string ServicesByDistrict(AccountReport report)
    {
        var account = report.Account;
        var services = report.Classification.Services
            .Where(service => account.Totals.ByService.Any(total => total.Key == service.Code))
            .Select(service => service.Code).ToImmutableArray();
        double most = account.Totals.ByDistrict
            .Select(total => (double)total.Value.Yuan).DefaultIfEmpty().Max();
        int legendRows = (services.Length + LegendColumns - 1) / LegendColumns;
        int top = (legendRows + 1) * LegendRow;
        var svg = Start(LabelWidth + BarWidth + NumberRoom, top
            + (account.Totals.ByDistrict.Length * RowHeight));
        for (int i = 0; i < services.Length; i++)
        {
            int x = i % LegendColumns * ColumnWidth, y = i / LegendColumns * LegendRow;
            Rectangle(svg, x, y, 12, 12, Colour(i));
            Label(svg, x + 16, y + 11, report.NameOf(services[i]).Chinese);
        }
        for (int row = 0; row < account.Totals.ByDistrict.Length; row++)
        {
            var district = account.Totals.ByDistrict[row].Key;
            double x = LabelWidth, y = top + (row * RowHeight);
            Label(svg, 0, y + TextOffset, report.NameOf(district).ToString());
            for (int i = 0; i < services.Length; i++)
            {
                double yuan = (double)account.Lines
                    .Where(line => line.Booked && line.District == district && line.Service == services[i])
                    .Sum(line => line.Value.Yuan);
                double width = most > 0 ? yuan / most * BarWidth : 0;
                Rectangle(svg, x, y, width, BarHeight, Colour(i));
                x += width;
            }
            Label(svg, x + 4, y + TextOffset, Text((double)account.Totals.ByDistrict[row].Value.Yuan));
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Opening, the four effects, closing.</summary>
    public static string Waterfall(ComparisonReport report)
    {
        var total = report.Comparison.Total;
        (string Name, double From, double To)[] steps = new (string, double, double)[6];
        double level = 0;
        (string Name, decimal Yuan)[] parts =
        [
            ($"期初 {report.Comparison.Opening.Year}", total.Opening.Yuan),
                ("面积 area", total.Effects.Area.Yuan),
            ("强度 intensity", total.Effects.Intensity.Yuan), ("价格 price", total.Effects.Price.Yuan),
            ("方法 method", total.Effects.Method.Yuan),
                ($"期末 {report.Comparison.Closing.Year}", total.Closing.Yuan),
        ];
        for (int i = 0; i < parts.Length; i++)
        {
            double from = i == parts.Length - 1 ? 0 : level;
            double to = from + (double)parts[i].Yuan;
            steps[i] = (parts[i].Name, from, to);
            level = to;
        }
        double most = steps.Max(step => Math.Max(step.From, step.To));
        var svg = Start(LabelWidth + BarWidth + NumberRoom, steps.Length * RowHeight);
        for (int i = 0; i < steps.Length; i++)
        {
            double left = Math.Min(steps[i].From, steps[i].To), width = Math.Abs(steps[i].To - steps[i].From);
            double scale = most > 0 ? BarWidth / most : 0;
            bool isLevel = i == 0 || i == steps.Length - 1;
            string colour = isLevel ? Colours[7] : steps[i].To >= steps[i].From ? Colours[0] : Colours[1];
            Label(svg, 0, (i * RowHeight) + TextOffset, steps[i].Name);
            Rectangle(svg, LabelWidth + (left * scale), i * RowHeight, width * scale, BarHeight, colour);
            Label(svg, LabelWidth + ((left + width) * scale) + 4, (i * RowHeight) + TextOffset,
                Text((double)parts[i].Yuan));
        }
        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Start(int width, int height) => new StringBuilder().Append(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ").Append(
        CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {height}\" width=\"{width}\">");

    private static void Rectangle(
        StringBuilder svg, double x, double y, double width, double height, string colour) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{x:F1}\" y=\"{y:F1}\" width=\"{width:F1}\" ").Append(
            CultureInfo.InvariantCulture, $"height=\"{height:F1}\" fill=\"{colour}\"/>");

    private static void Label(StringBuilder svg, double x, double y, string text) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{x:F1}\" y=\"{y:F1}\" font-size=\"12\">{SecurityElement.Escape(text)}</text>");

    private static string Colour(int number) => Colours[number % Colours.Length];

    private static string Text(double yuan) =>
        (yuan / YuanPerHundredMillion).ToString("N2", CultureInfo.InvariantCulture) + " 亿元";
}
