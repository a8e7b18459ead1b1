using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>The steps of a schedule from draft to paid: append-only, hash-chained, duties
/// separated.</summary>
/// <remarks>
/// Each step has its role and needs another actor than every step before it; an issue needs the days of
/// notice, a
/// document number and no unverified parameter. A line with an open objection is suspended, never
/// deleted.<br/>
/// Source: [COMPENSATION] §4.11, §5.4.
/// </remarks>
public sealed class ScheduleLog
{
    /// <summary>Days of public notice that the towns of the sources keep at least ([COMPENSATION]
    /// §4.11).</summary>
    public const int NoticeDaysDefault = 7;

    private static readonly ImmutableHashSet<AccountingProblemCode> Blocking =
    [
        AccountingProblemCode.SchemeUnverified, AccountingProblemCode.RateUnverified,
        AccountingProblemCode.PayerSplitUnknown, AccountingProblemCode.StackingUndetermined,
    ];

    private readonly Schedule schedule;
    private readonly int noticeDays;

    private ScheduleLog(Schedule schedule, int noticeDays, ImmutableArray<ScheduleEntry> entries) =>
        (this.schedule, this.noticeDays, Entries) = (schedule, noticeDays, entries);

    /// <summary>The entries, in order.</summary>
    public ImmutableArray<ScheduleEntry> Entries { get; }

    /// <summary>How far the schedule has come.</summary>
    public ScheduleStatus Status => StatusAfter(Entries);

    /// <summary>Ids of the lines with an open objection, in order.</summary>
    public ImmutableArray<string> Suspended
    {
        get
        {
            var open = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var entry in Entries)
            {
                if (entry.Step == ScheduleStep.Contest) open.UnionWith(entry.Lines);
                if (entry.Step == ScheduleStep.Settle) open.ExceptWith(entry.Lines);
            }
            return [.. open];
        }
    }

    /// <summary>What may be paid: the total less the suspended lines.</summary>
    public Money Payable => schedule.Lines
        .Where(line => !Suspended.Contains(line.Id))
        .Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    /// <summary>From when the notice of this round has lasted its days; null before it began.</summary>
    public DateTimeOffset? NoticeEnds =>
        Round().LastOrDefault(entry => entry.Step == ScheduleStep.Notice)?.At.AddDays(noticeDays);

    /// <summary>How far the payment of each line has come.</summary>
    public IReadOnlyDictionary<string, PaymentStage> Stages => PaymentStages.After(schedule, Entries);

    /// <summary>How far a schedule has come by its entries.</summary>
    public static ScheduleStatus StatusAfter(ImmutableArray<ScheduleEntry> entries) => entries.Aggregate(
        ScheduleStatus.Draft, (status, entry) => StepRules.TargetOf(entry.Step) ?? status);

    /// <summary>The log of a schedule nobody has looked at.</summary>
    public static ScheduleLog Begin(Schedule schedule, int noticeDays = NoticeDaysDefault) =>
        new(schedule, noticeDays, []);

    /// <summary>The log as far as it was kept; throws where the entries are no chain.</summary>
    public static ScheduleLog Resume(
        Schedule schedule, ImmutableArray<ScheduleEntry> entries, int noticeDays = NoticeDaysDefault) =>
        FirstBroken(entries) is { } broken
            ? throw new ArgumentException($"Entry {broken} breaks the chain.", nameof(entries))
            : new ScheduleLog(schedule, noticeDays, entries);

    /// <summary>
    /// The number of the first entry that is not where the chain has it; null when all hold. Whether an entry
    /// itself was changed shows when its hash is held against the one kept with it.
    /// </summary>
    public static int? FirstBroken(ImmutableArray<ScheduleEntry> entries)
    {
        string previous = "";
        for (int index = 0; index < entries.Length; index++)
        {
            if (entries[index].Sequence != index + 1 || entries[index].PreviousHash != previous)
                return index + 1;
            previous = entries[index].Hash;
        }
        return null;
    }

    /// <summary>The log with the step, or why it is refused.</summary>
    public StepOutcome Take(StepRequest request)
    {
        if (Refusal(request) is { } refusal) return refusal;
        var entry = new ScheduleEntry(
            Entries.Length + 1, $"{schedule.Scheme}:{schedule.Year}", ScheduleFingerprint.Of(schedule),
            request.Step, request.Role, request.Actor, request.At, request.EnteredAt ?? request.At,
                request.Note,
            request.Stage, request.Lines, Entries.IsEmpty ? "" : Entries[^1].Hash);
        return StepOutcome.Taken(new ScheduleLog(schedule, noticeDays, Entries.Add(entry)));
    }

    private StepOutcome? Refusal(StepRequest request)
    {
        var (step, at) = (request.Step, request.At);
        if (!StepRules.MayFollow(Status, step))
            return StepOutcome.Refused($"当前状态 {Status} 不能执行 {step}。",
                $"{step} cannot follow {Status}.");
        if (StepRules.RoleOf(step) is { } role && role != request.Role)
            return StepOutcome.Refused($"{step} 须由 {role} 执行。",
                $"{step} is for {role}, not {request.Role}.");
        if (string.IsNullOrWhiteSpace(request.Actor))
            return StepOutcome.Refused("须注明经手人。", "Somebody must take the step.");
        if (request.EnteredAt < at)
            return StepOutcome.Refused("不得登记尚未发生的环节。", "The step lies in the future.");
        if (Entries.Length > 0 && at < Entries[^1].At)
            return StepOutcome.Refused("时间早于上一环节。", "The step lies before the one before it.");
        bool isSame =
            Round().Any(entry => entry.Actor == request.Actor && StepRules.TargetOf(entry.Step) is not null);
        if (isSame && StepRules.TargetOf(step) is not null)
            return StepOutcome.Refused("同一人不得经手两个环节。",
                $"{request.Actor} took an earlier step already.");
        if (StepRules.NeedsNote(step) && string.IsNullOrWhiteSpace(request.Note))
            return StepOutcome.Refused("须填写文号或理由。", "A document number or a reason is needed.");
        bool isOther = Round().Any() && Entries[^1].ContentHash != ScheduleFingerprint.Of(schedule);
        if (isOther && step is not (ScheduleStep.Return or ScheduleStep.Void))
            return StepOutcome.Refused("内容与提交时不同，请先退回草案。",
                "The lines are not those submitted; return it to a draft first.");
        return step switch
        {
            ScheduleStep.Move => MoveRefusal(request),
            ScheduleStep.Pay => PayRefusal(),
            ScheduleStep.Issue => IssueRefusal(at),
            ScheduleStep.Contest or ScheduleStep.Settle => LineRefusal(request.Lines),
            ScheduleStep.Submit or ScheduleStep.Review or ScheduleStep.Approve or ScheduleStep.Notice
                or ScheduleStep.Return or ScheduleStep.Void => null,
        };
    }

    private StepOutcome? IssueRefusal(DateTimeOffset at)
    {
        var unverified = schedule.Problems.FirstOrDefault(problem => Blocking.Contains(problem.Code));
        if (unverified is not null)
        {
            return StepOutcome.Refused(
                $"含未核实参数，不得下达：{unverified.Text.Chinese}",
                    $"Not to be issued: {unverified.Text.English}");
        }
        return at < NoticeEnds
            ? StepOutcome.Refused($"公示未满 {noticeDays} 日。",
                $"The notice has not lasted {noticeDays} days.")
            : null;
    }

    private StepOutcome? MoveRefusal(StepRequest request)
    {
        if (request.Stage is not { } to)
            return StepOutcome.Refused("须注明支付环节。", "Name the stage that payments reach.");
        if (!PaymentStages.RolesFor(to).Contains(request.Role))
            return StepOutcome.Refused($"{request.Role} 不能将支付转为 {to}。",
                $"{to} is not for {request.Role} to enter.");
        var movable = PaymentStages.Movable(schedule, Stages, Suspended.ToHashSet(), to, request.Lines);
        bool isWhole = request.Lines.IsEmpty ? movable.Length > 0 : movable.Length == request.Lines.Length;
        return isWhole
            ? null
            : StepOutcome.Refused($"所列支付行不能转为 {to}（已暂停，或环节不符）。",
                $"Not every line may move to {to}: it is suspended, unknown, or not at the stage before.");
    }

    private StepOutcome? PayRefusal()
    {
        var stages = Stages;
        int open = schedule.Lines.Count(line => stages[line.Id] != PaymentStage.Paid);
        return open == 0
            ? null
            : StepOutcome.Refused($"尚有 {open} 行未发放。", $"{open} lines have not been paid.");
    }

    private StepOutcome? LineRefusal(ImmutableArray<string> lines)
    {
        bool isKnown = lines.Length > 0 && lines.All(id => schedule.Lines.Any(line => line.Id == id));
        return isKnown
            ? null
            : StepOutcome.Refused("须指明本表中的支付行。", "An objection names lines of the schedule.");
    }

    /// <summary>The entries since the schedule was last a draft.</summary>
    private IEnumerable<ScheduleEntry> Round()
    {
        int start = Entries.Length;
        while (start > 0 && Entries[start - 1].Step != ScheduleStep.Return) start--;
        return Entries.Skip(start);
    }
}
