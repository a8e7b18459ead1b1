using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Security;
using Gep.Api.Tests.Dossiers;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Serving;
using Gep.Api.Tests.Workspaces;
using Xunit.Abstractions;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class KilledProcessTests(TestCluster cluster, ITestOutputHelper output)
{
    private const string KillsByDefault = "3";
    private const string KillsVariable = "GEP_TEST_KILLS";

    /// <summary>Longest life of a service that is asked to write [ms].</summary>
    private const int LifeMax = 1_500;

    /// <summary>Every fourth write starts a run; the others are steps.</summary>
    private const int WritesOfARun = 4;

    /// <summary>Kills of each test; <c>./dev kill</c> asks for fifty.</summary>
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable(KillsVariable) ?? KillsByDefault, CultureInfo.InvariantCulture);

    /// <summary>A program that ends before its moment was not killed: most runs for each kill.</summary>
    private const int RunsOfAKill = 4;

    /// <summary>There is nothing to interrupt before the program has started.</summary>
    private const double EarliestShare = 0.4;

    /// <summary>The last moments, between commit and answer, are a little later in a busy hour.</summary>
    private const double LatestShare = 1.1;

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
        int seed = Environment.TickCount, kills = 0;
        var random = new Random(seed);
        for (int run = 0; kills < Kills && run < Kills * RunsOfAKill; run++)
        {
            File.AppendAllText(Path.Combine(workspace.Root, "layers", "fields.geojson"), "\n");
            double share = EarliestShare + (LatestShare - EarliestShare) * random.NextDouble();
            timer.Restart();
            bool isFinished = Finished(Start(workspace.Root, database), (int)(share * whole));
            if (isFinished) whole = Math.Min(whole, timer.Elapsed.TotalMilliseconds);
            else kills++;
            long halves = TestCluster.Scalar<long>(database, Halves);
            output.WriteLine($"seed {seed}, run {run} at {share:P0}, kill {kills}, finished {isFinished}, "
                + $"versions {TestCluster.Scalar<long>(database, "select count(*) from gep.layer_version")}");
            Assert.True(halves == 0, $"seed {seed}, run {run} at {share:P0}: {halves} halves");
        }

        Assert.True(Finished(Start(workspace.Root, database), Timeout.Infinite));

        Assert.Equal(0, TestCluster.Scalar<long>(database, Halves));
        Assert.True(TestCluster.Scalar<long>(database, "select count(*) from gep.publication") > 0);
    }

    [StoreFact]
    public void Step_KilledAtAnyMoment_IsThereOnceForItsKey()
    {
        using var workspace = new DossierWorkspace();
        string database = cluster.NewDatabase();
        var timer = Stopwatch.StartNew();
        Assert.True(Finished(Start(Step(workspace.Root, database, 0)), Timeout.Infinite));
        double whole = timer.Elapsed.TotalMilliseconds;
        int seed = Environment.TickCount, kills = 0, killsAfterCommit = 0, steps = 0;
        var random = new Random(seed);
        while (kills < Kills && steps < Kills * RunsOfAKill)
        {
            steps++;
            double share = EarliestShare + (LatestShare - EarliestShare) * random.NextDouble();
            string[] command = Step(workspace.Root, database, steps);
            timer.Restart();
            // Every second one as soon as its step is there, before it could say so.
            bool isFinished = steps % 2 == 0
                ? Finished(Start(command), () => Entries(database) > steps)
                : Finished(Start(command), (int)(share * whole));
            if (isFinished) whole = Math.Min(whole, timer.Elapsed.TotalMilliseconds);
            else kills++;
            long entries = Entries(database);
            if (!isFinished && entries > steps) killsAfterCommit++;
            output.WriteLine($"seed {seed}, step {steps} at {share:P0}, kill {kills}, {killsAfterCommit} after "
                + $"commit, finished {isFinished}, {entries} there");
            Assert.True(
                entries == steps + 1 || (entries == steps && !isFinished), $"seed {seed}, step {steps}");

            Assert.True(Finished(Start(command), Timeout.Infinite), $"seed {seed}, step {steps}");
            Assert.True(Finished(Start(command), Timeout.Infinite), $"seed {seed}, step {steps}");

            Assert.Equal(steps + 1, Entries(database));
        }
        using var store = Store.Open(database);
        var kept = KeptRecords.Of(store, "tiny");
        Assert.Null(kept.Audit.FindBreak());
        Assert.Equal(steps + 1, kept.Audit.Read(0, int.MaxValue).Count);
    }

    [StoreFact]
    public async Task Serve_KilledDuringWrites_LosesNothingAcknowledgedAndDoublesNothing()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        int seed = Environment.TickCount;
        var random = new Random(seed);
        var answers = new List<string>();
        for (int kill = 0; kill < Kills; kill++)
        {
            using var serving = await served.ServeAsync();
            int before = answers.Count, life = random.Next(LifeMax);
            for (int number = Math.Max(0, before - WritesOfARun); number < before; number++)
                Assert.Equal(answers[number], await WriteAsync(serving, number));
            var killer = Task.Delay(life).ContinueWith(_ => serving.Kill(), TaskScheduler.Default);
            while (await WriteAsync(serving, answers.Count) is { } answer) answers.Add(answer);
            await killer;
            long halves = TestCluster.Scalar<long>(served.Database, Halves);
            output.WriteLine($"seed {seed}, kill {kill} after {life} ms, {answers.Count - before} writes");
            Assert.True(halves == 0, $"seed {seed}, kill {kill} after {life} ms: {halves} halves");
        }

        using var last = await served.ServeAsync();
        for (int number = 0; number < answers.Count; number++)
            Assert.Equal(answers[number], await WriteAsync(last, number));
        // The write that the last kill left without an answer may be kept; whoever sent it sends it again.
        answers.Add(Assert.IsType<string>(await WriteAsync(last, answers.Count)));
        string[] hashes = [.. (await RestartTests.WaitForAllAsync(last)).Select(run =>
            $"{run.GetProperty("state")} {run.GetProperty("resultHash")}")];

        long runs = (answers.Count + WritesOfARun - 1) / WritesOfARun, steps = answers.Count - runs;
        Assert.Single(hashes.Distinct());
        Assert.StartsWith("SUCCEEDED", hashes[0], StringComparison.Ordinal);
        foreach (string table in new[] { "service_run", "service_run_end" }) Assert.Equal(runs, Count(table));
        Assert.Equal(steps, Count("schedule_entry"));
        Assert.Equal(answers.Count, Count("write_key"));
        Assert.Equal(runs, Count("audit_entry where action = 'start-account'"));
        Assert.Equal(steps, Count("audit_entry where action = 'schedule-step'"));
        using var store = Store.Open(served.Database);
        Assert.Null(KeptRecords.Of(store, "tiny").Audit.FindBreak());

        long Count(string table) =>
            TestCluster.Scalar<long>(served.Database, $"select count(*) from gep.{table}");
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

    /// <summary>
    /// A write of a number under a key of its own: a run, or the next step of a schedule that is submitted
    /// and returned. Null where the service is killed before it answers.
    /// </summary>
    private static async Task<string?> WriteAsync(ServingProcess serving, int number)
    {
        int step = number - number / WritesOfARun - 1;
        var (role, mutation) = number % WritesOfARun == 0
            ? (CallerRole.Analyst, $"startRun(input: {{year: 2019, idempotencyKey: \"{number}\"}}) "
                + "{ run { id state startedBy } problems { code } }")
            : (step % 2 == 0 ? CallerRole.Officer : CallerRole.Department,
                $"takeStep(input: {{schedule: \"T-FOREST:2019\", seenSteps: {step}, note: \"补材料\", step: "
                + $"{(step % 2 == 0 ? "SUBMIT" : "RETURN")}, idempotencyKey: \"{number}\"}}) "
                + "{ entry { number step hash } problems { code } }");
        while (true)
        {
            JsonElement answer;
            try
            {
                answer = await serving.GraphQLAsync($"mutation {{ {mutation} }}", Tokens.Of(role));
            }
            catch (HttpRequestException)
            {
                return null;
            }
            if (!answer.TryGetProperty("errors", out var errors))
            {
                string text = answer.GetProperty("data").ToString();
                Assert.Contains("\"problems\":[]", text, StringComparison.Ordinal);
                return text;
            }
            Assert.Contains("TOO_MANY_RUNS", errors.ToString(), StringComparison.Ordinal);
            await Task.Delay(100);
        }
    }

    private static long Entries(string database) =>
        TestCluster.Scalar<long>(database, "select count(*) from gep.schedule_entry");

    /// <summary>Submitted, returned, submitted, …: each a step of its own, known by its key.</summary>
    private static string[] Step(string root, string database, int number)
    {
        string[] step = number % 2 == 0
            ? ["submit", "--role", "officer", "--by", PersonOf("officer")]
            : ["return", "--role", "department", "--by", PersonOf("department"), "--note", "补材料"];
        return
        [
            "dossier", step[0], root, "--year", "2019", "--scheme", "T-FOREST", .. step[1..],
            "--database", database, "--key", $"step {number}",
        ];

        string PersonOf(string role) => File.ReadLines(Path.Combine(root, "dossier", "people.csv"))
            .Select(line => line.Split(',')).First(fields => fields[1] == role)[0];
    }

    private static Process Start(string root, string database) =>
        Start(["ingest", root, "--database", database]);

    private static Process Start(string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "gep.dll"), .. arguments])
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

    /// <summary>Whether it ended well by itself; it is killed as soon as something is there.</summary>
    private static bool Finished(Process process, Func<bool> isThere)
    {
        using (process)
        {
            while (!process.WaitForExit(0))
            {
                if (isThere()) process.Kill();
            }
            return process.ExitCode == 0;
        }
    }
}
