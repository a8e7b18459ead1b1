using System.CommandLine;
using System.Globalization;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Writing;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep ingest WORKSPACE</c>: files in, layer versions and runs in the store.</summary>
internal static class IngestCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var database = StoreArguments.Database();
        var profile = WorkspaceArguments.Profile();
        var threads = WorkspaceArguments.Threads();
        var command = new Command("ingest", "存入图层、账户与资金安排 store layers, accounts and schedules")
        {
            folder, database, profile, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetValue(database), parsed.GetValue(profile),
            parsed.GetValue(threads), cancellation)));
        return command;
    }

    private static int Run(
        string root, string? database, string? profile, int threads, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var ofWorkspace = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        if (WorkspaceReader.Read(root, ofWorkspace) is null)
            return CommandOutput.Finish(ofWorkspace.All, null, "", null);
        return StoreArguments.With(root, database, problems, store =>
        {
            string actor = $"cli:{Environment.UserName}";
            var outcome = store is null ? null : Ingest(store, new(root, profile, threads, actor));
            progress.Finish();
            return CommandOutput.Finish(problems.All, null, "",
                outcome is null ? null : output =>
                    CommandOutput.WriteText(output, writer => Write(writer, outcome)));
        });

        IngestOutcome? Ingest(Store store, IngestRequest request) =>
            IngestWorkspace.Run(store, request, problems, progress, cancellation);
    }

    private static void Write(TextWriter writer, IngestOutcome outcome)
    {
        foreach (var layer in outcome.Layers)
        {
            string features = layer.Features.ToString(CultureInfo.InvariantCulture);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"图层 layer {layer.Layer} 版本 version {layer.Version}: {features} features, {Mark(layer.IsNew)}"));
        }
        foreach (var run in outcome.Runs)
        {
            string name = $"{run.Kind} {run.Year.ToString(CultureInfo.InvariantCulture)} {run.Profile}".TrimEnd();
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"结果 run {run.Id} {name}: {run.ResultHash}, {Mark(run.IsNew)}"));
        }
        writer.WriteLine(outcome.IsNewlyPublished
            ? $"快照 snapshot {outcome.Snapshot} 已发布 published"
            : $"快照 snapshot {outcome.Snapshot} 已在库中，无变化 already stored, nothing changed");
    }

    private static string Mark(bool isNew) => isNew ? "新存 recorded" : "已有 already stored";
}
