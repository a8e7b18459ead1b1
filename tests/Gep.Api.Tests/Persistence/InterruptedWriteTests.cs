using Gep.Api.Persistence;
using Npgsql;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class InterruptedWriteTests(TestCluster cluster)
{
    /// <summary>The disk is full as soon as a schedule's shares are written: late in an ingest.</summary>
    private const string FullDisk =
        """
        create function gep.full_disk() returns trigger language plpgsql as $$
        begin
            raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
        end $$;
        create trigger full_disk before insert on gep.payment_share
            for each row execute function gep.full_disk();
        """;

    [StoreFact]
    public void Ingest_DiskFull_LeavesNothingInPartAndGoesOnAfterwards()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        TestCluster.Execute(tiny.Database, FullDisk);

        var failed = Assert.Throws<StoreUnavailableException>(() => tiny.Ingest());

        Assert.Contains("No space left", failed.Reason.English, StringComparison.Ordinal);
        Assert.Empty(tiny.Published());
        Assert.Equal(0, TestCluster.Scalar<long>(tiny.Database, KilledProcessTests.Halves));
        Assert.Equal(0, TestCluster.Scalar<long>(tiny.Database, "select count(*) from gep.schedule"));
        TestCluster.Execute(tiny.Database, "drop trigger full_disk on gep.payment_share");
        Assert.True(tiny.Ingest().IsNewlyPublished);
        Assert.Equal(0, TestCluster.Scalar<long>(tiny.Database, KilledProcessTests.Halves));
    }

    [StoreFact]
    public void Ingest_ServerStoppedMeanwhile_FailsPlainly()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        TestCluster.Execute(tiny.Database,
            """
            create function gep.gone() returns trigger language plpgsql as $$
            begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
            create trigger gone before insert on gep.publication for each row execute function gep.gone();
            """);

        Assert.Throws<StoreUnavailableException>(() => tiny.Ingest());

        TestCluster.Execute(tiny.Database, "drop trigger gone on gep.publication");
        NpgsqlConnection.ClearAllPools();
        Assert.True(tiny.Ingest().IsNewlyPublished);
    }
}
