using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>Which stage may follow which; a failed payment goes back to correction, a paid one
/// nowhere.</summary>
public static class PaymentStages
{
    /// <summary>Whether a payment may move from one stage to the other.</summary>
    public static bool MayMove(PaymentStage from, PaymentStage to) => from switch
    {
        PaymentStage.ToSubmit => to == PaymentStage.ToReview,
        PaymentStage.ToReview => to is PaymentStage.ToPush or PaymentStage.ToCorrect,
        PaymentStage.ToCorrect => to == PaymentStage.ToReview,
        PaymentStage.ToPush => to == PaymentStage.Pushed,
        PaymentStage.Pushed => to is PaymentStage.ToPay or PaymentStage.ToCorrect,
        PaymentStage.ToPay => to == PaymentStage.Paying,
        PaymentStage.Paying => to is PaymentStage.Paid or PaymentStage.ToCorrect,
        PaymentStage.Paid => false,
    };

    /// <summary>The roles that may bring payments to a stage.</summary>
    public static ImmutableArray<ScheduleRole> RolesFor(PaymentStage to) => to switch
    {
        PaymentStage.ToSubmit or PaymentStage.ToReview => [ScheduleRole.Officer],
        PaymentStage.ToPush => [ScheduleRole.Department],
        PaymentStage.ToCorrect => [ScheduleRole.Department, ScheduleRole.Treasury],
        PaymentStage.Pushed => [ScheduleRole.Finance],
        PaymentStage.ToPay or PaymentStage.Paying or PaymentStage.Paid => [ScheduleRole.Treasury],
    };

    /// <summary>The stage of each line after the entries; a line begins at <c>ToSubmit</c>.</summary>
    public static IReadOnlyDictionary<string, PaymentStage> After(
        Schedule schedule, IEnumerable<ScheduleEntry> entries)
    {
        var stages = schedule.Lines.ToDictionary(
            line => line.Id, _ => PaymentStage.ToSubmit, StringComparer.Ordinal);
        var contested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Step == ScheduleStep.Contest) contested.UnionWith(entry.Lines);
            if (entry.Step == ScheduleStep.Settle) contested.ExceptWith(entry.Lines);
            if (entry is not { Step: ScheduleStep.Move, Stage: { } to }) continue;
            foreach (string id in Movable(schedule, stages, contested, to, entry.Lines)) stages[id] = to;
        }
        return stages;
    }

    /// <summary>The lines that a move reaches: those named, or all that may move and are not
    /// contested.</summary>
    internal static ImmutableArray<string> Movable(
        Schedule schedule, IReadOnlyDictionary<string, PaymentStage> stages, IReadOnlySet<string> contested,
        PaymentStage to, ImmutableArray<string> named) =>
    [
        .. (named.IsEmpty ? schedule.Lines.Select(line => line.Id) : named)
            .Where(id => stages.TryGetValue(id, out var from) && MayMove(from, to) && !contested.Contains(
                id)),
    ];
}
