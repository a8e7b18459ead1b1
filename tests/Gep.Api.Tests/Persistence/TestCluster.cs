using System.Diagnostics;
using System.Globalization;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Clusters;
using Npgsql;

namespace Gep.Api.Tests.Persistence;

/// <summary>
/// One server for all tests of a run, in a temporary folder named after this process; stopped and deleted at
/// the end, and by the next run where this one was killed.
/// </summary>
public sealed class TestCluster : IDisposable
{
    private const string FolderPrefix = "gep-test-";

    private static readonly string[] Hasty =
        ["fsync = off", "synchronous_commit = off", "full_page_writes = off", "shared_buffers = 64MB"];

    private readonly string folder =
        Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Environment.ProcessId}");
    private readonly Lazy<PrivateCluster> cluster;
    private int databases;

    public TestCluster()
    {
        cluster = new Lazy<PrivateCluster>(() =>
        {
            RemoveLeftOvers();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
            var opened = PrivateCluster.Open(ClusterPlace.At(folder), _ => { }, Hasty);
            Store.MigrateTo(opened.ConnectionString, null);
            NpgsqlConnection.ClearAllPools();
            return opened;
        });
    }

    /// <summary>A database of the newest migration, or an empty one.</summary>
    public string NewDatabase(bool isEmpty = false)
    {
        string name = string.Create(
            CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        Execute(To("postgres"), $"create database {name} template {(isEmpty ? "template0" : "gep")}");
        return To(name);
    }

    public static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static T Scalar<T>(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        if (!cluster.IsValueCreated || !Directory.Exists(folder)) return;
        cluster.Value.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string To(string database) =>
        new NpgsqlConnectionStringBuilder(cluster.Value.ConnectionString) { Database = database }
            .ConnectionString;

    private static void RemoveLeftOvers()
    {
        foreach (string left in Directory.EnumerateDirectories(Path.GetTempPath(), $"{FolderPrefix}*"))
        {
            bool isOurs = int.TryParse(
                Path.GetFileName(left)[FolderPrefix.Length..], CultureInfo.InvariantCulture, out int process);
            if (!isOurs || IsAlive(process)) continue;
            try
            {
                PrivateCluster.Open(ClusterPlace.At(left), _ => { }).Dispose();
                Directory.Delete(left, recursive: true);
            }
            catch (Exception foreign) when (foreign is StoreUnavailableException or IOException
                or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{left} stays: {foreign.Message}");
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

[CollectionDefinition(Name)]
public sealed class StoreTests : ICollectionFixture<TestCluster>
{
    public const string Name = "store";
}
