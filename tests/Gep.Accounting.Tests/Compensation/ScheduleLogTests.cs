using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Ledgers;
using Gep.Accounting.Compensation.Workflow;
using static Gep.Accounting.Tests.Compensation.SomeScheme;

namespace Gep.Accounting.Tests.Compensation;

public class ScheduleLogTests
{
    private static readonly DateTimeOffset Start = new(2020, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<(ScheduleStep Step, ScheduleRole Role, int Day)> Way =
    [
        (ScheduleStep.Submit, ScheduleRole.Officer, 0),
        (ScheduleStep.Review, ScheduleRole.Department, 1),
        (ScheduleStep.Approve, ScheduleRole.Finance, 2),
        (ScheduleStep.Notice, ScheduleRole.Notary, 3),
        (ScheduleStep.Issue, ScheduleRole.FinanceLeader, 10),
    ];

    private static readonly ImmutableArray<(PaymentStage Stage, ScheduleRole Role)> Payment =
    [
        (PaymentStage.ToReview, ScheduleRole.Officer),
        (PaymentStage.ToPush, ScheduleRole.Department),
        (PaymentStage.Pushed, ScheduleRole.Finance),
        (PaymentStage.ToPay, ScheduleRole.Treasury),
        (PaymentStage.Paying, ScheduleRole.Treasury),
        (PaymentStage.Paid, ScheduleRole.Treasury),
    ];

    [Fact]
    public void Take_WholeWay_EndsPaid()
    {
        var log = Moved(Walked(Way.Length), Payment.Length).Take(Request(ScheduleStep.Pay,
            ScheduleRole.Treasury));
        Assert.Equal(ScheduleStatus.Paid, log.Log!.Status);
        Assert.Equal(12, log.Log.Entries.Length);
    }

    [Fact]
    public void Take_PayBeforeAllLinesArePaid_IsRefused()
    {
        var log = Moved(Walked(Way.Length), Payment.Length - 1);
        Assert.False(log.Take(Request(ScheduleStep.Pay, ScheduleRole.Treasury)).IsTaken);
    }

    [Fact]
    public void Take_MoveOfAContestedLine_LeavesItAndMovesTheOther()
    {
        var contest = Request(ScheduleStep.Contest, ScheduleRole.Notary) with
        {
            Note = "面积有误",
            Lines = ["T-SCHEME:2019:000001"],
        };
        var log = Moved(Walked(Way.Length).Take(contest).Log!, Payment.Length);
        Assert.Equal(PaymentStage.ToSubmit, log.Stages["T-SCHEME:2019:000001"]);
        Assert.Equal(PaymentStage.Paid, log.Stages["T-SCHEME:2019:000002"]);
        var named = Request(ScheduleStep.Move, ScheduleRole.Officer) with
        {
            Stage = PaymentStage.ToReview,
            Lines = ["T-SCHEME:2019:000001"],
        };
        Assert.False(log.Take(named).IsTaken);
    }

    [Theory]
    [InlineData(PaymentStage.Paid, ScheduleRole.Treasury)]
    [InlineData(PaymentStage.ToReview, ScheduleRole.Treasury)]
    public void Take_MoveOutOfOrderOrRole_IsRefused(PaymentStage stage, ScheduleRole role) =>
        Assert.False(Walked(Way.Length).Take(
            Request(ScheduleStep.Move, role) with { Stage = stage }).IsTaken);

    [Fact]
    public void Take_OtherLinesThanSubmitted_IsRefused()
    {
        var other = DrawSchedule.For(
            ByArea(Rate(PayerLayer.City, 50m)), Year, Inputs(Parcel("A", 3m), Parcel("B", 2m))).Schedule!;
        var log = ScheduleLog.Resume(other, Walked(1).Entries);
        var outcome = log.Take(new StepRequest(
            ScheduleStep.Review, ScheduleRole.Department, "actor 1", Start.AddDays(1), "", []));
        Assert.Contains("not those submitted", outcome.Refusal!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_SameActorTwice_IsRefused()
    {
        var outcome = Walked(1).Take(new StepRequest(
            ScheduleStep.Review, ScheduleRole.Department, "actor 0", Start.AddDays(1), "", []));
        Assert.False(outcome.IsTaken);
        Assert.Contains("earlier step", outcome.Refusal!.Value.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, ScheduleStep.Review, ScheduleRole.Department)]
    [InlineData(1, ScheduleStep.Review, ScheduleRole.Officer)]
    [InlineData(2, ScheduleStep.Issue, ScheduleRole.FinanceLeader)]
    [InlineData(4, ScheduleStep.Issue, ScheduleRole.Treasury)]
    [InlineData(5, ScheduleStep.Void, ScheduleRole.Finance)]
    public void Take_WrongStepOrRole_IsRefused(int taken, ScheduleStep step, ScheduleRole role)
    {
        var request = new StepRequest(step, role, "another", Start.AddDays(60), "文号", []);
        Assert.False(Walked(taken).Take(request).IsTaken);
    }

    [Fact]
    public void Take_IssueWithinNotice_IsRefused() => Assert.False(Walked(4).Take(new StepRequest(
        ScheduleStep.Issue, ScheduleRole.FinanceLeader, "leader", Start.AddDays(9), "文号", [])).IsTaken);

    [Fact]
    public void Take_IssueOfUnverifiedScheme_IsRefused()
    {
        var scheme = ByArea(Rate(PayerLayer.City, 50m)) with { Status = SchemeStatus.Unverified };
        var log = Walked(4, DrawSchedule.For(scheme, Year, Inputs(Parcel("A", 1m))).Schedule!);
        var outcome = log.Take(new StepRequest(
            ScheduleStep.Issue, ScheduleRole.FinanceLeader, "leader", Start.AddDays(30), "文号", []));
        Assert.Contains("unverified", outcome.Refusal!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_Objection_SuspendsTheLineAndKeepsIt()
    {
        var request = new StepRequest(
            ScheduleStep.Contest, ScheduleRole.Notary, "villager", Start.AddDays(4), "面积有误",
            ["T-SCHEME:2019:000001"]);
        var log = Walked(4).Take(request).Log!;
        Assert.Equal("T-SCHEME:2019:000001", Assert.Single(log.Suspended));
        Assert.Equal("100.00", log.Payable.ToString());
        var settled = log.Take(request with
        {
            Step = ScheduleStep.Settle,
            Role = ScheduleRole.Department,
            At = Start.AddDays(5),
        }).Log!;
        Assert.Empty(settled.Suspended);
        Assert.Equal("150.00", settled.Payable.ToString());
        Assert.False(Walked(4).Take(request with { Lines = ["T-SCHEME:2019:000009"] }).IsTaken);
    }

    [Fact]
    public void FirstBroken_EntryMovedRemovedOrChanged_IsFound()
    {
        var entries = Walked(Way.Length).Entries;
        Assert.Null(ScheduleLog.FirstBroken(entries));
        Assert.Equal(2, ScheduleLog.FirstBroken([entries[0], .. entries[2..]]));
        Assert.Equal(1, ScheduleLog.FirstBroken([entries[1], entries[0]]));
        Assert.Equal(3, ScheduleLog.FirstBroken(entries.SetItem(1, entries[1] with { Actor = "forger" })));
        Assert.Throws<ArgumentException>(() => ScheduleLog.Resume(Drawn(), entries.RemoveAt(0)));
    }

    [Fact]
    public void MayMove_PaidPayment_GoesNowhere()
    {
        Assert.All(Enum.GetValues<PaymentStage>(), to =>
            Assert.False(PaymentStages.MayMove(PaymentStage.Paid, to)));
        Assert.True(PaymentStages.MayMove(PaymentStage.Paying, PaymentStage.ToCorrect));
        Assert.False(PaymentStages.MayMove(PaymentStage.ToSubmit, PaymentStage.Paid));
    }

    [Fact]
    public void Of_AnySchedule_JournalBalances()
    {
        var transactions = Journal.Of(Drawn(), Year.LastDay);
        Assert.Equal(2, transactions.Length);
        Assert.All(transactions, transaction => Assert.Equal(0m, transaction.Residual));
        Assert.Equal(
            "payee:420116:T-SCHEME payer:city:T-SCHEME", string.Join(' ', Journal.Accounts(transactions)));
    }

    private static ScheduleLog Moved(ScheduleLog log, int stages)
    {
        foreach (var (stage, role) in Payment[..stages])
        {
            var outcome = log.Take(Request(ScheduleStep.Move, role) with { Stage = stage });
            Assert.True(outcome.IsTaken, outcome.Refusal?.English);
            log = outcome.Log;
        }
        return log;
    }

    private static StepRequest Request(ScheduleStep step, ScheduleRole role) =>
        new(step, role, $"payer {role}", Start.AddDays(20), "", []);

    private static ScheduleLog Walked(int steps) => Walked(steps, Drawn());

    private static ScheduleLog Walked(int steps, Schedule schedule)
    {
        var log = ScheduleLog.Begin(schedule);
        for (int index = 0; index < steps; index++)
        {
            var (step, role, day) = Way[index];
            var outcome = log.Take(new StepRequest(
                step, role, $"actor {index}", Start.AddDays(day), "武财〔2020〕1号", []));
            Assert.True(outcome.IsTaken, outcome.Refusal?.English);
            log = outcome.Log;
        }
        return log;
    }

    private static Schedule Drawn() => DrawSchedule.For(
        ByArea(Rate(PayerLayer.City, 50m)), Year, Inputs(Parcel("A", 1m), Parcel("B", 2m))).Schedule!;
}
