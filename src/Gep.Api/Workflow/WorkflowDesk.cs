using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Dossiers;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Workflow;

/// <summary>
/// Where callers of the service move schedules. It keeps nothing itself: whatever another process entered
/// meanwhile is seen, and of two steps at one moment the store takes one.
/// </summary>
internal sealed class WorkflowDesk(Func<DossierPlace> place, TimeProvider clock)
{
    /// <summary>
    /// The steps of each schedule, oldest first, read at once; none, after a problem was added, where what is
    /// kept was changed.
    /// </summary>
    public IReadOnlyList<ImmutableArray<ScheduleEntry>> EntriesOf(
        IReadOnlyList<ScheduleKey> keys, ProblemList problems) =>
    [
        .. place().Store.ReadEntries(keys).Select((stored, index) =>
            StoredSchedule.Verify(keys[index], stored, problems) ?? []),
    ];

    /// <summary>The time by which steps are taken.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>
    /// What is kept of a schedule, with the lines submitted or else those of today; null after a problem was
    /// added.
    /// </summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="schedule">The schedule as it is drawn today.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="write">The write that reads it; null for a look.</param>
    public OpenedDossier? Open(
        Scheme scheme, Schedule schedule, ProblemList problems, IWriteScope? write = null)
    {
        var (root, store) = place();
        store = write?.SchedulesIn(root) ?? store;
        var key = new ScheduleKey(schedule.Scheme, schedule.Year);
        return StoredSchedule.Read(store, key, problems) is { } stored
            ? new OpenedDossier(root, store, scheme, stored, stored.Frozen ?? schedule)
            : null;
    }

    /// <summary>
    /// The entry of a step, or null after the reasons why it was refused were added. A step that its author
    /// sends again gets the entry of the first time.
    /// </summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="schedule">The schedule as it is drawn today.</param>
    /// <param name="seen">How many steps its author saw; another number means somebody was faster.</param>
    /// <param name="request">The step; its time is that of the desk.</param>
    /// <param name="problems">Where reasons go.</param>
    /// <param name="write">The write that the step is part of; null keeps the step by itself.</param>
    public ScheduleEntry? Take(
        Scheme scheme, Schedule schedule, int seen, StepRequest request, ProblemList problems,
        IWriteScope? write = null)
    {
        if (Open(scheme, schedule, problems, write) is not { } dossier) return null;
        var stored = dossier.Stored;
        if (stored.Entries.Length != seen)
        {
            if (seen >= 0 && seen < stored.Entries.Length && IsSame(stored.Entries[seen], request))
                return stored.Entries[seen];
            RefuseLate(problems, stored.Key, stored.Entries.Length, seen);
            return null;
        }
        return TakeStep.On(dossier, request with { At = Now }, problems)?.Entries[^1];
    }

    private static bool IsSame(ScheduleEntry entry, StepRequest request) =>
        (entry.Step, entry.Role, entry.Actor, entry.Note, entry.Stage)
            == (request.Step, request.Role, request.Actor, request.Note, request.Stage)
        && entry.Lines.SequenceEqual(request.Lines);

    private static void RefuseLate(ProblemList problems, ScheduleKey key, int now, int seen) =>
        problems.Refuse(WorkspaceProblemCode.StepRefused, key.ToString(),
            new($"已有他人先行办理：现有 {now} 个环节，您看到的是 {seen} 个。",
                $"Somebody was faster: there are {now} steps, you saw {seen}."),
            new("请核对现状后再办。", "Look at the schedule as it is now."));
}
