using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;
using Gep.Api.Workflow;

namespace Gep.Api.Tests.Workflow;

/// <summary>Steps of schedules at one desk, with and without a file behind it.</summary>
[Collection(WuhanServiceTests.Name)]
public sealed class WorkflowDeskTests(WuhanService service) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gep-workflow-").FullName;

    private Schedule Schedule => service.Snapshot.Graph.Schedules.First(each => each.IsDrawn).Drawn!;

    private string Code => $"{Schedule.Scheme}:{Schedule.Year}";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Row57_TwoApprovalsAtTheSameMoment_OneWinsAndTheOtherIsTold()
    {
        var desk = new WorkflowDesk(null, TimeProvider.System);
        Assert.NotNull(desk.Take(Schedule, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a", "", []).Entry);
        Assert.NotNull(desk.Take(Schedule, 1, ScheduleStep.Review, ScheduleRole.Department, "b", "", []).Entry);
        var outcomes = new (ScheduleEntry? Entry, Accounting.Problems.BilingualText? Refusal)[8];

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, place =>
        {
            outcomes[place] = desk.Take(
                Schedule, 2, ScheduleStep.Approve, ScheduleRole.Finance, $"finance {place}", "", []);
        });

        Assert.Single(outcomes, outcome => outcome.Entry is not null);
        Assert.Equal(7, outcomes.Count(outcome => outcome.Refusal?.English.Contains("faster") == true));
        Assert.Equal(3, desk.EntriesOf(Code).Length);
    }

    [Fact]
    public void Row58_ClockSetBack_IsRefused()
    {
        var clock = new SetClock { Now = DateTimeOffset.Parse("2026-05-02T00:00:00Z", null) };
        var desk = new WorkflowDesk(null, clock);
        desk.Take(Schedule, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a", "", []);
        clock.Now = DateTimeOffset.Parse("2026-05-01T00:00:00Z", null);

        var (entry, refusal) = desk.Take(Schedule, 1, ScheduleStep.Review, ScheduleRole.Department, "b", "", []);

        Assert.Null(entry);
        Assert.Contains("before", refusal!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Row59_DiskFull_TakesNoStep()
    {
        File.WriteAllText(Path.Combine(folder, "taken"), "");
        var desk = new WorkflowDesk(new WorkflowFile(Path.Combine(folder, "taken")), TimeProvider.System);

        Assert.ThrowsAny<IOException>(() =>
            desk.Take(Schedule, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a", "", []));

        Assert.Equal(ScheduleStatus.Draft, desk.StatusOf(Code));
    }

    [Fact]
    public void Row60_KilledWhileWriting_KeepsWhatWasAcknowledgedAndNoHalf()
    {
        var desk = new WorkflowDesk(new WorkflowFile(folder), TimeProvider.System);
        desk.Take(Schedule, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a\tb\\n", "", []);
        desk.Take(Schedule, 1, ScheduleStep.Review, ScheduleRole.Department, "c", "", []);
        string file = Directory.GetFiles(folder).Single();
        byte[] whole = File.ReadAllBytes(file);
        int first = Array.IndexOf(whole, (byte)'\n') + 1;
        foreach (int length in new[] { first, first + 1, (first + whole.Length) / 2, whole.Length - 1, whole.Length })
        {
            File.WriteAllBytes(file, whole[..length]);
            var again = new WorkflowDesk(new WorkflowFile(folder), TimeProvider.System);
            again.Resume([Schedule]);

            int expected = length == whole.Length ? 2 : 1;
            Assert.Equal(expected, again.EntriesOf(Code).Length);
            Assert.Equal(desk.EntriesOf(Code)[expected - 1].Hash, again.EntriesOf(Code)[expected - 1].Hash);
            Assert.Equal(length == whole.Length ? whole.Length : first, new FileInfo(file).Length);
        }
    }

    [Fact]
    public void Resume_LineThatWasChanged_IsRefused()
    {
        var desk = new WorkflowDesk(new WorkflowFile(folder), TimeProvider.System);
        desk.Take(Schedule, 0, ScheduleStep.Submit, ScheduleRole.Officer, "alice", "", []);
        string file = Directory.GetFiles(folder).Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("alice", "mallory", StringComparison.Ordinal));

        Assert.Throws<InvalidDataException>(() =>
            new WorkflowDesk(new WorkflowFile(folder), TimeProvider.System).Resume([Schedule]));
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
