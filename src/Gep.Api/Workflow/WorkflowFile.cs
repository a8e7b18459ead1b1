using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;

namespace Gep.Api.Workflow;

/// <summary>
/// Keeps the steps of schedules where there is no database: one file a schedule, one line a step, written
/// through to the disk before the step is acknowledged.
/// </summary>
/// <remarks>A line that a sudden end left without its line break was never acknowledged and is cut off.</remarks>
internal sealed class WorkflowFile(string folder)
{
    private const int StepField = 3, RoleField = 4, ActorField = 5, TimeField = 6, NoteField = 7, LinesField = 8;

    /// <summary>Adds a step; throws when the disk does not take it, and then nothing was added.</summary>
    public void Append(string code, ScheduleEntry entry)
    {
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(PathOf(code), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        long end = stream.Length;
        stream.Position = end;
        try
        {
            stream.Write(Encoding.UTF8.GetBytes($"{entry}\n"));
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
        if (ScheduleLog.FirstBroken(lines) is { } broken)
            throw new InvalidDataException($"{path}:{broken} 已被改动 was changed, moved or removed.");
        var log = ScheduleLog.Begin(schedule);
        foreach (string line in lines)
        {
            var outcome = log.Take(RequestOf(line));
            if (!outcome.IsTaken || outcome.Log.Entries[^1].ToString() != line)
            {
                throw new InvalidDataException(
                    $"{path} 与现有安排不符 is about other lines than the schedule {code} has now.");
            }
            log = outcome.Log;
        }
        return log;
    }

    private static StepRequest RequestOf(string line)
    {
        string[] fields = line.Split('\t');
        ImmutableArray<string> lines = [.. fields[LinesField].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return new StepRequest(
            Enum.Parse<ScheduleStep>(fields[StepField]), Enum.Parse<ScheduleRole>(fields[RoleField]),
            Plain(fields[ActorField]),
            DateTimeOffset.ParseExact(fields[TimeField], "O", CultureInfo.InvariantCulture),
            Plain(fields[NoteField]), lines);
    }

    /// <summary>Takes back what <see cref="ScheduleEntry"/> wrote for signs that part lines and fields.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            bool isMark = text[i] == '\\' && i + 1 < text.Length;
            plain.Append(!isMark ? text[i] : text[++i] switch { 't' => '\t', 'r' => '\r', 'n' => '\n', var sign => sign });
        }
        return plain.ToString();
    }

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
