using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;

namespace Gep.Api.Workflow;

/// <summary>Where schedules take their steps: one at a time, each on top of the one its author saw.</summary>
internal sealed class WorkflowDesk(WorkflowFile? file, TimeProvider clock)
{
    private readonly Lock turn = new();
    private readonly Dictionary<string, ScheduleLog> logs = new(StringComparer.Ordinal);

    /// <summary>Whether steps outlive the service.</summary>
    public bool IsKept => file is not null;

    /// <summary>How far a schedule has come.</summary>
    public ScheduleStatus StatusOf(string code)
    {
        lock (turn) return logs.TryGetValue(code, out var log) ? log.Status : ScheduleStatus.Draft;
    }

    /// <summary>The steps of a schedule, oldest first.</summary>
    public ImmutableArray<ScheduleEntry> EntriesOf(string code)
    {
        lock (turn) return logs.TryGetValue(code, out var log) ? log.Entries : [];
    }

    /// <summary>Takes the steps that were kept up again; throws what is wrong with the file.</summary>
    public void Resume(IEnumerable<Schedule> schedules)
    {
        if (file is null) return;
        lock (turn)
        {
            foreach (var schedule in schedules)
            {
                string code = CodeOf(schedule);
                if (!logs.ContainsKey(code) && file.Read(schedule, code) is { Entries.Length: > 0 } log)
                    logs[code] = log;
            }
        }
    }

    /// <summary>Takes a step, or says why it is refused.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="seen">How many steps its author saw; another number means somebody was faster.</param>
    /// <param name="step">The step.</param>
    /// <param name="role">The role in which it is taken.</param>
    /// <param name="actor">Who takes it.</param>
    /// <param name="note">Document number or reason.</param>
    /// <param name="lines">Lines of an objection.</param>
    public (ScheduleEntry? Entry, BilingualText? Refusal) Take(
        Schedule schedule, int seen, ScheduleStep step, ScheduleRole role, string actor, string note,
        ImmutableArray<string> lines)
    {
        string code = CodeOf(schedule);
        lock (turn)
        {
            var log = logs.TryGetValue(code, out var known) ? known : ScheduleLog.Begin(schedule);
            if (log.Entries.Length != seen)
            {
                return (null, new(
                    $"已有他人先行办理：现有 {log.Entries.Length} 个环节，您看到的是 {seen} 个。",
                    $"Somebody was faster: there are {log.Entries.Length} steps, you saw {seen}."));
            }
            var outcome = log.Take(new StepRequest(step, role, actor, clock.GetUtcNow(), note, lines));
            if (!outcome.IsTaken) return (null, outcome.Refusal);
            var entry = outcome.Log.Entries[^1];
            file?.Append(code, entry);
            logs[code] = outcome.Log;
            return (entry, null);
        }
    }

    private static string CodeOf(Schedule schedule) => $"{schedule.Scheme}:{schedule.Year}";
}
