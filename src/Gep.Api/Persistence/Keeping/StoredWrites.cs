using Gep.Api.Dossiers;
using Gep.Api.Persistence.Rows;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Writes of the service in the store: what is written, its answer and its audit entry in one
/// transaction.</summary>
internal sealed class StoredWrites(Store store, long workspaceId) : IWriteBook
{
    /// <inheritdoc/>
    public WriteAnswer Once(WriteKey key, string action, Func<IWriteScope, WriteResult?> write) =>
        StoreUnavailableException.Tell(() =>
            WriteOnce.Run(store, key, action, context => write(new Scope(context, workspaceId))));

    private sealed class Scope(StoreContext context, long workspaceId) : IWriteScope
    {
        public IScheduleStore SchedulesIn(string folder) => new StoredSchedules(context, workspaceId);

        public IReadOnlyList<ServiceRecord> RecordsOf(string kind, string subject) =>
            StoredRecords.ReadLocked(context, workspaceId, kind, subject);

        public long AddRun(RunRequest request)
        {
            var row = new ServiceRunRow
            {
                WorkspaceId = workspaceId,
                Kind = request.Kind,
                Year = request.Year,
                Variant = request.Variant,
                Snapshot = request.Snapshot,
                Actor = request.StartedBy,
                RecordedAt = AuditLog.Now(),
            };
            context.ServiceRuns.Add(row);
            context.SaveChanges();
            return row.Id;
        }
    }
}
