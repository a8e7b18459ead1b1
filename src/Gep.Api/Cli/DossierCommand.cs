using System.CommandLine;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Api.Dossiers;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep dossier …</c>: the way of a schedule from draft to paid, kept in a folder.</summary>
internal static class DossierCommand
{
    /// <summary>The command with its views.</summary>
    public static Command Build()
    {
        var command = new Command("dossier", "卷宗：审核、公示、下达、发放 the way of a schedule from draft to paid");
        foreach (var step in DossierSteps.Build()) command.Add(step);
        command.Add(View("status", "状态与经手记录 status and log", ShowStatus));
        command.Add(View("check", "C01–C25 检查 the checks C01 to C25", ShowChecks));
        command.Add(View("correct", "按新数据计算的差额（CSV） signed differences to what was submitted",
            ShowCorrection));
        return command;
    }

    /// <summary>The folder of dossiers, when it is not that of the workspace.</summary>
    public static Option<string?> Folder() => new("--dossier")
    {
        Description = "卷宗文件夹，默认为工作区的 dossier folder of the dossiers; the workspace's own by default",
    };

    /// <summary>The scheme.</summary>
    public static Option<string> Scheme() =>
        new("--scheme") { Description = "方案编号 scheme, such as WH-PBF", Required = true };

    /// <summary>The schedule asked for, or null after its problem was added.</summary>
    public static ScheduleKey? KeyOf(string scheme, string year, ProblemList problems)
    {
        var asked = WorkspaceArguments.YearOf(year, problems);
        bool isScheme = SchemeCode.TryParse(scheme, out var code);
        if (!isScheme)
        {
            problems.Refuse(WorkspaceProblemCode.ValueMalformed, "--scheme",
                new($"“{scheme}”不是方案编号。", $"'{scheme}' is no id of a scheme."),
                new("请写如 WH-PBF 的编号。", "Write an id such as WH-PBF."));
        }
        return isScheme && asked is { } known ? new ScheduleKey(code, known) : null;
    }

    private static Command View(
        string name, string description, Func<DossierView, Action<TextWriter>?> show)
    {
        var (workspace, year, scheme) = (WorkspaceArguments.Folder(), WorkspaceArguments.Year(), Scheme());
        var folder = Folder();
        var command = new Command(name, description) { workspace, year, scheme, folder };
        command.SetAction((parsed, cancellation) =>
        {
            var problems = new ProblemList();
            string root = parsed.GetRequiredValue(workspace);
            var key = KeyOf(parsed.GetRequiredValue(scheme), parsed.GetRequiredValue(year), problems);
            var dossier = key is null
                ? null : OpenedDossier.Open(root, parsed.GetValue(folder), key.Value, problems, cancellation);
            var write = dossier is null ? null : show(new DossierView(root, dossier, problems, cancellation));
            return Task.FromResult(CommandOutput.Finish(problems.All, null, $"{name}.txt", write is null
                ? null : output => CommandOutput.WriteText(output, write)));
        });
        return command;
    }

    private static Action<TextWriter> ShowStatus(DossierView view) =>
        writer => DossierText.WriteStatus(writer, view.Dossier);

    private static Action<TextWriter> ShowChecks(DossierView view)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var facts = view.Dossier.Facts(today, view.Problems);
        var findings = view.Dossier.Findings(today, new ProblemList());
        return writer => DossierText.WriteChecks(writer, view.Dossier.Schedule, facts, findings);
    }

    private static Action<TextWriter>? ShowCorrection(DossierView view)
    {
        var key = view.Dossier.Stored.Key;
        if (!view.Dossier.IsIssued)
        {
            view.Problems.Refuse(WorkspaceProblemCode.StepRefused, key.ToString(),
                new("尚未下达，直接修改草案即可。", "It was not issued: correct the draft itself."),
                new("差额更正只用于已下达的安排。", "A correction is of a schedule that was issued."));
            return null;
        }
        var paid = view.Dossier.Schedule;
        return OpenedDossier.Draw(view.Root, key, view.Problems, view.Cancellation) is (_, { } due)
            ? writer => DossierText.WriteCorrection(writer, ScheduleCorrection.Between(paid, due), paid, due)
            : null;
    }

    private sealed record DossierView(
        string Root, OpenedDossier Dossier, ProblemList Problems, CancellationToken Cancellation);
}
