namespace Gep.Api.Persistence.Clusters;

/// <summary>Clears what a server that died left behind.</summary>
/// <remarks>
/// The server's own test for a living predecessor is whether a process of that number exists. A process that
/// died and was not reaped, or another one that got its number, fools it for ever. So a pid file is stale
/// unless a living process works in the data folder.
/// </remarks>
internal static class StaleServer
{
    private const string Processes = "/proc";

    /// <summary>How long back ends of a killed server may take to notice [ms].</summary>
    private const int OrphansMillisecondsMax = 5_000;

    private const int PauseMilliseconds = 50;

    /// <summary>
    /// Deletes the pid file and the socket of a dead server. False when living processes still use the data
    /// after five seconds, or when this system does not tell.
    /// </summary>
    public static bool Clear(ClusterPlace place)
    {
        string pidFile = Path.Combine(place.Data, "postmaster.pid");
        if (!File.Exists(pidFile) || !Directory.Exists(Processes)) return false;
        for (int waited = 0; waited <= OrphansMillisecondsMax; waited += PauseMilliseconds)
        {
            if (!IsInUse(place.Data))
            {
                foreach (string socket in SocketFiles(place)) File.Delete(socket);
                File.Delete(pidFile);
                return true;
            }
            Thread.Sleep(PauseMilliseconds);
        }
        return false;
    }

    private static string[] SocketFiles(ClusterPlace place) =>
        Directory.Exists(place.SocketFolder)
            ? Directory.GetFiles(place.SocketFolder, ".s.PGSQL.*") : [];

    private static bool IsInUse(string data) => Directory.EnumerateDirectories(Processes)
        .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]))
        .Any(process => WorksIn(process, data) && !IsZombie(process));

    private static bool WorksIn(string process, string data)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget == data;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsZombie(string process)
    {
        try
        {
            return File.ReadLines(Path.Combine(process, "status"))
                .Any(line => line.StartsWith("State:", StringComparison.Ordinal)
                    && line.Contains('Z', StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
