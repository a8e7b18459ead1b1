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
/// <remarks>A line that a sudden end left without its line break was never acknowledged and is cut
/// off.</remarks>
internal sealed class WorkflowFile(string folder)
{
    private const int HashLetters = 16;

    /// <summary>Adds a step; throws when the disk does not take it, and then nothing was added.</summary>
    public void Append(ScheduleEntry entry)
    {
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(
            PathOf(entry.Schedule, entry.ContentHash), FileMode.OpenOrCreate, FileAccess.ReadWrite);
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
        if (end == 0) FolderFlush.Flush(folder);
    }

    /// <summary>
    /// The log of a schedule; without entries when there is none. Throws <see cref="InvalidDataException"/>
    /// when a line was changed, moved or removed.
    /// </summary>
    public ScheduleLog Read(Schedule schedule, string code, string fingerprint)
    {
        string path = PathOf(code, fingerprint);
        if (!File.Exists(path)) return ScheduleLog.Begin(schedule);
        string text = File.ReadAllText(path, Encoding.UTF8);
        int end = text.LastIndexOf('\n') + 1;
        if (end < text.Length) CutOff(path, text[..end]);
        var entries = ImmutableArray.CreateBuilder<ScheduleEntry>();
        foreach (string line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            entries.Add(EntryJson.Read(line) ?? throw Broken(path, entries.Count + 1));
        return ScheduleLog.FirstBroken([.. entries]) is { } broken
            ? throw Broken(path, broken)
            : ScheduleLog.Resume(schedule, entries.ToImmutable());
    }

    private static InvalidDataException Broken(string path, int line) =>
        new($"{path}:{line} 已被改动 was changed, moved or removed.");

    private static void CutOff(string path, string whole)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write);
        stream.SetLength(Encoding.UTF8.GetByteCount(whole));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>A code has letters, digits, hyphens and one colon, so the name leads nowhere else.</summary>
    private string PathOf(string code, string fingerprint) =>
        Path.Combine(folder, $"{code.Replace(':', '-')}-{fingerprint[..HashLetters]}.log");
}
