using System.Collections.Immutable;
using System.Text;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Dossiers;

namespace Gep.Api.Workflow;

/// <summary>
/// Keeps the steps of schedules where there is no database: one file a schedule, one line a step, written
/// through to the disk before the step is acknowledged.
/// </summary>
/// <remarks>A line that a sudden end left without its line break was never acknowledged and is cut off.</remarks>
internal sealed class WorkflowFile(string folder)
{
    /// <summary>Adds a step; throws when the disk does not take it, and then nothing was added.</summary>
    public void Append(string code, ScheduleEntry entry)
    {
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(PathOf(code), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        long end = stream.Length;
        stream.Position = end;
        try
        {
            stream.Write(Encoding.UTF8.GetBytes($"{EntryJson.Write(entry)}\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            stream.SetLength(end);
            throw;
        }
    }

    /// <summary>
    /// The log of a schedule; null when there is none. Throws <see cref="InvalidDataException"/> when a line
    /// was changed, moved or removed, or speaks of other lines than the schedule has.
    /// </summary>
    public ScheduleLog? Read(Schedule schedule, string code)
    {
        string path = PathOf(code);
        if (!File.Exists(path)) return null;
        string text = File.ReadAllText(path, Encoding.UTF8);
        int end = text.LastIndexOf('\n') + 1;
        if (end < text.Length) CutOff(path, text[..end]);
        string[] lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entries = ImmutableArray.CreateBuilder<ScheduleEntry>();
        foreach (string line in lines)
        {
            if (EntryJson.Read(line) is not { } entry) throw Changed(path, entries.Count + 1);
            entries.Add(entry);
        }
        if (ScheduleLog.FirstBroken(entries.ToImmutable()) is { } broken) throw Changed(path, broken);
        if (entries.Any(entry => entry.ContentHash != ScheduleFingerprint.Of(schedule)))
        {
            throw new InvalidDataException(
                $"{path} 与现有安排不符 is about other lines than the schedule {code} has now.");
        }
        return ScheduleLog.Resume(schedule, entries.ToImmutable());
    }

    private static InvalidDataException Changed(string path, int line) =>
        new($"{path}:{line} 已被改动 was changed, moved or removed.");

    private static void CutOff(string path, string whole)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write);
        stream.SetLength(Encoding.UTF8.GetByteCount(whole));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>A code has letters, digits, hyphens and one colon, so the name leads nowhere else.</summary>
    private string PathOf(string code) =>
        Path.Combine(folder, $"{code.Replace(':', '-')}.log");
}
