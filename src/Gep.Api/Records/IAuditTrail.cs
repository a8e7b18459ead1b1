namespace Gep.Api.Records;

/// <summary>One write, as the audit log has it.</summary>
/// <param name="Number">Its number, from 1 without gaps.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what.</param>
/// <param name="Hash">SHA-256 over this entry and the one before.</param>
internal sealed record AuditRecord(
    long Number, DateTimeOffset RecordedAt, string Actor, string Action, string Subject, string Hash);

/// <summary>Every write, each entry carrying the hash of the one before.</summary>
internal interface IAuditTrail
{
    /// <summary>Entries after a number, oldest first.</summary>
    IReadOnlyList<AuditRecord> Read(long after, int count);

    /// <summary>The first entry that does not follow from the one before; null when all do.</summary>
    long? FindBreak();
}
