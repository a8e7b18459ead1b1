using System.Diagnostics.CodeAnalysis;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>The log after a step, or why the step was refused.</summary>
public sealed record StepOutcome
{
    private StepOutcome(ScheduleLog? log, BilingualText? refusal) => (Log, Refusal) = (log, refusal);

    /// <summary>Whether the step was taken.</summary>
    [MemberNotNullWhen(true, nameof(Log))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsTaken => Log is not null;

    /// <summary>The log with its new entry; null when refused.</summary>
    public ScheduleLog? Log { get; }

    /// <summary>Why not, and what to do; null when taken.</summary>
    public BilingualText? Refusal { get; }

    internal static StepOutcome Taken(ScheduleLog log) => new(log, null);

    internal static StepOutcome Refused(string chinese, string english) => new(null, new(chinese, english));
}
