using Gep.Accounting.Codes;
using Gep.Api.Changes;
using Gep.Api.Dossiers;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>Where a schedule stands: notice, next steps, corrections, by its dossier as it is now.</summary>
[ExtendObjectType(typeof(ScheduleNode))]
internal sealed class ScheduleStanding(WorkflowDesk desk, ServedRequest request, WriteDesks desks)
{
    /// <summary>The public notice of this round; null before it began.</summary>
    public NoticeNode? Notice([Parent] ScheduleNode schedule) =>
        Open(schedule) is { } dossier ? NoticeNode.Of(dossier.Log, desk.Now) : null;

    /// <summary>The steps that may follow, and what stands in the way of each for who asks.</summary>
    [ListSize(AssumedSize = 6)]
    public IReadOnlyList<NextStepNode> NextSteps([Parent] ScheduleNode schedule) =>
        Open(schedule) is { } dossier
            ? NextStepNode.Of(dossier, () => LedgerOf(schedule), request.Caller, desk.Now)
            : [];

    /// <summary>
    /// What an issued schedule differs by from the lines that are due today: signed, beside it, never in it.
    /// Null before it was issued, and where today's lines cannot be drawn.
    /// </summary>
    public CorrectionNode? Correction([Parent] ScheduleNode schedule) =>
        Open(schedule) is { IsIssued: true } dossier
            ? new CorrectionNode(
                dossier.Schedule, schedule.Drawn!, [.. LedgerOf(schedule).ReadLive()], request.Caller,
                schedule.Catalog)
            : null;

    /// <summary>
    /// Signed amounts of earlier years that are settled with this schedule: those in force, and to whoever
    /// has a token those recorded since.
    /// </summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<AdjustmentNode> Adjustments([Parent] ScheduleNode schedule)
    {
        var ledger = LedgerOf(schedule);
        var recorded = ledger.ReadLive().Where(one =>
            one.Year.Number == schedule.Year && ledger.Find(one.Number ?? "") is { IsInForce: false });
        return
        [
            .. schedule.Catalog.AdjustmentsOf(schedule.Code).Concat(recorded).Select(one => AdjustmentNode.Of(
                one, ledger.Find(one.Number ?? "")?.State ?? RecordState.InForce, request.Caller,
                schedule.Catalog)),
        ];
    }

    /// <summary>The adjustments of the scheme: those in force, and to whoever has a token what was recorded
    /// or withdrawn since.</summary>
    private RecordLedger LedgerOf(ScheduleNode schedule) => RecordDesk.LedgerOf(
        schedule.Catalog.Snapshot, RecordKind.Adjustment, schedule.Outcome.Scheme.Code,
        AccountingYear.Of(schedule.Year), request.Caller.IsPublic ? null : desks.Records);

    /// <summary>The dossier; null of a schedule that was not drawn.</summary>
    private OpenedDossier? Open(ScheduleNode schedule)
    {
        if (schedule.Drawn is not { } drawn) return null;
        var problems = new ProblemList();
        return desk.Open(schedule.Outcome.Scheme, drawn, problems)
            ?? throw new GraphQLException($"{problems.All[0].Where}: {problems.All[0].Text.English}");
    }
}
