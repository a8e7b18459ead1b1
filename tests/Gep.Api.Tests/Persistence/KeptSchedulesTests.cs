using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Compensation;
using Gep.Api.Dossiers;
using Gep.Api.Layers;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Tests.Workspaces;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Persistence;

/// <summary>Steps of schedules that the desk of a service keeps in the store.</summary>
[Collection(StoreTests.Name)]
public sealed class KeptSchedulesTests : IDisposable
{
    private static readonly SchemeOutcome Outcome = SomeOutcome();

    private readonly TestCluster cluster;
    private readonly Lazy<(string Database, Store Store)> lazy;
    private readonly List<Store> others = [];

    public KeptSchedulesTests(TestCluster cluster)
    {
        this.cluster = cluster;
        lazy = new(() =>
        {
            string database = cluster.NewDatabase();
            return (database, Store.Open(database));
        });
    }

    private static ScheduleKey Key => new(Outcome.Draft.Schedule!.Scheme, Outcome.Draft.Schedule.Year);

    private KeptRecords Kept => KeptRecords.Of(lazy.Value.Store, "tiny");

    public void Dispose()
    {
        foreach (var other in others) other.Dispose();
        if (lazy.IsValueCreated) lazy.Value.Store.Dispose();
    }

    [StoreFact]
    public void Take_TwoApprovalsAtTheSameMoment_OneWinsAndTheOthersAreTold()
    {
        WorkflowDesk[] desks = [Desk(Kept), Desk(KeptRecords.Of(Another(), "tiny"))];
        var answers = new (ScheduleEntry? Entry, ProblemList Problems)[8];

        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = answers.Length },
            index => answers[index] = Submit(desks[index % desks.Length], $"officer {index}"));

        Assert.Single(answers, answer => answer.Entry is not null);
        Assert.All(answers.Where(answer => answer.Entry is null), answer =>
            Assert.Equal("step-refused", Assert.Single(answer.Problems.All).Code));
        Assert.Single(Kept.Schedules.ReadEntries([Key])[0].Lines);
        Assert.Equal(Key, Assert.Single(Kept.Schedules.Keys()));
        Assert.Null(Kept.Audit.FindBreak());
    }

    [StoreFact]
    public void Take_SameStepAgain_GetsTheFirstAnswerFromEveryInstance()
    {
        var first = Submit(Desk(Kept), "officer");

        var again = Submit(Desk(KeptRecords.Of(Another(), "tiny")), "officer");

        Assert.Equal(first.Entry!.Hash, again.Entry!.Hash);
        Assert.Single(Kept.Schedules.ReadEntries([Key])[0].Lines);
    }

    [StoreFact]
    public void Read_StepChangedInTheDatabase_IsNoticed()
    {
        Submit(Desk(Kept), "officer");

        TestCluster.Execute(lazy.Value.Database,
            "alter table gep.schedule_entry disable trigger all; "
            + "update gep.schedule_entry set line = replace(line, 'officer', 'offixer')");

        var problems = new ProblemList();
        Assert.Empty(Desk(Kept).EntriesOf([Key], problems)[0]);
        Assert.Equal("dossier-broken", Assert.Single(problems.All).Code);
    }

    private Store Another()
    {
        var store = Store.Open(lazy.Value.Database);
        others.Add(store);
        return store;
    }

    private static WorkflowDesk Desk(KeptRecords kept) =>
        new(() => new DossierPlace(Path.GetTempPath(), kept.Schedules), TimeProvider.System);

    private static (ScheduleEntry? Entry, ProblemList Problems) Submit(WorkflowDesk desk, string actor)
    {
        var problems = new ProblemList();
        var request = new StepRequest(ScheduleStep.Submit, ScheduleRole.Officer, actor, default, "", []);
        return (desk.Take(Outcome.Scheme, Outcome.Draft.Schedule!, 0, request, problems), problems);
    }

    /// <summary>A schedule with lines, drawn from the tiny workspace.</summary>
    private static SchemeOutcome SomeOutcome()
    {
        using var tiny = TinyWorkspace.Create();
        var opened = OpenedWorkspace.Read(tiny.Root, new ProblemList(), null, CancellationToken.None)!;
        return RunSchedule.For(opened, opened.Workspace.Years[0], null, new ProblemList())
            .First(outcome => outcome.Draft.Schedule is { Lines.Length: > 0 });
    }
}
