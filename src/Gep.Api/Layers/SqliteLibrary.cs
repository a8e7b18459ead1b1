using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Gep.Api.Layers;

/// <summary>The system's SQLite library, found and bound once for the process.</summary>
internal static class SqliteLibrary
{
    /// <summary>Environment variable that names another library than the system's.</summary>
    private const string PathVariable = "GEP_SQLITE_LIBRARY";

    private static readonly string[] Names = Environment.GetEnvironmentVariable(PathVariable) is { } path
        ? [path]
        : ["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "sqlite3"];

    private static readonly Lazy<bool> Bound = new(Bind);

    /// <summary>Whether there is one.</summary>
    public static bool IsPresent => Bound.Value;

    private static bool Bind()
    {
        nint library = 0;
        if (!Names.Any(name => NativeLibrary.TryLoad(name, out library))) return false;
        Assembly provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        NativeLibrary.SetDllImportResolver(provider, (_, _, _) => library);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        // A connection is used by one thread at a time here, so that no column needs a lock.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        return true;
    }
}
