using System.CommandLine;
using Gep.Api.Accounts;
using Gep.Api.Exports;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep compare WORKSPACE --from Y --to Y</c>: two years, or a base and its variant.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var from = Year("--from", "期初年度 opening year");
        var to = Year("--to", "期末年度 closing year");
        var profile = WorkspaceArguments.Profile();
        var format = WorkspaceArguments.Format("table", "json", "csv", "xlsx", "html");
        var threads = WorkspaceArguments.Threads();
        var outFolder = WorkspaceArguments.Out();
        var whatIf = new Option<string?>("--what-if")
        {
            Description = "假设文件夹：期末账户改用其中的文件 folder whose files the closing account takes instead",
        };
        var command = new Command("compare", "比较两个年度或假设情景 compare two years, or a base and its variant")
        {
            folder, from, to, profile, whatIf, format, threads, outFolder,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            new Asked(
                parsed.GetRequiredValue(folder), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to),
                parsed.GetValue(profile), parsed.GetValue(whatIf), parsed.GetValue(threads)),
            WorkspaceArguments.FormatOf(parsed.GetValue(format)), parsed.GetValue(outFolder), cancellation)));
        return command;
    }

    private static Option<string> Year(string name, string description) =>
        new(name) { Description = description, Required = true };

    private static int Run(
        Asked asked, OutputFormat format, string? outFolder, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var report = Compare(asked, problems, progress, cancellation);
        progress.Finish();
        return CommandOutput.Finish(
            problems.All, outFolder, $"comparison.{CommandOutput.EndingOf(format)}",
            report is null ? null : output => Write(output, report, format));
    }

    private static ComparisonReport? Compare(
        Asked asked, ProblemList problems, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var from = WorkspaceArguments.YearOf(asked.From, problems);
        var to = WorkspaceArguments.YearOf(asked.To, problems);
        var opened = AccountWorkspace.Open(asked.Root, problems, progress, cancellation);
        if (opened is null || from is null || to is null) return null;
        if (opened.RequireYear(from.Value, problems) is not { } opening) return null;
        if (asked.WhatIf is null)
        {
            return opened.RequireYear(to.Value, problems) is { } closing
                ? RunComparison.For(
                    opened, opening, opened, closing, asked.Profile, asked.Threads, problems, progress,
                    cancellation)
                : null;
        }
        if (!Directory.Exists(asked.WhatIf))
        {
            problems.Refuse(WorkspaceProblemCode.FileMissing, asked.WhatIf,
                new("假设文件夹不存在。", "The what-if folder does not exist."),
                new("请给出含替换文件的文件夹。", "Name a folder that holds the files to take instead."));
            return null;
        }
        using var variant = WhatIfWorkspace.Create(asked.Root, asked.WhatIf);
        var after = AccountWorkspace.Open(variant.Root, problems, progress, cancellation);
        if (after is null || after.RequireYear(to.Value, problems) is not { } year) return null;
        var report = RunComparison.For(
            opened, opening, after, year, asked.Profile, asked.Threads, problems, progress, cancellation);
        return report is null ? null : report with { Moved = variant.Moved };
    }

    private static void Write(Stream output, ComparisonReport report, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                ComparisonJson.Write(output, report);
                break;
            case OutputFormat.Csv:
                CommandOutput.WriteText(output, writer => ComparisonCsv.Write(writer, report));
                break;
            case OutputFormat.Xlsx:
                ReportBook.Write(output, ReportTables.Of(report.Closing, report));
                break;
            case OutputFormat.Html:
                CommandOutput.WriteText(output, writer => AccountHtml.Write(writer, report.Closing, report));
                break;
            case OutputFormat.Table:
                CommandOutput.WriteText(output, writer =>
                    ComparisonTable.Write(CommandOutput.ConsoleOn(writer), report));
                break;
        }
    }

    private sealed record Asked(
        string Root, string From, string To, string? Profile, string? WhatIf, int Threads);
}
