using System.Diagnostics;
using System.Globalization;
using Gep.Api.Tests.Workspaces;
using Xunit.Abstractions;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class KilledIngestTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int KillsByDefault = 6;
    private const string KillsVariable = "GEP_TEST_KILLS";

    /// <summary>Nothing of an ingest can be killed before the program has started.</summary>
    private const double EarliestShare = 0.4;

    /// <summary>Anything that is there in part.</summary>
    internal const string Halves =
        """
        select (select count(*) from gep.layer_version v where v.feature_count <>
                (select count(*) from gep.feature f where f.layer_version_id = v.id))
            + (select count(*) from gep.feature f where not exists
                (select 1 from gep.layer_version v where v.id = f.layer_version_id))
            + (select count(*) from gep.schedule s where s.line_count <>
                (select count(*) from gep.payment_line l where l.schedule_id = s.id))
            + (select count(*) from gep.run r where not exists
                (select 1 from gep.run_document d where d.run_id = r.id and d.name = 'manifest.json'))
            + (select count(*) from gep.publication p where 4 <>
                (select count(*) from gep.run r where r.snapshot_id = p.snapshot_id))
            + (select count(*) from (select workspace_id, layer, content_hash from gep.layer_version
                group by 1, 2, 3 having count(*) > 1) twice)
        """;

    [StoreFact]
    public void Ingest_KilledAtAnyMoment_LeavesNothingHalfWritten()
    {
        using var workspace = TinyWorkspace.Create();
        var timer = Stopwatch.StartNew();
        Assert.True(Finished(Start(workspace.Root, cluster.NewDatabase()), Timeout.Infinite));
        double whole = timer.Elapsed.TotalMilliseconds;
        string database = cluster.NewDatabase();
        int kills = int.Parse(
            Environment.GetEnvironmentVariable(KillsVariable) ?? KillsByDefault.ToString(
                CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int kill = 0; kill < kills; kill++)
        {
            File.AppendAllText(Path.Combine(workspace.Root, "layers", "fields.geojson"), "\n");
            double share = EarliestShare + (1 - EarliestShare) * random.NextDouble();
            bool isFinished = Finished(Start(workspace.Root, database), (int)(share * whole));
            long halves = TestCluster.Scalar<long>(database, Halves);
            output.WriteLine($"seed {seed}, kill {kill} at {share:P0}, finished {isFinished}, "
                + $"versions {TestCluster.Scalar<long>(database, "select count(*) from gep.layer_version")}");
            Assert.True(halves == 0, $"seed {seed}, kill {kill} at {share:P0}: {halves} halves");
        }

        Assert.True(Finished(Start(workspace.Root, database), Timeout.Infinite));

        Assert.Equal(0, TestCluster.Scalar<long>(database, Halves));
        Assert.True(TestCluster.Scalar<long>(database, "select count(*) from gep.publication") > 0);
    }

    [StoreFact]
    public void Ingest_TwoAtOnce_RecordEverythingOnce()
    {
        using var workspace = TinyWorkspace.Create();
        string database = cluster.NewDatabase();
        Process[] both = [Start(workspace.Root, database), Start(workspace.Root, database)];

        Assert.All(both, process => Assert.True(Finished(process, Timeout.Infinite)));

        Assert.Equal(0, TestCluster.Scalar<long>(database, Halves));
        Assert.Equal(1, TestCluster.Scalar<long>(database, "select count(*) from gep.publication"));
        Assert.Equal(4, TestCluster.Scalar<long>(database, "select count(*) from gep.run"));
    }

    private static Process Start(string root, string database)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "gep.dll"), "ingest", root, "--database", database])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Whether it ended well by itself; it is killed after the time it is given.</summary>
    private static bool Finished(Process process, int milliseconds)
    {
        using (process)
        {
            if (process.WaitForExit(milliseconds)) return process.ExitCode == 0;
            process.Kill();
            process.WaitForExit();
            return false;
        }
    }
}
