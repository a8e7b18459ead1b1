using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Records;
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

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Row57_TwoApprovalsAtTheSameMoment_OneWinsAndTheOthersAreTold()
    {
        var desk = new WorkflowDesk(null);
        Assert.NotNull(Take(desk, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a").Entry);
        Assert.NotNull(Take(desk, 1, ScheduleStep.Review, ScheduleRole.Department, "b").Entry);
        var answers = new StepAnswer[8];

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, place =>
            answers[place] = Take(desk, 2, ScheduleStep.Approve, ScheduleRole.Finance, $"finance {place}"));

        Assert.Single(answers, answer => answer.Status == WriteStatus.Made);
        Assert.Equal(7, answers.Count(answer => answer.Status == WriteStatus.Overtaken
            && answer.Reason is not null));
        Assert.Equal(3, desk.Read(Schedule).Entries.Length);
    }

    [Fact]
    public void Row58_ClockSetBack_NeverGoesBeforeTheStepBefore()
    {
        var desk = new WorkflowDesk(null);
        Take(desk, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a", Day(2));

        var back = Take(desk, 1, ScheduleStep.Review, ScheduleRole.Department, "b", Day(1));

        Assert.Equal(Day(2), back.Entry!.At);
        Assert.Null(ScheduleLog.FirstBroken(desk.Read(Schedule).Entries));
    }

    [Fact]
    public void Row59_DiskThatTakesNothing_TakesNoStepAndMayBeTriedAgain()
    {
        string taken = Path.Combine(folder, "taken");
        File.WriteAllText(taken, "");
        var desk = new WorkflowDesk(new WorkflowFile(taken));

        Assert.ThrowsAny<IOException>(() => Take(desk, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a"));
        Assert.Equal(ScheduleStatus.Draft, desk.Read(Schedule).Status);
        File.Delete(taken);

        Assert.Equal(WriteStatus.Made, Take(desk, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a").Status);
    }

    [Fact]
    public void Row60_KilledWhileWriting_KeepsWhatWasAcknowledgedAndNoHalf()
    {
        var desk = new WorkflowDesk(new WorkflowFile(folder));
        Take(desk, 0, ScheduleStep.Submit, ScheduleRole.Officer, "a\tb\\n");
        Take(desk, 1, ScheduleStep.Review, ScheduleRole.Department, "c");
        var entries = desk.Read(Schedule).Entries;
        string file = Directory.GetFiles(folder).Single();
        byte[] whole = File.ReadAllBytes(file);
        int first = Array.IndexOf(whole, (byte)'\n') + 1;
        foreach (int length in Enumerable.Range(0, whole.Length + 1).Where(at => at % 7 == 0
            || at == whole.Length))
        {
            File.WriteAllBytes(file, whole[..length]);
            var again = new WorkflowDesk(new WorkflowFile(folder)).Read(Schedule).Entries;

            Assert.Equal(length < first ? 0 : length < whole.Length ? 1 : 2, again.Length);
            Assert.Equal(entries.Take(again.Length).Select(entry => entry.Hash), again.Select(entry =>
                entry.Hash));
        }
    }

    [Fact]
    public void Read_LineThatWasChanged_IsRefused()
    {
        Take(new WorkflowDesk(new WorkflowFile(folder)), 0, ScheduleStep.Submit, ScheduleRole.Officer,
            "alice");
        string file = Directory.GetFiles(folder).Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("alice", "mallory", StringComparison.Ordinal));

        Assert.Throws<InvalidDataException>(() => new WorkflowDesk(new WorkflowFile(folder)).Read(Schedule));
    }

    [Fact]
    public void Take_KeyRepeated_GetsTheFirstAnswer()
    {
        var desk = new WorkflowDesk(null);
        var key = WriteKey.Of("a", "k", "body"u8);
        var request = new StepRequest(ScheduleStep.Submit, ScheduleRole.Officer, "a", Day(1), "", []);

        var first = desk.Take(Schedule, request, 0, key);
        var again = desk.Take(Schedule, request, 0, key);
        var other = desk.Take(Schedule, request, 0, WriteKey.Of("a", "k", "other"u8));

        Assert.Equal((WriteStatus.Made, WriteStatus.Repeated, WriteStatus.KeyReused),
            (first.Status, again.Status, other.Status));
        Assert.Equal(first.Entry, again.Entry);
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

        Assert.Equal(["step-refused", "", "", "step-refused", "step-overtaken", ""], new[]
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

    private static DateTimeOffset Day(int day) => new(2026, 5, day, 0, 0, 0, TimeSpan.Zero);

    private StepAnswer Take(
        WorkflowDesk desk, int seen, ScheduleStep step, ScheduleRole role, string actor,
        DateTimeOffset? at = null) => desk.Take(
        Schedule, new StepRequest(step, role, actor, at ?? Day(1), "", []), seen,
        WriteKey.Of(actor, $"{step} {seen}", "body"u8));
}
