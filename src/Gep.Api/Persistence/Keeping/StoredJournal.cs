using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;
using Gep.Api.Dossiers;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Keeping;

/// <summary>The steps of schedules in the store.</summary>
/// <param name="store">The store.</param>
/// <param name="workspaceId">The workspace's number.</param>
internal sealed class StoredJournal(Store store, long workspaceId) : IScheduleJournal
{
    /// <summary>What the audit log calls a step.</summary>
    public const string Action = "schedule-step";

    private const string StatusField = "status", EntryField = "entry";
    private const string ChineseField = "zh", EnglishField = "en";

    /// <inheritdoc/>
    public ScheduleLog Read(Schedule schedule)
    {
        using var context = store.NewContext();
        return Read(new StoredSchedules(context, workspaceId), schedule);
    }

    /// <inheritdoc/>
    public StepAnswer Take(Schedule schedule, StepRequest request, int lastSeen, WriteKey key)
    {
        var written = WriteOnce.Run(store, key, Action, context =>
        {
            WriteOnce.Lock(context, StoredSchedules.SubjectOf(workspaceId, KeyOf(schedule).ToString()));
            return Take(new StoredSchedules(context, workspaceId), schedule, request, lastSeen);
        });
        if (written.Answer is not null) return AnswerOf(written);
        return new StepAnswer(written.Status, null, new(
            "此幂等键已用于另一请求。", "The idempotency key belongs to another request."));
    }

    private static WriteResult Take(
        StoredSchedules schedules, Schedule schedule, StepRequest request, int lastSeen)
    {
        var log = Read(schedules, schedule);
        if (log.Entries.Length != lastSeen)
        {
            var last = log.Entries.LastOrDefault();
            return Refused(WriteStatus.Overtaken, new(
                $"他人已先办理：{last?.Actor} {last?.Step}。",
                $"Somebody was faster: {last?.Actor} {last?.Step}."));
        }
        var outcome = log.Take(NotBefore(log, request));
        if (!outcome.IsTaken) return Refused(WriteStatus.Refused, outcome.Refusal.Value);
        var entry = outcome.Log.Entries[^1];
        string line = EntryJson.Write(entry);
        var key = KeyOf(schedule);
        if (schedules.FindContent(key, entry.ContentHash) is null)
            schedules.KeepContent(key, entry.ContentHash, ContentJson.Write(schedule));
        if (!schedules.TryAppend(key, lastSeen, line))
            throw new InvalidOperationException($"{key} changed while it was locked.");
        return new WriteResult(
            JsonLine.Of(json =>
            {
                json.WriteString(StatusField, WorkspaceProblem.CodeOf(WriteStatus.Made));
                json.WriteString(EntryField, line);
            }),
            SubjectOf(entry));
    }

    /// <summary>What the audit log says of a step.</summary>
    public static string SubjectOf(ScheduleEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"schedule {entry.Schedule} step {entry.Sequence} {WorkspaceProblem.CodeOf(entry.Step)} {entry.Hash}");

    /// <summary>A clock that was set back does not put a step before the one that it follows.</summary>
    private static StepRequest NotBefore(ScheduleLog log, StepRequest request)
    {
        if (log.Entries.IsEmpty || request.At >= log.Entries[^1].At) return request;
        var at = log.Entries[^1].At;
        bool isLater = request.EnteredAt is { } entered && entered > at;
        return request with { At = at, EnteredAt = isLater ? request.EnteredAt : at };
    }

    /// <summary>
    /// The log over the lines that were submitted, or over today's while it is a draft; throws where what is
    /// kept is not what was written.
    /// </summary>
    private static ScheduleLog Read(StoredSchedules schedules, Schedule schedule)
    {
        var problems = new ProblemList();
        var stored = StoredSchedule.Read(schedules, KeyOf(schedule), problems)
            ?? throw new InvalidDataException(problems.All[0].Text.English);
        return ScheduleLog.Resume(stored.Frozen ?? schedule, stored.Entries);
    }

    private static StepAnswer AnswerOf(WriteAnswer written)
    {
        using var json = JsonDocument.Parse(written.Answer!);
        var root = json.RootElement;
        var status = JsonLine.Member<WriteStatus>(root, StatusField);
        return status == WriteStatus.Made
            ? new StepAnswer(written.Status, EntryJson.Read(JsonLine.Text(root, EntryField)), null)
            : new StepAnswer(status, null, new BilingualText(
                JsonLine.Text(root, ChineseField), JsonLine.Text(root, EnglishField)));
    }

    private static WriteResult Refused(WriteStatus status, BilingualText reason) => new(
        JsonLine.Of(json =>
        {
            json.WriteString(StatusField, WorkspaceProblem.CodeOf(status));
            json.WriteString(ChineseField, reason.Chinese);
            json.WriteString(EnglishField, reason.English);
        }), null);

    private static ScheduleKey KeyOf(Schedule schedule) => new(schedule.Scheme, schedule.Year);
}
