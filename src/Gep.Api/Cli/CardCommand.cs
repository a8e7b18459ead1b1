using System.CommandLine;
using Gep.Api.Compensation;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep card WORKSPACE --year Y --line ID</c>: the explanation card of a payment, in
/// Chinese.</summary>
internal static class CardCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var year = WorkspaceArguments.Year();
        var line = new Option<string>("--line")
        {
            Description = "支付行编号 id of a payment line, such as WH-PBF:2019:000001",
            Required = true,
        };
        var command = new Command("card", "补偿说明卡 explanation card of a payment, in Chinese")
        {
            folder, year, line,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(year), parsed.GetRequiredValue(line),
            cancellation)));
        return command;
    }

    private static int Run(string root, string yearText, string id, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var asked = WorkspaceArguments.YearOf(yearText, problems);
        var opened = OpenedWorkspace.Read(root, problems, progress, cancellation);
        var book = opened is not null && asked is not null
            && opened.RequireYear(asked.Value, problems) is { } year
            ? ScheduleBooks.Read(opened, year, null, null, problems)
            : null;
        progress.Finish();
        var found = (book?.Drawn ?? [])
            .SelectMany(pair => pair.Schedule.Lines, (pair, line) => (pair.Scheme, pair.Schedule, Line: line))
            .FirstOrDefault(candidate => candidate.Line.Id == id);
        if (book is not null && found.Line is null)
        {
            problems.Refuse(WorkspaceProblemCode.LineUnknown, "--line",
                new($"没有编号为 {id} 的支付行。", $"There is no payment line {id}."),
                new("编号见 schedule 的 JSON 或 CSV。", "The JSON and CSV of schedule name the ids."));
        }
        return CommandOutput.Finish(problems.All, null, "card.txt", found.Line is null
            ? null
            : output => CommandOutput.WriteText(output, writer => ExplanationCard.Write(
                writer, found.Scheme, found.Schedule, found.Line, book!.NameOf(found.Line.District))));
    }
}
