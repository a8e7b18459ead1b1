using System.Diagnostics;
using System.Globalization;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Folders that snapshots are written back into; those of a killed process go with the next
/// one.</summary>
internal static class TemporaryFolder
{
    private const string Prefix = "gep-snapshot-";

    /// <summary>A new folder, named after this process.</summary>
    public static string New() => Directory.CreateTempSubdirectory(string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;

    /// <summary>Deletes what processes that are no more have left.</summary>
    public static void DeleteLeftOvers()
    {
        foreach (string folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            string owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            bool isOurs = int.TryParse(
                owner, NumberStyles.None, CultureInfo.InvariantCulture, out int process);
            if (!isOurs || IsAlive(process)) continue;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception foreign) when (foreign is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var alive = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
