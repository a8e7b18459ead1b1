using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>The audit log of the store.</summary>
internal sealed class StoredAudit(Store store) : IAuditTrail
{
    /// <inheritdoc/>
    public IReadOnlyList<AuditRecord> Read(long after, int count)
    {
        using var context = store.NewContext();
        return
        [
            .. context.AuditEntries.AsNoTracking().Where(row => row.Number > after)
                .OrderBy(row => row.Number).Take(count).AsEnumerable()
                .Select(row => new AuditRecord(
                    row.Number, new(row.RecordedAt.ToUniversalTime()), row.Actor, row.Action, row.Subject,
                    row.Hash)),
        ];
    }

    /// <inheritdoc/>
    public long? FindBreak()
    {
        using var context = store.NewContext();
        return AuditLog.FindBreak(context);
    }
}
