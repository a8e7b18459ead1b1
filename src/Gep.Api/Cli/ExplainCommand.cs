using System.CommandLine;
using Gep.Accounting.Traces;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep explain WORKSPACE --year Y --line ID</c>: the tree behind one number.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var year = WorkspaceArguments.Year();
        var profile = WorkspaceArguments.Profile();
        var line = new Option<string>("--line")
        {
            Description = "账户行或兑付行的编号 id of an account line or a payment line",
            Required = true,
        };
        var command = new Command("explain", "解释一个数字的由来 the tree behind one number")
        {
            folder, year, line, profile,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(year), parsed.GetRequiredValue(line),
            parsed.GetValue(profile), cancellation)));
        return command;
    }

    private static int Run(
        string root, string yearText, string lineId, string? profile, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var trace = Find(root, yearText, lineId, profile, problems, progress, cancellation);
        progress.Finish();
        return CommandOutput.Finish(problems.All, null, "explanation.txt",
            trace is null ? null : output =>
                CommandOutput.WriteText(output, writer => TraceText.Write(trace, writer)));
    }

    private static TraceNode? Find(
        string root, string yearText, string lineId, string? profile,
        ProblemList problems, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var asked = WorkspaceArguments.YearOf(yearText, problems);
        var opened = AccountWorkspace.Open(root, problems, progress, cancellation);
        if (opened is null || asked is null
            || opened.RequireYear(asked.Value, problems) is not { } year) return null;
        var payment = ExtentTableReader.IsThere(root) ? null : RunSchedule.For(opened, year, null, problems)
            .SelectMany(draft => draft.Draft.Schedule?.Lines ?? [])
            .FirstOrDefault(line => line.Id == lineId);
        if (payment is not null) return payment.Trace;
        var run = RunAccount.For(
            opened, year, profile, Environment.ProcessorCount, problems, progress, cancellation);
        if (run is null) return null;
        if (run.Report.Account.Find(lineId) is { } line) return ParcelTrace.Extend(line, run.Extents);
        problems.Refuse(WorkspaceProblemCode.LineUnknown, "--line",
            new($"{year} 年没有编号为 {lineId} 的账户行或兑付行。",
                $"There is no account or payment line {lineId} in {year}."),
            new("编号见 account 与 schedule 的 JSON 或 CSV。",
                "The JSON and CSV of account and schedule name the ids."));
        return null;
    }
}
