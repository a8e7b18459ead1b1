using System.CommandLine;
using Gep.Accounting.Compensation.Ledgers;
using Gep.Accounting.Problems;
using Gep.Api.Compensation;
using Gep.Api.Exports;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep schedule WORKSPACE --year Y</c>: files in, payment schedules out.</summary>
internal static class ScheduleCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var year = WorkspaceArguments.Year();
        var scheme = new Option<string?>("--scheme")
        {
            Description = "只编制此方案，如 WH-PBF draw only this scheme, such as WH-PBF",
        };
        var format = WorkspaceArguments.Format("table", "json", "csv", "xlsx", "journal");
        var against = new Option<string?>("--against")
        {
            Description = "与此年度对比（xlsx） compare with this year, in the workbook",
        };
        var outFolder = WorkspaceArguments.Out();
        var command = new Command("schedule", "编制补偿资金安排 draw the compensation schedules of a year")
        {
            folder, year, scheme, format, outFolder, against,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(year), parsed.GetValue(scheme),
            WorkspaceArguments.FormatOf(parsed.GetValue(format)), parsed.GetValue(outFolder),
            parsed.GetValue(against), cancellation)));
        return command;
    }

    private static int Run(
        string root, string yearText, string? scheme, OutputFormat format, string? outFolder,
            string? againstText,
        CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var asked = WorkspaceArguments.YearOf(yearText, problems);
        var against = againstText is null ? null : WorkspaceArguments.YearOf(againstText, problems);
        var opened = OpenedWorkspace.Read(root, problems, progress, cancellation);
        var book = opened is not null && asked is not null
            && opened.RequireYear(asked.Value, problems) is { } year
            ? ScheduleBooks.Read(opened, year, against, scheme, problems)
            : null;
        progress.Finish();
        problems.AddAll((book?.Outcomes ?? [])
            .SelectMany(outcome => outcome.Draft.Problems)
            .Where(problem => problem.Severity != ProblemSeverity.Refusal));
        return CommandOutput.Finish(
            problems.All, outFolder, $"schedule.{CommandOutput.EndingOf(format)}",
            book is null ? null : output => Write(output, opened!.Workspace.Id, book, format),
            book is null || format != OutputFormat.Csv ? [] : TablesOf(book));
    }

    /// <summary>The outputs A, B and C and the other sheets beside the flat list.</summary>
    private static IEnumerable<(string, Action<Stream>)> TablesOf(ScheduleBook book) =>
        book.Sheets().Select(sheet => (
            $"{sheet.Name.Replace(' ', '-')}.csv",
            (Action<Stream>)(output => SheetCsv.Write(output, sheet))));

    private static void Write(Stream output, string workspace, ScheduleBook book, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                ScheduleJson.Write(output, workspace, book);
                break;
            case OutputFormat.Csv:
                ScheduleCsv.Write(output, book.Year, book.Outcomes, book.DistrictNames, withMark: true);
                break;
            case OutputFormat.Xlsx:
                ScheduleBooks.WriteXlsx(output, book);
                break;
            case OutputFormat.Journal:
                CommandOutput.WriteText(output, writer => HledgerJournal.Write(writer,
                [
                    .. book.Drawn.SelectMany(pair => Journal.Of(pair.Schedule, book.Year.LastDay)),
                    .. Journal.Of(book.Adjustments, book.Year.LastDay),
                ]));
                break;
            case OutputFormat.Table:
                CommandOutput.WriteText(output, writer =>
                {
                    var console = CommandOutput.ConsoleOn(writer);
                    ScheduleTable.Write(console, book.Year, book.Outcomes, book.DistrictNames);
                    foreach (var reconciliation in book.Reconciliations)
                        ReconciliationTable.Write(console, reconciliation);
                });
                break;
        }
    }
}
