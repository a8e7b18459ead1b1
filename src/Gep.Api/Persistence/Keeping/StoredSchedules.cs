using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Api.Dossiers;
using Gep.Api.Persistence.Rows;
using Gep.Api.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Logs of schedules in the tables; what is added is kept with the caller's transaction.</summary>
/// <param name="context">The unit of work.</param>
/// <param name="workspaceId">The workspace's number.</param>
internal sealed class StoredSchedules(StoreContext context, long workspaceId) : IScheduleStore
{
    /// <inheritdoc/>
    public ImmutableArray<ScheduleKey> Keys() =>
    [
        .. context.ScheduleEntries.AsNoTracking().Where(row => row.WorkspaceId == workspaceId)
            .Select(row => row.Schedule).Distinct().AsEnumerable().Select(KeyOf)
            .OrderBy(key => key.Folder, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntries> ReadEntries(IReadOnlyList<ScheduleKey> keys)
    {
        string[] names = [.. keys.Select(key => key.ToString())];
        var rows = context.ScheduleEntries.AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && names.Contains(row.Schedule))
            .OrderBy(row => row.Number).Select(row => new { row.Schedule, row.Line })
            .ToLookup(row => row.Schedule, row => row.Line, StringComparer.Ordinal);
        return [.. names.Select(name => new StoredEntries([.. rows[name]], IsWhole: true))];
    }

    /// <inheritdoc/>
    public bool TryAppend(ScheduleKey key, int known, string entry)
    {
        string name = key.ToString();
        WriteOnce.Lock(context, SubjectOf(workspaceId, name));
        int count = context.ScheduleEntries.Count(
            row => row.WorkspaceId == workspaceId && row.Schedule == name);
        if (count != known) return false;
        var read = EntryJson.Read(entry) ?? throw new ArgumentException("No entry of a log.", nameof(entry));
        context.ScheduleEntries.Add(new ScheduleEntryRow
        {
            WorkspaceId = workspaceId,
            Schedule = name,
            Number = read.Sequence,
            Step = WorkspaceProblem.CodeOf(read.Step),
            Role = WorkspaceProblem.CodeOf(read.Role),
            Actor = read.Actor,
            TakenAt = read.At.UtcDateTime,
            EnteredAt = read.EnteredAt.UtcDateTime,
            Fingerprint = read.ContentHash,
            Line = entry,
        });
        context.SaveChanges();
        return true;
    }

    /// <inheritdoc/>
    public string? FindContent(ScheduleKey key, string fingerprint)
    {
        string name = key.ToString();
        return context.ScheduleContents.AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.Schedule == name
                && row.Fingerprint == fingerprint)
            .Select(row => row.Content).FirstOrDefault();
    }

    /// <inheritdoc/>
    public void KeepContent(ScheduleKey key, string fingerprint, string content) =>
        context.Database.ExecuteSql(
            $"""
            insert into gep.schedule_content (workspace_id, schedule, fingerprint, content)
            values ({workspaceId}, {key.ToString()}, {fingerprint}, {content}) on conflict do nothing
            """);

    /// <summary>What is locked while a schedule takes a step.</summary>
    public static string SubjectOf(long workspaceId, string schedule) =>
        $"schedule\t{workspaceId}\t{schedule}";

    private static ScheduleKey KeyOf(string name)
    {
        string[] parts = name.Split(':');
        bool isKey = SchemeCode.TryParse(parts[0], out var scheme)
            & AccountingYear.TryParse(parts[^1], out var year);
        return isKey
            ? new ScheduleKey(scheme, year) : throw new InvalidDataException($"'{name}' is no schedule.");
    }
}
