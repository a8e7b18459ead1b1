using System.CommandLine;
using System.Globalization;
using System.Text;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Compensation;
using Gep.Api.Layers;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep step WORKSPACE</c>: one step of a schedule on its way to payment, kept in the store.</summary>
internal static class StepCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var year = WorkspaceArguments.Year();
        var scheme = new Option<string>("--scheme") { Description = "补偿方案 scheme", Required = true };
        var key = new Option<string>("--key")
        {
            Description = "幂等键：重复时得到首次的答复 idempotency key: a repetition gets the first answer",
            Required = true,
        };
        var after = new Option<int>("--after")
        {
            Description = "所见的最后环节号 number of the last step that its author saw; 0 for none",
        };
        var database = StoreArguments.Database();
        var request = new StepRequestOptions();
        var command = new Command("step", "办理一个环节 take one step of a schedule")
        {
            folder, year, scheme, after, key, database,
        };
        request.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(year), parsed.GetRequiredValue(scheme),
            request.Read(parsed, TimeProvider.System.GetUtcNow()), parsed.GetValue(after),
            parsed.GetRequiredValue(key), parsed.GetValue(database), cancellation)));
        return command;
    }

    private static int Run(
        string root, string yearText, string scheme, StepRequest request, int after, string key,
        string? database, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var opened = OpenedWorkspace.Read(root, problems, null, cancellation);
        var schedule = opened is null ? null : Draw(opened, yearText, scheme, problems);
        if (schedule is null || problems.HasRefusal)
            return CommandOutput.Finish(problems.All, null, "", null);
        return StoreArguments.With(root, database, problems, store =>
        {
            if (store is null) return CommandOutput.Finish(problems.All, null, "", null);
            string body = string.Create(CultureInfo.InvariantCulture,
                $"{schedule.Scheme}\t{schedule.Year}\t{after}\t{request.Step}\t{request.Role}\t{request.Note}\t"
                + $"{string.Join(' ', request.Lines)}");
            var answer = KeptRecords.Of(store, opened!.Workspace.Id).Journal.Take(
                schedule, request, after, WriteKey.Of(request.Actor, key, Encoding.UTF8.GetBytes(body)));
            return Tell(answer);
        });
    }

    private static Schedule? Draw(
        OpenedWorkspace opened, string yearText, string scheme, ProblemList problems)
    {
        if (WorkspaceArguments.YearOf(yearText, problems) is not { } asked) return null;
        if (opened.RequireYear(asked, problems) is not { } year) return null;
        var outcome = RunSchedule.For(opened, year, scheme, problems).SingleOrDefault();
        if (outcome is null) return null;
        if (outcome.Draft.Schedule is null)
            problems.AddAll(outcome.Draft.Problems);
        return outcome.Draft.Schedule;
    }

    private static int Tell(StepAnswer answer)
    {
        if (answer.Entry is { } entry)
        {
            using var output = Console.OpenStandardOutput();
            CommandOutput.WriteText(output, writer => writer.WriteLine(entry));
            return ExitCode.Fine;
        }
        var reason = answer.Reason!.Value;
        Console.Error.WriteLine($"{WorkspaceProblem.CodeOf(answer.Status)}: {reason.Chinese} {reason.English}");
        return ExitCode.Refused;
    }
}
