using System.CommandLine;
using Gep.Api.Accounts;
using Gep.Api.Exports;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep account WORKSPACE --year Y</c>: files in, account out, no database.</summary>
internal static class AccountCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var year = WorkspaceArguments.Year();
        var profile = WorkspaceArguments.Profile();
        var format = WorkspaceArguments.Format("table", "json", "csv", "xlsx", "html");
        var threads = WorkspaceArguments.Threads();
        var outFolder = WorkspaceArguments.Out();
        var command = new Command("account", "编制生态产品总值账户 compile the GEP account of a year")
        {
            folder, year, profile, format, threads, outFolder,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(year), parsed.GetValue(profile),
            WorkspaceArguments.FormatOf(parsed.GetValue(format)), parsed.GetValue(threads),
            parsed.GetValue(outFolder), cancellation)));
        return command;
    }

    /// <summary>
    /// Opens a workspace and compiles an account; null after the problems that prevent it were added.
    /// </summary>
    public static AccountRun? Compile(
        string root, string yearText, string? profile, int threads,
        ProblemList problems, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var asked = WorkspaceArguments.YearOf(yearText, problems);
        var opened = AccountWorkspace.Open(root, problems, progress, cancellation);
        if (opened is null || asked is null
            || opened.RequireYear(asked.Value, problems) is not { } year) return null;
        return RunAccount.For(opened, year, profile, threads, problems, progress, cancellation);
    }

    private static int Run(
        string root, string yearText, string? profile, OutputFormat format, int threads, string? outFolder,
        CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var run = Compile(root, yearText, profile, threads, problems, progress, cancellation);
        progress.Finish();
        return CommandOutput.Finish(
            problems.All, outFolder, $"account.{CommandOutput.EndingOf(format)}",
            run is null ? null : output => Write(output, run.Report, format));
    }

    private static void Write(Stream output, AccountReport report, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                AccountJson.Write(output, report);
                break;
            case OutputFormat.Csv:
                CommandOutput.WriteText(output, writer => AccountCsv.Write(writer, report));
                break;
            case OutputFormat.Xlsx:
                ReportBook.Write(output, ReportTables.Of(report, null));
                break;
            case OutputFormat.Html:
                CommandOutput.WriteText(output, writer => AccountHtml.Write(writer, report, null));
                break;
            case OutputFormat.Table:
                CommandOutput.WriteText(output, writer =>
                    AccountTable.Write(CommandOutput.ConsoleOn(writer), report));
                break;
        }
    }
}
