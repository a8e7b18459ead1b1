using System.Globalization;
using Gep.Api.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gep.Api.Persistence.Writing;

/// <summary>One step that somebody takes with a schedule.</summary>
/// <param name="Status">Status after it.</param>
/// <param name="Actor">Who.</param>
/// <param name="Role">In which role.</param>
/// <param name="Note">Why; may be empty.</param>
internal sealed record WorkflowStep(string Status, string Actor, string Role, string Note);

/// <summary>The steps of a schedule, each with the hash of the one before.</summary>
internal static class WorkflowLog
{
    /// <summary>
    /// Takes a step after the one that its author saw. False when somebody else was faster; nothing is
    /// written then.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="scheduleId">The schedule.</param>
    /// <param name="lastSeen">Number of the last step that the author saw; 0 when there was none.</param>
    /// <param name="step">The step.</param>
    public static bool TryAppend(Store store, long scheduleId, int lastSeen, WorkflowStep step)
    {
        using var context = store.NewContext();
        using var transaction = context.Database.BeginTransaction();
        var last = context.WorkflowEntries.AsNoTracking().Where(entry => entry.ScheduleId == scheduleId)
            .OrderByDescending(entry => entry.Number).FirstOrDefault();
        if ((last?.Number ?? 0) != lastSeen) return false;
        var now = AuditLog.Now();
        string before = last?.Hash ?? "";
        string number = (lastSeen + 1).ToString(CultureInfo.InvariantCulture);
        string schedule = scheduleId.ToString(CultureInfo.InvariantCulture);
        context.WorkflowEntries.Add(new WorkflowEntryRow
        {
            ScheduleId = scheduleId,
            Number = lastSeen + 1,
            Status = step.Status,
            Actor = step.Actor,
            Role = step.Role,
            Note = step.Note,
            RecordedAt = now,
            PreviousHash = before,
            Hash = AuditLog.Chain(before, schedule, number, step.Status, step.Actor, step.Role, step.Note,
                AuditLog.Text(now)),
        });
        try
        {
            context.SaveChanges();
            AuditLog.Append(context, step.Actor, $"schedule-{step.Status}", $"schedule {schedule}");
            transaction.Commit();
            return true;
        }
        catch (DbUpdateException taken)
            when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }
}
