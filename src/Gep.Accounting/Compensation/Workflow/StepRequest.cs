using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>A step that somebody wants to take.</summary>
/// <param name="Step">The step.</param>
/// <param name="Role">Role in which.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
/// <param name="Note">Document number for an issue, reason for a return or objection.</param>
/// <param name="Lines">Lines of an objection; empty otherwise.</param>
public sealed record StepRequest(
    ScheduleStep Step,
    ScheduleRole Role,
    string Actor,
    DateTimeOffset At,
    string Note,
    ImmutableArray<string> Lines)
{
    /// <summary>Stage that payments reach; null for any step but <see cref="ScheduleStep.Move"/>.</summary>
    public PaymentStage? Stage { get; init; }

    /// <summary>When the step is entered; null where that is when it is taken.</summary>
    public DateTimeOffset? EnteredAt { get; init; }
}
