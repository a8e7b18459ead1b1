using System.Globalization;
using System.Security;
using Gep.Accounting.Problems;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>Writes a report as one HTML page that needs no network, no script and no other file.</summary>
internal static class AccountHtml
{
    private const string Style =
        "body{font:14px/1.5 'Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif;margin:2em;color:#222}"
        + "h1{font-size:1.5em;margin:0}h2{font-size:1.15em;margin:1.5em 0 .5em}"
        + ".facts{display:flex;flex-wrap:wrap;gap:1em;margin:1em 0}.facts div{background:#eef3ee;"
        + "padding:.6em 1em}.facts b{display:block;font-size:1.35em}"
        + ".wide{overflow-x:auto}table{border-collapse:collapse;margin:.5em 0 1.5em}"
        + "th,td{border:1px solid #ccc;padding:2px 8px;vertical-align:top}th{background:#eef3ee}"
        + "td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
        + "td:first-child{white-space:nowrap}td.none{text-align:right;color:#777}"
        + ".low{background:#fff3cd}.warn{color:#a33;margin:.3em 0}.note{color:#555;margin:.2em 0}"
        + "summary{cursor:pointer}nav a{margin-right:1em;white-space:nowrap}svg{max-width:100%;height:auto}"
        + "@media print{details{break-inside:avoid}.wide{overflow:visible}}";

    /// <summary>Tables longer than this are folded.</summary>
    private const int RowsOpen = 40;

    private const decimal YuanPerHundredMillion = 100_000_000m;
    private const decimal YuanPerTenThousand = 10_000m;

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, AccountReport report, ComparisonReport? comparison)
    {
        var account = report.Account;
        string years = comparison is null
            ? $"{account.Year}" : $"{comparison.Opening.Account.Year} → {account.Year}";
        string title = $"{report.Workspace} {years} {account.Profile.Id}";
        output.Write("<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\">"
            + $"<title>{Escape(title)}</title><style>{Style}</style></head><body>"
            + $"\n<h1>生态产品总值账户 GEP account: {Escape(title)}</h1>\n"
            + $"<p class=\"note\">{Escape(account.Profile.Name.ToString())} · "
            + $"快照 snapshot {Escape(report.Snapshot)} · 结果 result {AccountJson.ResultHash(account)}</p>\n");
        WriteFacts(output, report, comparison);
        if (comparison is not null) WriteProblems(output, comparison.Opening);
        WriteProblems(output, report);
        output.Write("<h2>各区各服务 services by district</h2>\n");
        output.Write(ReportCharts.ServicesByDistrict(report));
        if (comparison is not null)
        {
            output.Write("\n<h2>变化 change</h2>\n");
            output.Write(ReportCharts.Waterfall(comparison));
        }
        var tables = ReportTables.Of(report, comparison);
        output.Write("\n<h2>表 tables</h2>\n<nav>");
        foreach (var table in tables)
            output.Write($"<a href=\"#{table.Code}\">{table.Code} {Escape(table.Title.Chinese)}</a> ");
        output.Write("</nav>\n<p class=\"note\">黄底：依据低可信度输入 yellow: rests on an input of low confidence. "
            + "完整数字见 JSON、CSV 与 xlsx the exact numbers are in the JSON, CSV and xlsx.</p>\n");
        foreach (var table in tables) WriteTable(output, table);
        output.Write("\n</body></html>\n");
    }

    private static void WriteFacts(TextWriter output, AccountReport report, ComparisonReport? comparison)
    {
        var region = report.Account.Region;
        output.Write("<div class=\"facts\">");
        Fact("GEP", $"{Text(region.Gep.Yuan / YuanPerHundredMillion)} 亿元 10⁸ yuan");
        if (comparison is not null)
        {
            var total = comparison.Comparison.Total;
            Fact($"{comparison.Opening.Account.Year} 年 in {comparison.Opening.Account.Year}",
                $"{Text(total.Opening.Yuan / YuanPerHundredMillion)} 亿元 10⁸ yuan");
            Fact("不变价变化 change at constant prices",
                $"{Text((total.ConstantClosing - total.Opening).Yuan / YuanPerHundredMillion)} 亿元 10⁸ yuan");
        }
        if (region.YuanPerSquareKilometre is { } area)
            Fact("单位面积 per km²", $"{Text(area / YuanPerTenThousand)} 万元 10⁴ yuan");
        if (region.YuanPerHead is { } head) Fact("人均 per head", $"{Text(head)} 元 yuan");
        if (region.GepToGdp is { } ratio) Fact("GEP/GDP", ratio.ToString("F3", CultureInfo.InvariantCulture));
        if (AccountReport.LowShare([.. report.Account.Lines.Where(line => line.Booked)]) is { } low)
            Fact("依据低可信度输入 on inputs of low confidence", $"{Text(low)} %");
        output.Write("</div>\n");

        void Fact(string name, string value) =>
            output.Write($"<div>{Escape(name)}<b>{Escape(value)}</b></div>");
    }

    private static void WriteProblems(TextWriter output, AccountReport report)
    {
        foreach (var problem in report.Problems.Where(one => one.Severity != ProblemSeverity.Remark))
        {
            string text = $"{report.Account.Year} {problem.Code}: {problem.Text} [{problem.Where}]";
            output.Write($"<p class=\"warn\">{Escape(text)}</p>\n");
        }
    }

    private static void WriteTable(TextWriter output, ReportTable table)
    {
        var decimals = ReportDigits.Of(table);
        string open = table.Rows.Count <= RowsOpen ? " open" : "";
        output.Write($"\n<details id=\"{table.Code}\"{open}><summary>"
            + $"<b>{table.Code} {Escape(table.Title.ToString())}</b> "
            + $"({table.Rows.Count} 行 rows)</summary>");
        if (table.Note.Length > 0) output.Write($"<p class=\"note\">{Escape(table.Note)}</p>");
        output.Write("<div class=\"wide\"><table><thead><tr>");
        foreach (string heading in table.Headings) output.Write($"<th>{Escape(heading)}</th>");
        output.Write("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            output.Write(ReportTable.IsLowConfidence(row) ? "<tr class=\"low\">" : "<tr>");
            for (int column = 0; column < row.Length; column++)
                output.Write(Cell(row[column], decimals[column]));
            output.Write("</tr>\n");
        }
        output.Write("</tbody></table></div></details>");
    }

    private static string Cell(ReportCell cell, int? decimals)
    {
        if (cell.IsNumber) return $"<td class=\"n\">{ReportDigits.Text(cell.Text, decimals)}</td>";
        bool isNone = cell == ReportCell.Nothing || cell == ReportCell.NotAccounted;
        return isNone ? $"<td class=\"none\">{cell.Text}</td>" : $"<td>{Escape(cell.Text)}</td>";
    }

    private static string Text(decimal value) =>
        Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("N2", CultureInfo.InvariantCulture);

    private static string Escape(string text) => SecurityElement.Escape(text) ?? "";
}
