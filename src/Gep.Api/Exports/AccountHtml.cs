using System.Globalization;
using System.Security;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>Writes a report as one HTML page that needs no network, no script and no other file.</summary>
internal static class AccountHtml
{
    private const string Style =
        "body{font:14px/1.5 'Noto Sans SC','Microsoft YaHei',sans-serif;margin:2em;color:#222}"
        + "table{border-collapse:collapse;margin:.5em 0 2em}th,td{border:1px solid #bbb;padding:2px 6px;"
        + "vertical-align:top}th{background:#eef3ee}td.n{text-align:right;white-space:nowrap}"
        + ".low{background:#fff3cd}.warn{color:#a33}details{margin:1em 0}";

    private const string LowConfidence = "low";

    /// <summary>Tables longer than this are folded.</summary>
    private const int RowsOpen = 40;

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, AccountReport report, ComparisonReport? comparison)
    {
        var account = report.Account;
        string title = $"{report.Workspace} {account.Year} {account.Profile.Id}";
        output.Write($"<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\">"
            + $"<title>{Escape(title)}"
            + $"</title><style>{Style}</style></head><body>"
            + $"\n<h1>生态产品总值账户 GEP account: {Escape(title)}</h1>\n");
        output.Write($"<p>GEP <b>{Number(account.Totals.Gep.Yuan / 100_000_000m)}</b> 亿元 (10⁸ yuan) · "
            + $"{Escape(account.Profile.Name.ToString())} · snapshot {Escape(report.Snapshot)} · "
            + $"{AccountJson.ResultHash(account)}</p>\n");
        foreach (var problem in report.Problems
            .Where(problem => problem.Severity != Gep.Accounting.Problems.ProblemSeverity.Remark))
        {
            string text = Escape($"{problem.Code}: {problem.Text} [{problem.Where}]");
            output.Write($"<p class=\"warn\">{text}</p>\n");
        }
        output.Write("<h2>各区各服务 services by district</h2>\n");
        output.Write(ReportCharts.ServicesByDistrict(report));
        if (comparison is not null)
        {
            output.Write("\n<h2>变化 change</h2>\n");
            output.Write(ReportCharts.Waterfall(comparison));
        }
        foreach (var table in ReportTables.Of(report, comparison)) WriteTable(output, table);
        output.Write("\n</body></html>\n");
    }

    private static void WriteTable(TextWriter output, ReportTable table)
    {
        string open = table.Rows.Count <= RowsOpen ? " open" : "";
        output.Write($"\n<details{open}><summary>"
            + $"<b>{table.Code} {Escape(table.Title.ToString())}</b></summary>"
            + "<table><thead><tr>");
        foreach (string heading in table.Headings) output.Write($"<th>{Escape(heading)}</th>");
        output.Write("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            bool isLow = row.Any(cell => !cell.IsNumber && (cell.Text == LowConfidence
                || cell.Text.Split(' ').Contains("low-confidence", StringComparer.Ordinal)));
            output.Write(isLow ? "<tr class=\"low\">" : "<tr>");
            foreach (var cell in row)
                output.Write(cell.IsNumber ? $"<td class=\"n\">{cell.Text}</td>"
                    : $"<td>{Escape(cell.Text)}</td>");
            output.Write("</tr>\n");
        }
        output.Write("</tbody></table></details>");
    }

    private static string Number(decimal value) =>
        Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("N2", CultureInfo.InvariantCulture);

    private static string Escape(string text) => SecurityElement.Escape(text) ?? "";
}
