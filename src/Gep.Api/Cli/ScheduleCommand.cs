using System.Collections.Immutable;
using System.CommandLine;
using Gep.Accounting.Codes;
using Gep.Api.Compensation;
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
        var format = WorkspaceArguments.Format("table", "json", "csv");
        var outFolder = WorkspaceArguments.Out();
        var command = new Command("schedule", "编制补偿资金安排 draw the compensation schedules of a year")
        {
            folder, year, scheme, format, outFolder,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(year), parsed.GetValue(scheme),
            WorkspaceArguments.FormatOf(parsed.GetValue(format)), parsed.GetValue(outFolder), cancellation)));
        return command;
    }

    private static int Run(
        string root, string yearText, string? scheme, OutputFormat format, string? outFolder,
        CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var asked = WorkspaceArguments.YearOf(yearText, problems);
        var opened = OpenedWorkspace.Read(root, problems, progress, cancellation);
        ImmutableArray<SchemeOutcome>? drafts =
            opened is not null && asked is not null && opened.RequireYear(asked.Value, problems) is { } year
                ? RunSchedule.For(opened, year, scheme, problems)
                : null;
        progress.Finish();
        return CommandOutput.Finish(
            problems.All, outFolder, $"schedule.{CommandOutput.EndingOf(format)}",
            drafts is null ? null : output => Write(output, opened!, asked!.Value, drafts.Value, format));
    }

    private static void Write(
        Stream output, OpenedWorkspace opened, AccountingYear year, ImmutableArray<SchemeOutcome> drafts,
        OutputFormat format)
    {
        var names = opened.Classification.Districts.ToImmutableSortedDictionary(
            district => district.Code, district => district.Name);
        switch (format)
        {
            case OutputFormat.Json:
                ScheduleJson.Write(output, opened.Workspace.Id, year, drafts);
                break;
            case OutputFormat.Csv:
                ScheduleCsv.Write(output, year, drafts, names, withMark: true);
                break;
            case OutputFormat.Table:
                CommandOutput.WriteText(output, writer =>
                    ScheduleTable.Write(CommandOutput.ConsoleOn(writer), year, drafts, names));
                break;
        }
    }
}
