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

    internal static ScheduleDraft Drawn(Schedule schedule) => new(schedule, schedule.Problems);

    internal static ScheduleDraft Refused(ImmutableArray<AccountingProblem> problems)
    {
        if (problems.All(problem => problem.Severity != ProblemSeverity.Refusal))
            throw new ArgumentException("A refusal needs a reason.", nameof(problems));
        return new ScheduleDraft(null, problems);
    }
}
