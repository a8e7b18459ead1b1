using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;
using Gep.Api.Persistence.Rows;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Gep.Api.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>The steps of schedules in the store.</summary>
/// <param name="store">The store.</param>
/// <param name="workspaceId">The workspace's number.</param>
/// <param name="noticeDays">Days of public notice.</param>
internal sealed class StoredJournal(
    Store store, long workspaceId, int noticeDays = ScheduleLog.NoticeDaysDefault) : IScheduleJournal
{
    private const string Action = "schedule-step";
    private const string StatusField = "status", NumberField = "number";
    private const string ChineseField = "zh", EnglishField = "en";

    /// <inheritdoc/>
    public ScheduleLog Read(Schedule schedule)
    {
        using var context = store.NewContext();
        return Read(context, schedule);
    }

    /// <inheritdoc/>
    public StepAnswer Take(Schedule schedule, StepRequest request, int lastSeen, WriteKey key)
    {
        var written = WriteOnce.Run(store, key, Action, context =>
        {
            WriteOnce.Lock(context, $"schedule\t{workspaceId}\t{NameOf(schedule)}");
            return Take(context, schedule, request, lastSeen);
        });
        if (written.Answer is null)
        {
            return new StepAnswer(written.Status, null, new(
                "此幂等键已用于另一请求。", "The idempotency key belongs to another request."));
        }
        return AnswerOf(written, schedule);
    }

    private WriteResult Take(StoreContext context, Schedule schedule, StepRequest request, int lastSeen)
    {
        var log = Read(context, schedule);
        if (log.Entries.Length != lastSeen)
        {
            var last = log.Entries.LastOrDefault();
            string actor = last?.Actor ?? "";
            return Refused(WriteStatus.Overtaken, new(
                $"他人已先办理：{actor} {last?.Step}。", $"Somebody was faster: {actor} {last?.Step}."));
        }
        var outcome = log.Take(request with { At = Later(log, request.At) });
        if (!outcome.IsTaken) return Refused(WriteStatus.Refused, outcome.Refusal.Value);
        var entry = outcome.Log.Entries[^1];
        context.ScheduleSteps.Add(RowOf(entry));
        context.SaveChanges();
        string number = entry.Sequence.ToString(CultureInfo.InvariantCulture);
        return new WriteResult(
            Json(writer =>
            {
                writer.WriteString(StatusField, WorkspaceProblem.CodeOf(WriteStatus.Made));
                writer.WriteNumber(NumberField, entry.Sequence);
            }),
            $"schedule {entry.Schedule} {entry.ContentHash} step {number} {WorkspaceProblem.CodeOf(entry.Step)}");
    }

    /// <summary>
    /// The time of the step, in whole microseconds as the database keeps it: a clock that was set back does
    /// not put it before the entry that it follows.
    /// </summary>
    private static DateTimeOffset Later(ScheduleLog log, DateTimeOffset at)
    {
        var universal = at.ToUniversalTime();
        var whole = universal.AddTicks(-(universal.Ticks % TimeSpan.TicksPerMicrosecond));
        return log.Entries.IsEmpty || log.Entries[^1].At <= whole ? whole : log.Entries[^1].At;
    }

    private ScheduleLog Read(StoreContext context, Schedule schedule)
    {
        string name = NameOf(schedule), content = ScheduleFingerprint.Of(schedule);
        var rows = context.ScheduleSteps.AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.Schedule == name && row.ContentHash == content)
            .OrderBy(row => row.Number).ToList();
        var log = ScheduleLog.Begin(schedule, noticeDays);
        foreach (var row in rows)
        {
            var outcome = log.Take(RequestOf(row));
            if (!outcome.IsTaken || outcome.Log.Entries[^1].Hash != row.Hash)
                throw new InvalidDataException($"Step {row.Number} of {name} is not what was stored.");
            log = outcome.Log;
        }
        return log;
    }

    private StepAnswer AnswerOf(WriteAnswer written, Schedule schedule)
    {
        using var json = JsonDocument.Parse(written.Answer!);
        var root = json.RootElement;
        var status = CodeNames.Parse<WriteStatus>(root.GetProperty(StatusField).GetString()!);
        if (status == WriteStatus.Made)
        {
            int number = root.GetProperty(NumberField).GetInt32();
            return new StepAnswer(written.Status, Read(schedule).Entries[number - 1], null);
        }
        return new StepAnswer(status, null, new BilingualText(
            root.GetProperty(ChineseField).GetString()!, root.GetProperty(EnglishField).GetString()!));
    }

    private static WriteResult Refused(WriteStatus status, BilingualText reason) => new(
        Json(writer =>
        {
            writer.WriteString(StatusField, WorkspaceProblem.CodeOf(status));
            writer.WriteString(ChineseField, reason.Chinese);
            writer.WriteString(EnglishField, reason.English);
        }), null);

    private static string Json(Action<Utf8JsonWriter> write) =>
        System.Text.Encoding.UTF8.GetString(LayerContent.Written(writer =>
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }));

    private static string NameOf(Schedule schedule) => $"{schedule.Scheme}:{schedule.Year}";

    private static StepRequest RequestOf(ScheduleStepRow row) => new(
        CodeNames.Parse<ScheduleStep>(row.Step), CodeNames.Parse<ScheduleRole>(row.Role), row.Actor,
        new DateTimeOffset(row.TakenAt.ToUniversalTime()), row.Note, [.. row.Lines]);

    private ScheduleStepRow RowOf(ScheduleEntry entry) => new()
    {
        WorkspaceId = workspaceId,
        Schedule = entry.Schedule,
        ContentHash = entry.ContentHash,
        Number = entry.Sequence,
        Step = WorkspaceProblem.CodeOf(entry.Step),
        Role = WorkspaceProblem.CodeOf(entry.Role),
        Actor = entry.Actor,
        TakenAt = entry.At.UtcDateTime,
        Note = entry.Note,
        Lines = [.. entry.Lines],
        PreviousHash = entry.PreviousHash,
        Hash = entry.Hash,
    };
}
