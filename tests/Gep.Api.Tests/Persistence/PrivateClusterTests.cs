using System.Diagnostics;
using System.Globalization;
using Gep.Api.Persistence.Clusters;

namespace Gep.Api.Tests.Persistence;

public sealed class PrivateClusterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gep-cluster-").FullName;
    private readonly ClusterPlace place;

    public PrivateClusterTests()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        }
        place = ClusterPlace.At(folder);
    }

    private string PidFile => Path.Combine(place.Data, "postmaster.pid");

    public void Dispose()
    {
        if (File.Exists(PidFile)) Open().Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [StoreFact]
    public void Dispose_OneOfTwoUsers_LeavesTheServerToTheOther()
    {
        var first = Open();
        var second = Open();

        first.Dispose();
        Assert.Equal(1, TestCluster.Scalar<int>(second.ConnectionString, "select 1"));
        second.Dispose();

        Assert.False(File.Exists(PidFile));
    }

    [StoreFact]
    public void Open_ManyAtOnce_AllGetTheSameServer()
    {
        var clusters = new PrivateCluster[3];

        Parallel.For(0, clusters.Length, index => clusters[index] = Open());

        Assert.Single(clusters.Select(cluster => cluster.ConnectionString).Distinct());
        foreach (var cluster in clusters) cluster.Dispose();
        Assert.False(File.Exists(PidFile));
    }

    [StoreFact]
    public void Open_AfterTheServerWasKilled_HasEveryCommittedRow()
    {
        using var killed = Open();
        TestCluster.Execute(killed.ConnectionString, "create table kept as select generate_series(1, 5000)");
        int postmaster = int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);
        using (var process = Process.GetProcessById(postmaster)) process.Kill();

        using var again = Open();

        Assert.Equal(5000, TestCluster.Scalar<long>(again.ConnectionString, "select count(*) from kept"));
    }

    [StoreFact]
    public void Open_PidFileNamesAnotherLivingProcess_StartsAnyway()
    {
        Open().Dispose();
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sleep", "60"])
            : new ProcessStartInfo("sleep", ["60"]);
        using var stranger = Process.Start(start)!;
        try
        {
            File.WriteAllLines(PidFile,
            [
                stranger.Id.ToString(CultureInfo.InvariantCulture), place.Data, "1700000000", "5432",
                place.SocketFolder, "", "0 0", "ready",
            ]);

            using var cluster = Open();

            Assert.Equal(1, TestCluster.Scalar<int>(cluster.ConnectionString, "select 1"));
        }
        finally
        {
            stranger.Kill(entireProcessTree: true);
        }
    }

    [StoreFact]
    public void Open_AfterInitWasKilled_StartsOver()
    {
        Directory.CreateDirectory(Path.Combine($"{place.Data}.unfinished", "base"));

        using var cluster = Open();

        Assert.Equal(1, TestCluster.Scalar<int>(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public void SocketFolder_LongPath_IsShortAndTheSameInEveryCall()
    {
        var deep = ClusterPlace.At(Path.Combine(folder, new string('d', 120)));

        Assert.True(deep.SocketFolder.Length < 80);
        Assert.Equal(
            deep.SocketFolder, ClusterPlace.At(Path.Combine(folder, new string('d', 120))).SocketFolder);
    }

    private PrivateCluster Open() => PrivateCluster.Open(place, _ => { });
}
