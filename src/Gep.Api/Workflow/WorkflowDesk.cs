using System.Runtime.CompilerServices;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Records;

namespace Gep.Api.Workflow;

/// <summary>
/// Where schedules take their steps without a database: one at a time, each on top of the one its author saw.
/// </summary>
internal sealed class WorkflowDesk(WorkflowFile? file) : IScheduleJournal
{
    private readonly Lock turn = new();
    private readonly Dictionary<(string Code, string Fingerprint), ScheduleLog> logs = [];
    private readonly ConditionalWeakTable<Schedule, string> fingerprints = [];
    private readonly IdempotencyKeys keys = new();

    /// <inheritdoc/>
    public ScheduleLog Read(Schedule schedule)
    {
        lock (turn) return LogOf(schedule);
    }

    /// <inheritdoc/>
    public StepAnswer Take(Schedule schedule, StepRequest request, int lastSeen, WriteKey key)
    {
        bool isFirst = false;
        var answer = keys.Once(key.Actor, key.Key, key.RequestHash, () =>
        {
            isFirst = true;
            lock (turn) return TakeNow(schedule, request, lastSeen);
        });
        if (answer is null)
        {
            return new StepAnswer(WriteStatus.KeyReused, null, new(
                "此幂等键已用于另一请求。", "The key came with another request before."));
        }
        return isFirst || answer.Status != WriteStatus.Made
            ? answer
            : answer with { Status = WriteStatus.Repeated };
    }

    private StepAnswer TakeNow(Schedule schedule, StepRequest request, int lastSeen)
    {
        var log = LogOf(schedule);
        if (log.Entries.Length != lastSeen)
        {
            return new StepAnswer(WriteStatus.Overtaken, null, new(
                $"已有他人先行办理：现有 {log.Entries.Length} 个环节，您看到的是 {lastSeen} 个。",
                $"Somebody was faster: there are {log.Entries.Length} steps, you saw {lastSeen}."));
        }
        bool isBack = log.Entries.Length > 0 && request.At < log.Entries[^1].At;
        var outcome = log.Take(isBack ? request with { At = log.Entries[^1].At } : request);
        if (!outcome.IsTaken) return new StepAnswer(WriteStatus.Refused, null, outcome.Refusal);
        var entry = outcome.Log.Entries[^1];
        file?.Append(entry);
        logs[KeyOf(schedule)] = outcome.Log;
        return new StepAnswer(WriteStatus.Made, entry, null);
    }

    private ScheduleLog LogOf(Schedule schedule)
    {
        var key = KeyOf(schedule);
        if (logs.TryGetValue(key, out var log)) return log;
        return logs[key] = file?.Read(schedule, key.Code, key.Fingerprint) ?? ScheduleLog.Begin(schedule);
    }

    private (string Code, string Fingerprint) KeyOf(Schedule schedule) =>
        ($"{schedule.Scheme}:{schedule.Year}", fingerprints.GetValue(schedule, ScheduleFingerprint.Of));
}
