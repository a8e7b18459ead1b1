using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>The log of a schedule as it was kept, and the lines it is about.</summary>
/// <param name="Key">Which schedule.</param>
/// <param name="Entries">The entries, all verified.</param>
/// <param name="Frozen">The lines of the latest submission; null while the schedule is a draft.</param>
internal sealed record StoredSchedule(
    ScheduleKey Key, ImmutableArray<ScheduleEntry> Entries, Schedule? Frozen)
{
    /// <summary>The lines last submitted, whatever became of them; null when there are none.</summary>
    public Schedule? Latest { get; init; }

    /// <summary>What is kept of a schedule; null after the places that were changed were added.</summary>
    public static StoredSchedule? Read(IScheduleStore store, ScheduleKey key, ProblemList problems)
    {
        if (Verify(key, store.ReadEntries([key])[0], problems) is not { } entries) return null;
        var contents = new Dictionary<string, Schedule>(StringComparer.Ordinal);
        foreach (string fingerprint in entries.Select(entry => entry.ContentHash).Distinct())
        {
            if (store.FindContent(key, fingerprint) is { } text
                && ContentJson.Read(text, fingerprint) is { } schedule)
            {
                contents.Add(fingerprint, schedule);
                continue;
            }
            Refuse(problems, $"dossier/{key.Folder}/lines {fingerprint}");
            return null;
        }
        var last = entries.IsEmpty ? null : entries[^1];
        var latest = last is null ? null : contents[last.ContentHash];
        bool isDraft = last is null or { Step: ScheduleStep.Return };
        return new StoredSchedule(key, entries, isDraft ? null : latest) { Latest = latest };
    }

    /// <summary>The entries of a log; null after the place that was changed was added.</summary>
    public static ImmutableArray<ScheduleEntry>? Verify(
        ScheduleKey key, StoredEntries stored, ProblemList problems)
    {
        string place = $"dossier/{key.Folder}/log.jsonl";
        var entries = ImmutableArray.CreateBuilder<ScheduleEntry>();
        foreach (string line in stored.Lines)
        {
            if (EntryJson.Read(line) is not { } entry)
            {
                Refuse(problems, $"{place}:{entries.Count + 1}");
                return null;
            }
            entries.Add(entry);
        }
        int? broken = ScheduleLog.FirstBroken(entries.ToImmutable())
            ?? (stored.IsWhole ? null : entries.Count);
        if (broken is null && entries.All(entry => entry.Schedule == key.ToString()))
            return entries.ToImmutable();
        Refuse(problems, $"{place}:{broken ?? 1}");
        return null;
    }

    private static void Refuse(ProblemList problems, string where) =>
        problems.Refuse(WorkspaceProblemCode.DossierBroken, where,
            new("卷宗被改动：此处内容与登记时不同，或缺失。",
                "The dossier was changed: this is not what was entered, or it is missing."),
            new("请从备份恢复，并查明是谁改动。", "Restore it from a copy, and find out who changed it."));
}
