using System.Collections.Immutable;
using System.Text;
using Gep.Api.Compensation;

namespace Gep.Api.Dossiers;

/// <summary>
/// Keeps schedules in a folder: <c>&lt;scheme&gt;-&lt;year&gt;/log.jsonl</c>, one entry a line, and the lines
/// of the schedule under their fingerprint beside it.
/// </summary>
/// <remarks>
/// A write goes to a new file that is flushed to the disk and then takes the old one's name, so that a
/// reader sees the log before or after an entry, never half of one. Writers wait for each other.
/// </remarks>
internal sealed class FolderScheduleStore(string root) : IScheduleStore
{
    private const string LogName = "log.jsonl";
    private const string LockName = ".lock";
    private const int FingerprintLetters = 16;
    private const int LockTriesMax = 200;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(25);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public ImmutableArray<ScheduleKey> Keys()
    {
        if (!Directory.Exists(root)) return [];
        var keys = ImmutableArray.CreateBuilder<ScheduleKey>();
        foreach (string folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(folder, LogName))
                && ClaimReader.TryReadName($"{Path.GetFileName(folder)}.csv", out var scheme, out var year))
                keys.Add(new ScheduleKey(scheme, year));
        }
        return keys.ToImmutable();
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntries> ReadEntries(IReadOnlyList<ScheduleKey> keys) =>
        [.. keys.Select(ReadEntries)];

    /// <inheritdoc/>
    public bool TryAppend(ScheduleKey key, int known, string entry)
    {
        Directory.CreateDirectory(PathOf(key, ""));
        using var turn = WaitForTurn(PathOf(key, LockName));
        var before = ReadEntries(key);
        if (!before.IsWhole || before.Lines.Length != known) return false;
        Write(PathOf(key, LogName), string.Concat(before.Lines.Append(entry).Select(line => line + "\n")));
        return true;
    }

    /// <inheritdoc/>
    public string? FindContent(ScheduleKey key, string fingerprint)
    {
        string path = PathOf(key, NameOf(fingerprint));
        return File.Exists(path) ? File.ReadAllText(path, Utf8) : null;
    }

    /// <inheritdoc/>
    public void KeepContent(ScheduleKey key, string fingerprint, string content)
    {
        Directory.CreateDirectory(PathOf(key, ""));
        if (FindContent(key, fingerprint) is null) Write(PathOf(key, NameOf(fingerprint)), content);
    }

    private StoredEntries ReadEntries(ScheduleKey key)
    {
        string path = PathOf(key, LogName);
        if (!File.Exists(path)) return new StoredEntries([], IsWhole: true);
        string[] parts = File.ReadAllText(path, Utf8).Split('\n');
        return new StoredEntries([.. parts[..^1],
            .. parts[^1].Length > 0 ? [parts[^1]] : Array.Empty<string>()],
            IsWhole: parts[^1].Length == 0 && parts.Length > 1);
    }

    private static string NameOf(string fingerprint) => $"lines-{fingerprint[..FingerprintLetters]}.jsonl";

    private string PathOf(ScheduleKey key, string name) => Path.Combine(root, key.Folder, name);

    private static void Write(string path, string text)
    {
        string unfinished = path + ".unfinished";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Utf8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
        FolderFlush.Flush(Path.GetDirectoryName(path)!);
    }

    private static FileStream WaitForTurn(string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < LockTriesMax)
            {
                Thread.Sleep(LockPause);
            }
        }
    }
}
