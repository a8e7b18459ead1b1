using Gep.Api.Dossiers;
using Gep.Api.Security;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>Where a schedule stands: notice, next steps, corrections, by its dossier as it is now.</summary>
[ExtendObjectType(typeof(ScheduleNode))]
internal sealed class ScheduleStanding(WorkflowDesk desk, ServedRequest request)
{
    /// <summary>The public notice of this round; null before it began.</summary>
    public NoticeNode? Notice([Parent] ScheduleNode schedule) =>
        Open(schedule) is { } dossier ? NoticeNode.Of(dossier.Log, desk.Now) : null;

    /// <summary>The steps that may follow, and what stands in the way of each for who asks.</summary>
    [ListSize(AssumedSize = 6)]
    public IReadOnlyList<NextStepNode> NextSteps([Parent] ScheduleNode schedule) =>
        Open(schedule) is { } dossier ? NextStepNode.Of(dossier, request.Caller, desk.Now) : [];

    /// <summary>
    /// What an issued schedule differs by from the lines that are due today: signed, beside it, never in it.
    /// Null before it was issued, and where today's lines cannot be drawn.
    /// </summary>
    public CorrectionNode? Correction([Parent] ScheduleNode schedule) =>
        Open(schedule) is { IsIssued: true } dossier
            ? new CorrectionNode(dossier.Schedule, schedule.Drawn!, request.Caller, schedule.Catalog)
            : null;

    /// <summary>Signed amounts of earlier years that are settled with this schedule.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<AdjustmentNode> Adjustments([Parent] ScheduleNode schedule) =>
    [
        .. schedule.Catalog.AdjustmentsOf(schedule.Code)
            .Select(one => AdjustmentNode.Of(one, request.Caller, schedule.Catalog)),
    ];

    /// <summary>The dossier; null of a schedule that was not drawn.</summary>
    private OpenedDossier? Open(ScheduleNode schedule)
    {
        if (schedule.Drawn is not { } drawn) return null;
        var problems = new ProblemList();
        return desk.Open(schedule.Outcome.Scheme, drawn, problems)
            ?? throw new GraphQLException($"{problems.All[0].Where}: {problems.All[0].Text.English}");
    }
}
