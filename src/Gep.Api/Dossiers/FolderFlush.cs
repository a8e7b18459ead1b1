using System.Runtime.InteropServices;
using System.Text;

namespace Gep.Api.Dossiers;

/// <summary>Writes the names in a folder to the disk, so that a renamed file keeps its new name.</summary>
internal static class FolderFlush
{
    /// <summary>Flushes the folder where the system has folders that can be flushed.</summary>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        int handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0) return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
