using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Compensation;
using Gep.Api.Layers;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Records;
using Gep.Api.Tests.Workspaces;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public sealed class JournalTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly TestCluster cluster;
    private readonly Lazy<(string Database, Store Store, IScheduleJournal Journal, Schedule Schedule)> lazy;

    public JournalTests(TestCluster cluster)
    {
        this.cluster = cluster;
        lazy = new(Open);
    }

    private IScheduleJournal Journal => lazy.Value.Journal;

    private Schedule Schedule => lazy.Value.Schedule;

    public void Dispose()
    {
        if (lazy.IsValueCreated) lazy.Value.Store.Dispose();
    }

    [StoreFact]
    public void Take_TwoApprovalsAtTheSameMoment_OneWinsAndTheOtherIsTold()
    {
        var answers = new StepAnswer[8];

        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = answers.Length },
            index => answers[index] = Submit($"officer {index}", 0, $"key {index}"));

        var won = Assert.Single(answers, answer => answer.Status == WriteStatus.Made);
        Assert.All(answers.Where(answer => answer != won), answer =>
        {
            Assert.Equal(WriteStatus.Overtaken, answer.Status);
            Assert.Contains(won.Entry!.Actor, answer.Reason!.Value.English, StringComparison.Ordinal);
        });
        Assert.Single(Journal.Read(Schedule).Entries);
    }

    [StoreFact]
    public void Take_SameKeyAgain_GetsTheFirstAnswer()
    {
        var first = Submit("officer", 0, "k");

        var again = Enumerable.Range(0, 5).Select(_ => Submit("officer", 0, "k")).ToArray();

        Assert.Equal(WriteStatus.Made, first.Status);
        Assert.All(again, answer =>
        {
            Assert.Equal(WriteStatus.Repeated, answer.Status);
            Assert.Equal(first.Entry!.Hash, answer.Entry!.Hash);
        });
        Assert.Single(Journal.Read(Schedule).Entries);
    }

    [StoreFact]
    public void Take_SameKeyWithAnotherBody_IsRefusedAndWritesNothing()
    {
        Submit("officer", 0, "k");

        var other = Journal.Take(
            Schedule, Step(ScheduleStep.Void, ScheduleRole.Officer, "officer", "wrong"), 1,
            WriteKey.Of("officer", "k", "other"u8));

        Assert.Equal(WriteStatus.KeyReused, other.Status);
        Assert.Single(Journal.Read(Schedule).Entries);
    }

    [StoreFact]
    public void Take_RefusedStep_AnswersTheSameUnderItsKey()
    {
        var step = Step(ScheduleStep.Review, ScheduleRole.Department, "reviewer", "");
        var refused = Journal.Take(Schedule, step, 0, WriteKey.Of("reviewer", "early", "r"u8));
        Submit("officer", 0, "k");

        var again = Journal.Take(Schedule, step, 0, WriteKey.Of("reviewer", "early", "r"u8));

        Assert.Equal(WriteStatus.Refused, refused.Status);
        Assert.Equal((refused.Status, refused.Reason), (again.Status, again.Reason));
        Assert.Single(Journal.Read(Schedule).Entries);
    }

    [StoreTheory]
    [InlineData(ScheduleStep.Submit)]
    [InlineData(ScheduleStep.Review)]
    [InlineData(ScheduleStep.Approve)]
    public void Take_StepOfAnotherRole_IsRefusedForEveryOtherRole(ScheduleStep step)
    {
        (ScheduleStep Step, ScheduleRole Role)[] way =
        [
            (ScheduleStep.Submit, ScheduleRole.Officer), (ScheduleStep.Review, ScheduleRole.Department),
            (ScheduleStep.Approve, ScheduleRole.Finance),
        ];
        int before = Array.FindIndex(way, one => one.Step == step);
        foreach (var (index, one) in way.Index().Take(before))
            Take(Step(one.Step, one.Role, $"actor {index}", ""), index, $"way {index}");

        foreach (var role in Enum.GetValues<ScheduleRole>().Where(role => role != way[before].Role))
        {
            var answer = Take(Step(step, role, $"as {role}", "note"), before, "k");
            Assert.Equal(WriteStatus.Refused, answer.Status);
        }

        Assert.Equal(before, Journal.Read(Schedule).Entries.Length);
        Assert.Equal(WriteStatus.Made, Take(Step(step, way[before].Role, "right", ""), before, "k").Status);
    }

    [StoreFact]
    public void Take_ClockSetBack_KeepsTheOrderOfTheEntries()
    {
        Submit("officer", 0, "k");

        var answer = Take(
            Step(ScheduleStep.Review, ScheduleRole.Department, "reviewer", "") with
            {
                At = Monday.AddDays(-9),
            },
            1, "later");

        Assert.Equal(WriteStatus.Made, answer.Status);
        Assert.Equal(Monday, answer.Entry!.At);
    }

    [StoreFact]
    public void Read_StepChangedInTheDatabase_IsNoticed()
    {
        Submit("officer", 0, "k");

        TestCluster.Execute(lazy.Value.Database,
            "alter table gep.schedule_step disable trigger all; update gep.schedule_step set actor = 'x'");

        Assert.Throws<InvalidDataException>(() => Journal.Read(Schedule));
    }

    private StepAnswer Submit(string actor, int lastSeen, string key) =>
        Take(Step(ScheduleStep.Submit, ScheduleRole.Officer, actor, ""), lastSeen, key);

    private StepAnswer Take(StepRequest step, int lastSeen, string key) =>
        Journal.Take(Schedule, step, lastSeen, WriteKey.Of(step.Actor, key, "body"u8));

    private static StepRequest Step(ScheduleStep step, ScheduleRole role, string actor, string note) =>
        new(step, role, actor, Monday, note, []);

    private (string, Store, IScheduleJournal, Schedule) Open()
    {
        string database = cluster.NewDatabase();
        var store = Store.Open(database);
        return (database, store, KeptRecords.Of(store, "tiny").Journal, SomeSchedule());
    }

    /// <summary>A schedule with lines, drawn from the tiny workspace.</summary>
    internal static Schedule SomeSchedule()
    {
        using var tiny = TinyWorkspace.Create();
        var opened = OpenedWorkspace.Read(tiny.Root, new ProblemList(), null, CancellationToken.None)!;
        return RunSchedule.For(opened, opened.Workspace.Years[0], null, new ProblemList())
            .Select(outcome => outcome.Draft.Schedule).OfType<Schedule>()
            .First(schedule => schedule.Lines.Length > 0);
    }
}
