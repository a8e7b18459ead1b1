using System.Globalization;
using Npgsql;

namespace Gep.Api.Persistence.Clusters;

/// <summary>
/// A PostgreSQL server of one workspace: made, started and stopped without the user noticing. It listens on a
/// socket in a private folder only, so that ports cannot collide and nobody else can connect.
/// </summary>
/// <remarks>
/// Every process that uses it holds a mark; the last one to leave stops the server. A killed process
/// loses its mark, and the server runs on until the next one leaves.
/// </remarks>
internal sealed class PrivateCluster : IDisposable
{
    private const string Superuser = "gep";
    private const string FirstDatabase = "postgres";
    private const string DatabaseName = "gep";
    private const string StateFile = "PG_VERSION";

    /// <summary>Part of the socket's name only: the server does not listen on the network.</summary>
    private const int Port = 5432;

    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Starting after a crash replays at most 2 GB of log.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    private readonly ClusterPlace place;
    private readonly PostgresPrograms programs;
    private readonly IReadOnlyList<string> settings;
    private readonly FileStream use;

    private PrivateCluster(
        ClusterPlace place, PostgresPrograms programs, IReadOnlyList<string> settings, FileStream use) =>
        (this.place, this.programs, this.settings, this.use) = (place, programs, settings, use);

    /// <summary>How to connect to its database.</summary>
    public string ConnectionString => ConnectionTo(place, DatabaseName);

    /// <summary>Makes the cluster where there is none and starts it where it does not run.</summary>
    /// <param name="place">Where it lies.</param>
    /// <param name="say">Told about steps that take their time.</param>
    /// <param name="settings">Further lines of its configuration, where it is started.</param>
    public static PrivateCluster Open(
        ClusterPlace place, Action<string> say, IReadOnlyList<string>? settings = null)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new StoreUnavailableException(new(
                "此系统上请用 --database 指定数据库。", "On this system name a database with --database."));
        }
        try
        {
            var programs = PostgresPrograms.Require(VersionOf(place), say);
            MakeFolder(place.Home);
            using var turn = ClusterLocks.TakeTurn(place.Home, StartPatience);
            Make(place, programs, say);
            var use = ClusterLocks.TakeUse(place.Home);
            var cluster = new PrivateCluster(place, programs, settings ?? [], use);
            try
            {
                cluster.Start();
                return cluster;
            }
            catch
            {
                use.Dispose();
                throw;
            }
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new StoreUnavailableException(new(
                $"无法在 {place.Home} 建立数据库，可用 --database 指定数据库。",
                $"No database can be kept in {place.Home} ({refused.Message}); "
                    + "name one with --database."), refused);
        }
    }

    /// <summary>Leaves the cluster; the last one stops it.</summary>
    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        using var turn = ClusterLocks.TakeTurn(place.Home, StartPatience);
        use.Dispose();
        if (ClusterLocks.IsUnused(place.Home) && File.Exists(PidFile)) Stop();
    }

    private string PidFile => Path.Combine(place.Data, "postmaster.pid");

    private static string ConnectionTo(ClusterPlace place, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = place.SocketFolder,
            Port = Port,
            Username = Superuser,
            Database = database,
            CommandTimeout = 0,
        }.ConnectionString;

    private static int? VersionOf(ClusterPlace place)
    {
        string file = Path.Combine(place.Data, StateFile);
        return File.Exists(file)
            && int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out int version)
            ? version : null;
    }

    /// <summary>Makes it under another name first: a cluster is there whole or not at all.</summary>
    private static void Make(ClusterPlace place, PostgresPrograms programs, Action<string> say)
    {
        MakeFolder(place.SocketFolder);
        Link(place);
        if (File.Exists(Path.Combine(place.Data, StateFile))) return;
        say("建立数据库 making the database");
        string unfinished = $"{place.Data}.unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        ClusterProcess.RunAsServer(
            programs.PathOf("initdb"), "-D", unfinished, "-U", Superuser, "--auth-local=trust",
            "--auth-host=reject", "-E", "UTF8", "--locale=C", "--data-checksums");
        File.AppendAllLines(
            Path.Combine(unfinished, "postgresql.conf"),
            [$"include_if_exists = '{Path.GetFileName(place.Settings)}'"]);
        Directory.Move(unfinished, place.Data);
    }

    private static void MakeFolder(string folder)
    {
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            ClusterProcess.Run(
                "install", ["-d", "-o", ClusterProcess.ServerUser, "-m", "700", folder], null, null);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder, OwnerOnly);
        if (File.GetUnixFileMode(folder) != OwnerOnly)
        {
            throw new StoreUnavailableException(new(
                $"{folder} 对他人开放。",
                $"{folder} is open to others; make it private (chmod 700) or remove it."));
        }
    }

    private static void Link(ClusterPlace place)
    {
        if (place.Link is null) return;
        var link = new DirectoryInfo(place.Link);
        if (link.LinkTarget == place.Home) return;
        if (link.LinkTarget is not null) link.Delete();
        Directory.CreateDirectory(Path.GetDirectoryName(place.Link)!);
        if (!Directory.Exists(place.Link)) Directory.CreateSymbolicLink(place.Link, place.Home);
    }

    private void Start()
    {
        if (!Answers())
        {
            StaleServer.Clear(place);
            if (!Answers())
            {
                WriteSettings();
                ClusterProcess.RunAsServer(
                    programs.PathOf("pg_ctl"), "-D", place.Data, "-l", place.Log, "-w",
                    "-t", StartPatience.TotalSeconds.ToString(CultureInfo.InvariantCulture), "start");
            }
        }
        MakeDatabase();
    }

    private void WriteSettings() => File.WriteAllLines(place.Settings,
    [
        "listen_addresses = ''",
        $"port = {Port}",
        $"unix_socket_directories = '{place.SocketFolder.Replace("'", "''", StringComparison.Ordinal)}'",
        "unix_socket_permissions = 0700",
        "timezone = 'UTC'",
        "shared_buffers = 256MB",
        "maintenance_work_mem = 256MB",
        "max_wal_size = 2GB",
        "wal_level = minimal",
        "max_wal_senders = 0",
        "max_connections = 60",
        "jit = off",
        .. settings,
    ]);

    private void Stop() =>
        ClusterProcess.RunAsServer(programs.PathOf("pg_ctl"), "-D", place.Data, "-m", "fast", "-w", "stop");

    private bool Answers()
    {
        if (!File.Exists(PidFile)) return false;
        var until = DateTime.UtcNow + StartPatience;
        while (true)
        {
            try
            {
                using var connection =
                    new NpgsqlConnection($"{ConnectionTo(place, FirstDatabase)};Pooling=false");
                connection.Open();
                return true;
            }
            catch (PostgresException starting)
                when (starting.SqlState == PostgresErrorCodes.CannotConnectNow && DateTime.UtcNow < until)
            {
                Thread.Sleep(100);
            }
            catch (NpgsqlException answer)
            {
                return answer is PostgresException;
            }
        }
    }

    private void MakeDatabase()
    {
        using var connection = new NpgsqlConnection($"{ConnectionTo(place, FirstDatabase)};Pooling=false");
        connection.Open();
        using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = DatabaseName } },
        };
        if (find.ExecuteScalar() is not null) return;
        using var make = new NpgsqlCommand($"create database {DatabaseName}", connection);
        make.ExecuteNonQuery();
    }
}
