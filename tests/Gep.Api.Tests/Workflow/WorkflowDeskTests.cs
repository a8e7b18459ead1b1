using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Compensation;
using Gep.Api.Dossiers;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Workflow;

/// <summary>Steps of schedules at one desk, each kept in a folder.</summary>
[Collection(WuhanServiceTests.Name)]
public sealed class WorkflowDeskTests(WuhanService service) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gep-workflow-").FullName;

    private Scheme Scheme => Outcome.Scheme;

    private Schedule Schedule => Outcome.Draft.Schedule!;

    private ScheduleKey Key => new(Schedule.Scheme, Schedule.Year);

    private SchemeOutcome Outcome => service.Snapshot.Graph.Schedules.First(each => each.IsDrawn).Outcome;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Row57_TwoApprovalsAtTheSameMoment_OneWinsAndTheOtherIsTold()
    {
        Assert.NotNull(Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "a").Entry);
        Assert.NotNull(Take(1, ScheduleStep.Review, ScheduleRole.Department, "b").Entry);
        var outcomes = new (ScheduleEntry? Entry, ProblemList Problems)[8];

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, place =>
            outcomes[place] = Take(2, ScheduleStep.Approve, ScheduleRole.Finance, $"finance {place}"));

        Assert.Single(outcomes, outcome => outcome.Entry is not null);
        Assert.All(outcomes.Where(outcome => outcome.Entry is null), outcome =>
            Assert.Equal("step-refused", Assert.Single(outcome.Problems.All).Code));
        Assert.Equal(3, Entries().Length);
    }

    [Fact]
    public void Take_SameStepAgain_GivesTheFirstAnswerAlsoAfterARestart()
    {
        var first = Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "a").Entry;

        var again = Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "a").Entry;
        var other = Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "b");

        Assert.Equal(first!.Hash, again!.Hash);
        Assert.Contains("faster", Assert.Single(other.Problems.All).Text.English, StringComparison.Ordinal);
        Assert.Single(Entries());
    }

    [Fact]
    public void Row58_ClockSetBack_IsRefused()
    {
        var clock = new SetClock { Now = DateTimeOffset.Parse("2026-05-02T00:00:00Z", null) };
        Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "a", clock);
        clock.Now = DateTimeOffset.Parse("2026-05-01T00:00:00Z", null);

        var (entry, problems) = Take(1, ScheduleStep.Review, ScheduleRole.Department, "b", clock);

        Assert.Null(entry);
        Assert.Contains("before", problems.All[0].Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Row59_DiskFull_TakesNoStep()
    {
        File.WriteAllText(Path.Combine(folder, Key.Folder), "");

        Assert.ThrowsAny<IOException>(() => Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "a"));

        Assert.Empty(Entries());
    }

    [Fact]
    public void Row60_KilledWhileWriting_KeepsWhatWasAcknowledgedAndNoHalf()
    {
        Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "a\tb\\n");
        Take(1, ScheduleStep.Review, ScheduleRole.Department, "c");
        string log = Path.Combine(folder, Key.Folder, "log.jsonl");
        byte[] whole = File.ReadAllBytes(log);
        string[] hashes = [.. Entries().Select(entry => entry.Hash)];
        foreach (int length in new[] { 0, 1, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(log + ".unfinished", whole[..length]);

            Assert.Equal(hashes, Entries().Select(entry => entry.Hash));
        }
        Assert.NotNull(Take(2, ScheduleStep.Approve, ScheduleRole.Finance, "d").Entry);
    }

    [Fact]
    public void Entries_ByteThatWasChanged_AreRefused()
    {
        Take(0, ScheduleStep.Submit, ScheduleRole.Officer, "alice");
        string log = Path.Combine(folder, Key.Folder, "log.jsonl");
        File.WriteAllText(log, File.ReadAllText(log).Replace("alice", "alicf", StringComparison.Ordinal));
        var problems = new ProblemList();

        Assert.Empty(Desk().EntriesOf([Key], problems)[0]);
        Assert.Equal("dossier-broken", Assert.Single(problems.All).Code);
        Assert.Null(Take(1, ScheduleStep.Review, ScheduleRole.Department, "b").Entry);
    }

    [Fact]
    public async Task Steps_OverGraphQL_KeepRolesApartAndRepeatNothing()
    {
        string code = service.Snapshot.Graph.Schedules.Last(each => each.IsDrawn).Code;
        var wrong = await TakeAsync(CallerRole.Finance, code, "SUBMIT", 0, "k1");
        var submitted = await TakeAsync(CallerRole.Officer, code, "SUBMIT", 0, "k1");
        var again = await TakeAsync(CallerRole.Officer, code, "SUBMIT", 0, "k1");
        var auditor = await TakeAsync(CallerRole.Auditor, code, "REVIEW", 1, "k2");
        var late = await TakeAsync(CallerRole.Department, code, "REVIEW", 0, "k3");
        var reviewed = await TakeAsync(CallerRole.Department, code, "REVIEW", 1, "k4");

        Assert.Equal(["step-refused", "", "", "step-refused", "step-refused", ""], new[]
        {
            wrong, submitted, again, auditor, late, reviewed,
        }.Select(answer => answer.Problem));
        Assert.Equal(submitted.Hash, again.Hash);
        Assert.NotNull(reviewed.Hash);
    }

    [Fact]
    public async Task Row56_SameKeyWithAnotherBody_IsToldSo()
    {
        const string Query =
            """
            mutation($year: Int!) { startRun(input: {year: $year, idempotencyKey: "row56"}) {
              run { id } problems { code } } }
            """;
        string token = Tokens.Of(CallerRole.Analyst);
        var first = await service.DataAsync(Query, token, new { year = 1950 });
        var same = await service.DataAsync(Query, token, new { year = 1950 });
        var other = await service.GraphQLAsync(Query, token, new { year = 2019 });

        Assert.Equal(first.ToString(), same.ToString());
        Assert.Equal("year-unknown", first.GetProperty("startRun").GetProperty("problems")[0]
            .GetProperty("code").GetString());
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString());
    }

    private WorkflowDesk Desk(TimeProvider? clock = null) =>
        new(() => DossierPlace.In(folder), clock ?? TimeProvider.System);

    private ScheduleEntry[] Entries() => [.. Desk().EntriesOf([Key], new ProblemList())[0]];

    private (ScheduleEntry? Entry, ProblemList Problems) Take(
        int seen, ScheduleStep step, ScheduleRole role, string actor, TimeProvider? clock = null)
    {
        var problems = new ProblemList();
        var request = new StepRequest(step, role, actor, default, "", []);
        return (Desk(clock).Take(Scheme, Schedule, seen, request, problems), problems);
    }

    private async Task<(string Problem, string? Hash)> TakeAsync(
        CallerRole role, string schedule, string step, int seen, string key)
    {
        var data = await service.DataAsync(
            $$"""
            mutation { takeStep(input: {schedule: "{{schedule}}", step: {{step}}, seenSteps: {{seen}},
              idempotencyKey: "{{key}}"}) { entry { hash } problems { code } } }
            """, Tokens.Of(role));
        var payload = data.GetProperty("takeStep");
        var problems = payload.GetProperty("problems");
        return problems.GetArrayLength() > 0
            ? (problems[0].GetProperty("code").GetString()!, null)
            : ("", payload.GetProperty("entry").GetProperty("hash").GetString());
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
