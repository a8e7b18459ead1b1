using System.Globalization;
using System.Net.Mime;
using System.Text;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Ledgers;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workspaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gep.Api.Exports;

/// <summary>Files to take away at /exports: accounts for everybody, schedules with the names one may
/// see.</summary>
internal static class ExportEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder app, SnapshotHolder holder)
    {
        app.MapMethods("/exports/accounts/{file}", Reading, context => AnswerAsync(context, holder, Account));
        app.MapMethods("/exports/schedules/{file}", Reading, context => AnswerAsync(context, holder,
            Schedule));
    }

    private static async Task AnswerAsync(
        HttpContext context, SnapshotHolder holder,
        Func<HttpContext, ServiceSnapshot, AccountingYear, string, (string Type, Action<Stream> Write)?> find)
    {
        if (holder.Current is not { } snapshot)
        {
            await HealthEndpoints.NotReady.WriteAsync(context);
            return;
        }
        string file = (string?)context.Request.RouteValues["file"] ?? "";
        int dot = file.IndexOf('.', StringComparison.Ordinal);
        bool isKnown = dot > 0 && AccountingYear.TryParse(file[..dot], out var year)
            && snapshot.Opened.Workspace.Years.Contains(year);
        var export = isKnown
            ? find(context, snapshot, AccountingYear.Of(int.Parse(file[..dot], CultureInfo.InvariantCulture)),
                file[(dot + 1)..])
            : null;
        if (export is not { } found)
        {
            await Unknown(context, snapshot).WriteAsync(context);
            return;
        }
        context.Response.Headers.Vary = "Authorization";
        if (EntityTag.IsAnswered(context, snapshot, Admission.CallerOf(context))) return;
        using var buffer = new MemoryStream();
        found.Write(buffer);
        context.Response.Headers.ContentDisposition =
            new ContentDisposition { FileName = $"{KindOf(context)}-{file}" }.ToString();
        await JsonAnswer.WriteAsync(context, found.Type, buffer.ToArray());
    }

    private static (string Type, Action<Stream> Write)? Account(
        HttpContext context, ServiceSnapshot snapshot, AccountingYear year, string ending)
    {
        var run = snapshot.Accounts.FirstOrDefault(each => each.Report.Account.Year == year);
        if (run is null) return null;
        var report = run.Report with { WorkspaceProblems = [] };
        return ending switch
        {
            "json" => ("application/json", output => AccountJson.Write(output, report)),
            "csv" => ("text/csv; charset=utf-8",
                output => Text(output, writer => AccountCsv.Write(writer, report))),
            "xlsx" => (Xlsx, output => ReportBook.Write(output, ReportTables.Of(report, null))),
            "html" => ("text/html; charset=utf-8",
                output => Text(output, writer => AccountHtml.Write(writer, report, null))),
            _ => null,
        };
    }

    private static (string Type, Action<Stream> Write)? Schedule(
        HttpContext context, ServiceSnapshot snapshot, AccountingYear year, string ending)
    {
        string? scheme = context.Request.Query["scheme"].FirstOrDefault();
        var problems = new ProblemList();
        var read = ScheduleBooks.Read(snapshot.Opened, year, null, scheme, problems);
        if (read is null) return null;
        var book = VisibleBook.Of(read, Admission.CallerOf(context), snapshot.Graph.HasName);
        string workspace = snapshot.Opened.Workspace.Id;
        return ending switch
        {
            "xlsx" => (Xlsx, output => ScheduleBooks.WriteXlsx(output, book)),
            "csv" => ("text/csv; charset=utf-8", output =>
                ScheduleCsv.Write(output, year, book.Outcomes, book.DistrictNames, withMark: true)),
            "json" => ("application/json", output => ScheduleJson.Write(output, workspace, book)),
            "journal" => ("text/plain; charset=utf-8", output => Text(output, writer => HledgerJournal.Write(
                writer, [.. book.Drawn.SelectMany(pair => Journal.Of(pair.Schedule, year.LastDay))]))),
            _ => null,
        };
    }

    private static void Text(Stream output, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false),
            leaveOpen: true)
        { NewLine = "\n" };
        write(writer);
    }

    private static string KindOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/exports/accounts", StringComparison.Ordinal)
            ? "account"
            : "schedule";

    private static RequestProblem Unknown(HttpContext context, ServiceSnapshot snapshot)
    {
        string years = string.Join(", ", snapshot.Opened.Workspace.Years);
        return new RequestProblem(
            RequestProblemCode.ExportUnknown, context.Request.Path,
            new("没有此导出文件。", "There is no such export."),
            new(
                "地址：/exports/accounts/年.xlsx、html、csv、json；/exports/schedules/年.xlsx、"
                    + $"csv、json、journal；年份：{years}。",
                "Addresses: /exports/accounts/YEAR.xlsx, html, csv, json; /exports/schedules/YEAR.xlsx, "
                    + $"csv, json, journal; years: {years}."));
    }
}
