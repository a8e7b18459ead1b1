using System.Globalization;

namespace Gep.Api.Persistence.Clusters;

/// <summary>The server's programs on this machine, found where distributions put them.</summary>
/// <param name="Folder">Folder of <c>initdb</c> and <c>pg_ctl</c>.</param>
internal sealed record PostgresPrograms(string Folder)
{
    /// <summary>Environment variable that names the folder where it is none of the usual ones.</summary>
    private const string FolderVariable = "GEP_POSTGRES_BIN";

    private const string DebianFolder = "/usr/lib/postgresql";
    private const string DebianExtensions = "/usr/share/postgresql";
    private const string DebianRelease = "/etc/debian_version";
    private const string DebianPackages = "postgresql-15 postgresql-15-postgis-3";

    private static readonly string[] OtherFolders =
        ["/usr/bin", "/usr/local/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin"];

    /// <summary>
    /// The programs, the newest first unless a cluster asks for its own version; installed where that can be
    /// done without asking: as root on Debian.
    /// </summary>
    /// <param name="version">Major version of an existing cluster; null when there is none yet.</param>
    /// <param name="say">Told what is being done.</param>
    public static PostgresPrograms Require(int? version, Action<string> say)
    {
        if (Find(version) is { } found) return found;
        bool isNamed = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 };
        bool canInstall = !isNamed && Environment.IsPrivilegedProcess && File.Exists(DebianRelease)
            && File.Exists("/usr/bin/apt-get");
        if (canInstall)
        {
            say($"安装 installing {DebianPackages} …");
            Install();
            if (Find(version) is { } installed) return installed;
        }
        string wanted = version is null ? "PostgreSQL + PostGIS" : $"PostgreSQL {version} + PostGIS";
        throw new StoreUnavailableException(new(
            $"找不到 {wanted}。请安装（Debian：apt-get install {DebianPackages}），"
                + $"或用 --database 指定数据库，或用 {FolderVariable} 指定程序目录。",
            $"{wanted} is missing. Install it (Debian: apt-get install {DebianPackages}), or name a "
                + $"database with --database, or the folder of the programs with {FolderVariable}."));
    }

    /// <summary>The programs, or null where there are none.</summary>
    public static PostgresPrograms? Find(int? version)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named)
            return Has(named) ? new PostgresPrograms(named) : null;
        var debian = Directory.Exists(DebianFolder)
            ? Directory.EnumerateDirectories(DebianFolder)
                .Select(folder => (Folder: folder, Version: VersionOf(folder)))
                .Where(entry => entry.Version is not null && (version is null || entry.Version == version))
                .Where(entry => File.Exists(Path.Combine(
                    DebianExtensions, Path.GetFileName(entry.Folder), "extension", "postgis.control")))
                .OrderByDescending(entry => entry.Version)
                .Select(entry => Path.Combine(entry.Folder, "bin"))
            : [];
        string? folder = debian.Concat(OtherFolders).FirstOrDefault(Has);
        return folder is null ? null : new PostgresPrograms(folder);
    }

    /// <summary>The path of one program.</summary>
    public string PathOf(string program) => Path.Combine(Folder, program);

    private static bool Has(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));

    private static int? VersionOf(string folder) =>
        int.TryParse(
            Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number : null;

    private static void Install()
    {
        Dictionary<string, string> quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };
        ClusterProcess.Run("apt-get", ["update", "-qq"], null, quiet);
        ClusterProcess.Run(
            "apt-get",
            ["-o", "DPkg::Lock::Timeout=300", "install", "-y", "-qq", .. DebianPackages.Split(' ')],
            null, quiet);
    }
}
