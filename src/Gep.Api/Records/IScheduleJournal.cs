using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;

namespace Gep.Api.Records;

/// <summary>
/// The steps of schedules on their way to payment. A schedule is known by its lines: one that was drawn
/// again with other lines begins anew, one with the same lines goes on.
/// </summary>
internal interface IScheduleJournal
{
    /// <summary>The log of a schedule; without entries when nobody has looked at it.</summary>
    ScheduleLog Read(Schedule schedule);

    /// <summary>
    /// Takes a step after the one that its author saw, whole or not at all. Of two at the same moment one is
    /// taken, the other is told that it was overtaken.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="request">The step; its time is set back to that of the entry before, never before it.</param>
    /// <param name="lastSeen">Number of the last entry that the author saw; 0 for none.</param>
    /// <param name="key">The write.</param>
    StepAnswer Take(Schedule schedule, StepRequest request, int lastSeen, WriteKey key);
}
