using System.Collections.Immutable;
using System.Text;
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
        (ScheduleStep.Pay, ScheduleRole.Treasury, 11),
    ];

    [Fact]
    public void Take_WholeWay_EndsPaid()
    {
        var log = Walked(Way.Length);
        Assert.Equal(ScheduleStatus.Paid, log.Status);
        Assert.Equal(6, log.Entries.Length);
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
    [InlineData(6, ScheduleStep.Pay, ScheduleRole.Treasury)]
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
            Step = ScheduleStep.Settle, Role = ScheduleRole.Department, At = Start.AddDays(5),
        }).Log!;
        Assert.Empty(settled.Suspended);
        Assert.Equal("150.00", settled.Payable.ToString());
        Assert.False(Walked(4).Take(request with { Lines = ["T-SCHEME:2019:000009"] }).IsTaken);
    }

    [Fact]
    public void FirstBroken_AnyByteOfAPastEntry_IsFound()
    {
        string[] lines = [.. Walked(Way.Length).Entries.Select(entry => entry.ToString())];
        Assert.Null(ScheduleLog.FirstBroken(lines));
        for (int line = 0; line < lines.Length; line++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(lines[line]);
            for (int index = 0; index < bytes.Length; index++)
            {
                byte[] changed = [.. bytes];
                changed[index] ^= 1;
                string[] forged = [.. lines];
                forged[line] = Encoding.UTF8.GetString(changed);
                Assert.NotNull(ScheduleLog.FirstBroken(forged));
            }
        }
        Assert.Equal(2, ScheduleLog.FirstBroken([lines[0], .. lines[2..]]));
        Assert.Equal(1, ScheduleLog.FirstBroken([lines[1], lines[0]]));
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
