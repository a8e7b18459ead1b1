using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>Takes one step of a schedule: who may, what stands against it, and the entry that is
/// kept.</summary>
internal static class TakeStep
{
    /// <summary>
    /// The log with the step of somebody in the list of people, or null after the reasons why not were added.
    /// </summary>
    public static ScheduleLog? For(OpenedDossier dossier, StepRequest request, ProblemList problems) =>
        IsAllowed(dossier, request, problems) ? On(dossier, request, problems) : null;

    /// <summary>
    /// The log with the step, whose author was found to have the role, or null after the reasons why not were
    /// added.
    /// </summary>
    public static ScheduleLog? On(OpenedDossier dossier, StepRequest request, ProblemList problems)
    {
        if (Try(dossier, request, problems) is not { } log) return null;
        var entry = log.Entries[^1];
        var (store, key) = (dossier.Store, dossier.Stored.Key);
        store.KeepContent(key, entry.ContentHash, ContentJson.Write(dossier.Schedule));
        if (store.TryAppend(key, entry.Sequence - 1, EntryJson.Write(entry))) return log;
        Refuse(problems, dossier, new("同时有人登记了另一环节。", "Somebody entered another step meanwhile."),
            new("请查看状态后重试。", "Look at the status, then try again."));
        return null;
    }

    /// <summary>
    /// The log as the step would leave it, or null after the reasons why not were added; nothing is kept.
    /// </summary>
    public static ScheduleLog? Try(OpenedDossier dossier, StepRequest request, ProblemList problems)
    {
        var outcome = dossier.Log.Take(request);
        if (!outcome.IsTaken)
        {
            Refuse(problems, dossier, outcome.Refusal.Value, new(
                "请按顺序、由相应角色的另一人办理。", "Take the steps in order, each by another person in its role."));
            return null;
        }
        if (request.Step == ScheduleStep.Issue) RefuseFindings(dossier, request, problems);
        return problems.HasRefusal ? null : outcome.Log;
    }

    private static bool IsAllowed(OpenedDossier dossier, StepRequest request, ProblemList problems)
    {
        var people = PeopleReader.Read(dossier.Root, problems);
        if (problems.HasRefusal) return false;
        bool isListed = people.Any(person => person.Name == request.Actor && person.Role == request.Role);
        if (isListed) return true;
        string role = WorkspaceProblem.CodeOf(request.Role);
        Refuse(problems, dossier,
            new($"{request.Actor} 不具有角色 {role}。", $"{request.Actor} has not the role {role}."),
            new("请在 people.csv 中登记，或由有权的人办理。",
                "List them in people.csv, or let somebody with the role take the step."));
        return false;
    }

    private static void RefuseFindings(OpenedDossier dossier, StepRequest request, ProblemList problems)
    {
        var findings = dossier.Findings(DateOnly.FromDateTime(request.At.DateTime), problems);
        foreach (var finding in findings.Where(finding => finding.Severity == ProblemSeverity.Refusal))
        {
            problems.Refuse(WorkspaceProblemCode.StepRefused, $"{dossier.Stored.Key} {finding.Where}",
                new($"{finding.Code} {finding.Text.Chinese}", $"{finding.Code} {finding.Text.English}"),
                finding.Remedy);
        }
    }

    private static void Refuse(
        ProblemList problems, OpenedDossier dossier, BilingualText text, BilingualText remedy) =>
        problems.Refuse(WorkspaceProblemCode.StepRefused, dossier.Stored.Key.ToString(), text, remedy);
}
