using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;
using Gep.Api.Changes;
using Gep.Api.Dossiers;
using Gep.Api.Security;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>The public notice of a schedule.</summary>
/// <param name="Begins">When it began.</param>
/// <param name="Ends">From when the schedule may be issued.</param>
/// <param name="DaysLeft">Days until then, begun ones counted; 0 when it is over.</param>
[GraphQLName("ScheduleNotice")]
internal sealed record NoticeNode(DateTimeOffset Begins, DateTimeOffset Ends, int DaysLeft)
{
    /// <summary>The notice of a log; null before it began.</summary>
    public static NoticeNode? Of(ScheduleLog log, DateTimeOffset now) => log.NoticeEnds is { } ends
        ? new NoticeNode(
            log.Entries.Last(entry => entry.Step == ScheduleStep.Notice).At, ends,
            Math.Max(0, (int)Math.Ceiling((ends - now).TotalDays)))
        : null;
}

/// <summary>A step that may follow, and whether who asks may take it now.</summary>
/// <param name="Step">The step.</param>
/// <param name="Role">The only role that takes it; null when several may.</param>
/// <param name="NeedsNote">Whether it needs a document number or a reason.</param>
/// <param name="NeedsLines">Whether it names lines.</param>
/// <param name="Stages">Stages to which payments may be brought now; empty for other steps.</param>
/// <param name="Reasons">What stands in the way; empty when the step may be taken.</param>
[GraphQLName("NextStep")]
internal sealed record NextStepNode(
    ScheduleStep Step, ScheduleRole? Role, bool NeedsNote, bool NeedsLines,
    IReadOnlyList<PaymentStage> Stages, IReadOnlyList<ProblemNode> Reasons)
{
    /// <summary>Stands for the note that the author of a step will give.</summary>
    private const string SomeNote = "…";

    /// <summary>The steps that may follow, each tried without being kept.</summary>
    /// <param name="dossier">What is kept of the schedule.</param>
    /// <param name="adjustments">Reads the adjustments of the scheme.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<NextStepNode> Of(
        OpenedDossier dossier, Func<RecordLedger> adjustments, Caller caller, DateTimeOffset now)
    {
        var log = dossier.Log;
        return
        [
            .. Enum.GetValues<ScheduleStep>()
                .Where(step => StepRules.MayFollow(log.Status, step)
                    && (step != ScheduleStep.Settle || !log.Suspended.IsEmpty))
                .Select(step => Of(step, dossier, adjustments, caller, now)),
        ];
    }

    private static NextStepNode Of(
        ScheduleStep step, OpenedDossier dossier, Func<RecordLedger> adjustments, Caller caller,
        DateTimeOffset now)
    {
        bool needsLines = step is ScheduleStep.Contest or ScheduleStep.Settle;
        var node = new NextStepNode(
            step, StepRules.RoleOf(step), StepRules.NeedsNote(step), needsLines, [], []);
        if (StepPermission.Refusal(caller, step, dossier.Schedule) is { } refusal)
            return node with { Reasons = [refusal] };
        var request = new StepRequest(
            step, caller.RoleFor(step)!.Value, caller.Name, now, SomeNote,
            [.. dossier.Schedule.Lines.Take(needsLines ? 1 : 0).Select(line => line.Id)]);
        if (step != ScheduleStep.Move)
            return node with { Reasons = ReasonsAgainst(request, dossier, adjustments) };
        var tried = Enum.GetValues<PaymentStage>()
            .Select(stage => (
                stage, Reasons: ReasonsAgainst(request with { Stage = stage }, dossier, adjustments)))
            .ToList();
        var open = tried.Where(each => each.Reasons.Count == 0).Select(each => each.stage).ToList();
        return node with { Stages = open, Reasons = open.Count > 0 ? [] : tried[0].Reasons };
    }

    private static List<ProblemNode> ReasonsAgainst(
        StepRequest request, OpenedDossier dossier, Func<RecordLedger> adjustments)
    {
        var problems = new ProblemList();
        if (request.Step == ScheduleStep.Submit)
            AdjustmentCheck.RefuseWaiting(adjustments(), dossier.Schedule, problems);
        TakeStep.Try(dossier, request, problems);
        return [.. problems.All.Where(problem => problem.Severity == ProblemSeverity.Refusal)
            .Select(ProblemNode.Of)];
    }
}
