using Gep.Api.Accounts;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Serving;
using Gep.Api.Workspaces;
using Npgsql;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class StoreFollowerTests(TestCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [StoreFact]
    public async Task RunAsync_SnapshotPublished_IsInForceInTwoInstances()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        string first = tiny.Ingest().Snapshot;
        using var stop = new CancellationTokenSource();
        using var here = new Instance(tiny.Database, stop.Token);
        using var there = new Instance(tiny.Database, stop.Token);
        await here.WaitForAsync(first);
        await there.WaitForAsync(first);
        var taken = here.Holder.Current!;
        File.AppendAllText(Path.Combine(tiny.Root, "workspace.yaml"), "# reviewed\n");

        string second = tiny.Ingest().Snapshot;

        await here.WaitForAsync(second);
        await there.WaitForAsync(second);
        Assert.NotEqual(first, second);
        Assert.Equal(first, taken.Id);
        Assert.Equal(here.Hashes(), there.Hashes());
        await stop.CancelAsync();
        await Task.WhenAll(here.Following, there.Following);
        Assert.All(here.Said, said => Assert.Contains("in force", said, StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task RunAsync_ConnectionLost_MissesNothing()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        string first = tiny.Ingest().Snapshot;
        using var stop = new CancellationTokenSource();
        using var instance = new Instance(tiny.Database, stop.Token);
        await instance.WaitForAsync(first);

        TestCluster.Execute(
            new NpgsqlConnectionStringBuilder(tiny.Database) { Database = "postgres" }.ConnectionString,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + new NpgsqlConnectionStringBuilder(tiny.Database).Database + "'");
        NpgsqlConnection.ClearAllPools();
        File.AppendAllText(Path.Combine(tiny.Root, "workspace.yaml"), "# reviewed\n");
        string second = tiny.Ingest().Snapshot;

        await instance.WaitForAsync(second);
        await stop.CancelAsync();
        await instance.Following;
    }

    [StoreFact]
    public void Write_StoredSnapshot_GivesEveryFileBackAsItWas()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        string key = tiny.Ingest().Snapshot;
        string folder = Directory.CreateTempSubdirectory("gep-restored-").FullName;
        try
        {
            SnapshotFolder.Write(
                tiny.Store, KeptRecords.Of(tiny.Store, "tiny").WorkspaceId, key, folder, null);

            foreach (string file in WorkspaceSnapshot.FilesOf(tiny.Root))
            {
                Assert.Equal(
                    File.ReadAllBytes(Path.Combine(tiny.Root, file)),
                    File.ReadAllBytes(Path.Combine(folder, file)));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One instance of the service, without HTTP.</summary>
    private sealed class Instance : IDisposable
    {
        private readonly Store store;

        public Instance(string database, CancellationToken cancellation)
        {
            store = Store.Open(database);
            Following = new StoreFollower(KeptRecords.Of(store, "tiny"), null, Said.Add)
                .RunAsync(Holder, cancellation);
        }

        public SnapshotHolder Holder { get; } = new();

        public List<string> Said { get; } = [];

        public Task Following { get; }

        public string[] Hashes() =>
            [.. Holder.Current!.Accounts.Select(run => AccountJson.ResultHash(run.Report.Account))];

        public async Task WaitForAsync(string snapshot)
        {
            var until = DateTime.UtcNow + Patience;
            while (Holder.Current?.Id != snapshot)
            {
                Assert.True(DateTime.UtcNow < until, string.Join('\n', Said));
                await Task.Delay(50);
            }
        }

        public void Dispose() => store.Dispose();
    }
}
