using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>A schedule, or the reasons why none could be drawn.</summary>
public sealed record ScheduleDraft
{
    private ScheduleDraft(Schedule? schedule, ImmutableArray<AccountingProblem> problems) =>
        (Schedule, Problems) = (schedule, problems);

    /// <summary>Whether there is a schedule.</summary>
    [MemberNotNullWhen(true, nameof(Schedule))]
    public bool IsDrawn => Schedule is not null;

    /// <summary>The schedule; null when it was refused.</summary>
    public Schedule? Schedule { get; }

    /// <summary>
    /// All problems: those of the schedule, or those that refuse it and what else was seen.
    /// </summary>
    public ImmutableArray<AccountingProblem> Problems { get; }

    /// <summary>The draft with lines and problems replaced, one for one: what a reader may see.</summary>
    public ScheduleDraft As(ImmutableArray<PaymentLine> lines, ImmutableArray<AccountingProblem> problems)
    {
        if (lines.Length != (Schedule?.Lines.Length ?? 0) || problems.Length != Problems.Length)
            throw new ArgumentException("Each line and each problem is replaced.", nameof(lines));
        return new ScheduleDraft(
            Schedule is null ? null : Schedule with { Lines = lines, Problems = problems }, problems);
    }

    internal static ScheduleDraft Drawn(Schedule schedule) => new(schedule, schedule.Problems);

    internal static ScheduleDraft Refused(ImmutableArray<AccountingProblem> problems)
    {
        if (problems.All(problem => problem.Severity != ProblemSeverity.Refusal))
            throw new ArgumentException("A refusal needs a reason.", nameof(problems));
        return new ScheduleDraft(null, problems);
    }
}
