using System.Text.Json;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Tests.Persistence;

namespace Gep.Api.Tests.Serving;

/// <summary>A service on a database is killed and started again: what it acknowledged is there.</summary>
[Collection(StoreTests.Name)]
public sealed class RestartTests(TestCluster cluster)
{
    private const int Runs = 4;

    [StoreFact]
    public async Task StartRun_KilledAfterTheAnswer_IsThereAfterRestartAndRepeatsItsAnswer()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        var answers = new List<string>();
        using (var first = await served.ServeAsync())
        {
            for (int run = 0; run < Runs; run++)
                answers.Add((await first.DataAsync(StartRun(run), CallerRole.Analyst)).ToString());
            first.Kill();
        }

        using var second = await served.ServeAsync();
        for (int run = 0; run < Runs; run++)
        {
            Assert.Equal(
                answers[run], (await second.DataAsync(StartRun(run), CallerRole.Analyst)).ToString());
        }

        var runs = await WaitForAllAsync(second);
        Assert.Equal(Runs, runs.Length);
        string expected = (await second.DataAsync("{ account(year: 2019) { resultHash } }"))
            .GetProperty("account").GetProperty("resultHash").GetString()!;
        Assert.All(runs, run => Assert.Equal(
            ("SUCCEEDED", expected, expected),
            (Text(run, "state"), Text(run, "resultHash"), Text(run.GetProperty("account"), "resultHash"))));
        Assert.Equal(
            Runs, TestCluster.Scalar<long>(served.Database, "select count(*) from gep.service_run_end"));
        Assert.Equal(0, await second.StopAsync());
    }

    [StoreFact]
    public async Task Resume_RunOfAnOlderSnapshot_ReadsThatOne()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        using (var first = await served.ServeAsync()) first.Kill();
        string older = AddRun(served.Database);
        File.AppendAllText(Path.Combine(served.Root, "workspace.yaml"), "# reviewed\n");

        using var second = await served.ServeAsync();
        await second.DataAsync(
            """mutation { publish(input: {idempotencyKey: "newer"}) { run { id } problems { code } } }""",
            CallerRole.Admin);

        var runs = await WaitForAllAsync(second);
        string now = (await second.DataAsync("{ snapshot { id } }")).GetProperty("snapshot")
            .GetProperty("id").GetString()!;
        Assert.NotEqual(older, now);
        Assert.Equal([now, older], runs.Select(run => Text(run, "snapshot")));
        Assert.All(runs, run => Assert.Equal("SUCCEEDED", Text(run, "state")));
    }

    [StoreFact]
    public async Task Resume_RunAtWhichTheServiceDiedThreeTimes_IsNotBegunAgain()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        using (var first = await served.ServeAsync()) first.Kill();
        AddRun(served.Database);
        TestCluster.Execute(served.Database,
            "insert into gep.service_run_begin select 1, number, now() from generate_series(1, 3) number");

        using var second = await served.ServeAsync();

        var run = Assert.Single(await WaitForAllAsync(second));
        Assert.Equal("FAILED", Text(run, "state"));
        Assert.Equal("run-interrupted", Text(run.GetProperty("problems")[0], "code"));
    }

    [StoreFact]
    public async Task TakeStep_KilledAfterTheAnswer_RepeatsItsAnswerAndStepsOnce()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        string answer;
        using (var first = await served.ServeAsync())
        {
            answer = (await first.DataAsync(Submit, CallerRole.Officer)).ToString();
            first.Kill();
        }

        using var second = await served.ServeAsync();
        string again = (await second.DataAsync(Submit, CallerRole.Officer)).ToString();

        Assert.Contains("SUBMIT", answer, StringComparison.Ordinal);
        Assert.Equal(answer, again);
        Assert.Equal(
            1L, TestCluster.Scalar<long>(served.Database, "select count(*) from gep.schedule_entry"));
        Assert.Equal(1L, TestCluster.Scalar<long>(
            served.Database, "select count(*) from gep.audit_entry where action = 'schedule-step'"));
    }

    private const string Submit =
        """
        mutation { takeStep(input: {schedule: "T-FOREST:2019", step: SUBMIT, seenSteps: 0,
          idempotencyKey: "submit"}) { entry { step hash at } problems { code } } }
        """;

    private static string StartRun(int number) =>
        "mutation { startRun(input: {year: 2019, idempotencyKey: \"run " + number
        + "\"}) { run { id state resultHash startedBy } problems { code } } }";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string AddRun(string database)
    {
        using var store = Store.Open(database);
        var kept = KeptRecords.Of(store, "tiny");
        string snapshot = kept.Snapshots.Current()!;
        kept.Writes.Once(WriteKey.Of("Analyst", "left", "body"u8), "start-account", write => new WriteResult(
            $"{write.AddRun(new RunRequest("account", 2019, null, snapshot, "Analyst"))}", "run"));
        return snapshot;
    }

    /// <summary>Every run, when all are over.</summary>
    internal static async Task<JsonElement[]> WaitForAllAsync(ServingProcess serving)
    {
        var until = DateTime.UtcNow.AddMinutes(2);
        while (true)
        {
            var data = await serving.DataAsync(
                "{ runs { id state resultHash snapshot problems { code } account { resultHash } } }");
            JsonElement[] runs = [.. data.GetProperty("runs").EnumerateArray()];
            if (runs.All(run => Text(run, "state") is "SUCCEEDED" or "REFUSED" or "FAILED")) return runs;
            Assert.True(DateTime.UtcNow < until, $"{data} {serving.Said}");
            await Task.Delay(100);
        }
    }
}
