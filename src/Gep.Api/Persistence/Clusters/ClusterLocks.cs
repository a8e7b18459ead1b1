namespace Gep.Api.Persistence.Clusters;

/// <summary>
/// Locks between the processes that share a private cluster. The system drops them when a process dies.
/// </summary>
internal static class ClusterLocks
{
    private const string TurnFile = "cluster.lock";
    private const string UseFile = "cluster.use";
    private const int PauseMilliseconds = 20;

    /// <summary>Waits until nobody else starts or stops the cluster.</summary>
    public static FileStream TakeTurn(string folder, TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            if (TryOpen(folder, TurnFile, FileAccess.ReadWrite, FileShare.None) is { } turn) return turn;
            if (DateTime.UtcNow > until)
            {
                throw new StoreUnavailableException(new(
                    $"另一进程长时间占用 {Path.Combine(folder, TurnFile)}。",
                    $"Another process holds {Path.Combine(folder, TurnFile)} for too long."));
            }
            Thread.Sleep(PauseMilliseconds);
        }
    }

    /// <summary>A mark that this process uses the cluster; call while it is one's turn.</summary>
    public static FileStream TakeUse(string folder) =>
        TryOpen(folder, UseFile, FileAccess.Read, FileShare.Read)
            ?? throw new StoreUnavailableException(new(
                "数据库正被独占。", "The database is held by another process alone."));

    /// <summary>Whether no process uses the cluster; call while it is one's turn.</summary>
    public static bool IsUnused(string folder)
    {
        using var alone = TryOpen(folder, UseFile, FileAccess.ReadWrite, FileShare.None);
        return alone is not null;
    }

    private static FileStream? TryOpen(string folder, string name, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }
}
