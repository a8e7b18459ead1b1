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
    public ScheduleStatus Status => Entries.Aggregate(
        ScheduleStatus.Draft, (status, entry) => StepRules.TargetOf(entry.Step) ?? status);

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

    /// <summary>The log of a schedule nobody has looked at.</summary>
    public static ScheduleLog Begin(Schedule schedule, int noticeDays = NoticeDaysDefault) =>
        new(schedule, noticeDays, []);

    /// <summary>The log with the step, or why it is refused.</summary>
    public StepOutcome Take(StepRequest request)
    {
        if (Refusal(request) is { } refusal) return refusal;
        var entry = new ScheduleEntry(
            Entries.Length + 1, $"{schedule.Scheme}:{schedule.Year}", ScheduleFingerprint.Of(schedule),
                request.Step,
            request.Role, request.Actor, request.At, request.Note, request.Lines,
            Entries.IsEmpty ? "" : Entries[^1].Hash);
        return StepOutcome.Taken(new ScheduleLog(schedule, noticeDays, Entries.Add(entry)));
    }

    /// <summary>
    /// The number of the first line of a stored log that was changed, moved or removed; null when all hold.
    /// </summary>
    public static int? FirstBroken(IReadOnlyList<string> lines)
    {
        string previous = "";
        for (int index = 0; index < lines.Count; index++)
        {
            int cut = lines[index].LastIndexOf('\t');
            if (cut < 0) return index + 1;
            string body = lines[index][..cut], hash = lines[index][(cut + 1)..];
            bool isChained = body.EndsWith("\t" + previous, StringComparison.Ordinal)
                && body.StartsWith(System.FormattableString.Invariant($"{index + 1}\t"),
                    StringComparison.Ordinal);
            byte[] expected =
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body));
            if (!isChained || hash != Convert.ToHexStringLower(expected)) return index + 1;
            previous = hash;
        }
        return null;
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
        if (Entries.Length > 0 && at < Entries[^1].At)
            return StepOutcome.Refused("时间早于上一环节。", "The step lies before the one before it.");
        bool isSame =
            Round().Any(entry => entry.Actor == request.Actor && StepRules.TargetOf(entry.Step) is not null);
        if (isSame && StepRules.TargetOf(step) is not null)
            return StepOutcome.Refused("同一人不得经手两个环节。",
                $"{request.Actor} took an earlier step already.");
        if (StepRules.NeedsNote(step) && string.IsNullOrWhiteSpace(request.Note))
            return StepOutcome.Refused("须填写文号或理由。", "A document number or a reason is needed.");
        return step switch
        {
            ScheduleStep.Issue => IssueRefusal(at),
            ScheduleStep.Contest or ScheduleStep.Settle => LineRefusal(request.Lines),
            ScheduleStep.Submit or ScheduleStep.Review or ScheduleStep.Approve or ScheduleStep.Notice
                or ScheduleStep.Pay or ScheduleStep.Return or ScheduleStep.Void => null,
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
        var notice = Round().Last(entry => entry.Step == ScheduleStep.Notice);
        return at < notice.At.AddDays(noticeDays)
            ? StepOutcome.Refused($"公示未满 {noticeDays} 日。",
                $"The notice has not lasted {noticeDays} days.")
            : null;
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
