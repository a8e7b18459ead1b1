using System.Collections.Immutable;
using Gep.Api.Dossiers;
using Gep.Api.Persistence.Writing;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Logs of schedules in the tables; each method is kept when it returns.</summary>
/// <param name="store">The store.</param>
/// <param name="workspaceId">The workspace's number.</param>
internal sealed class KeptSchedules(Store store, long workspaceId) : IScheduleStore
{
    /// <inheritdoc/>
    public ImmutableArray<ScheduleKey> Keys()
    {
        using var context = store.NewContext();
        return new StoredSchedules(context, workspaceId).Keys();
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntries> ReadEntries(IReadOnlyList<ScheduleKey> keys)
    {
        using var context = store.NewContext();
        return new StoredSchedules(context, workspaceId).ReadEntries(keys);
    }

    /// <inheritdoc/>
    public bool TryAppend(ScheduleKey key, int known, string entry)
    {
        using var context = store.NewContext();
        using var transaction = context.Database.BeginTransaction();
        if (!new StoredSchedules(context, workspaceId).TryAppend(key, known, entry)) return false;
        var read = EntryJson.Read(entry)!;
        AuditLog.Append(context, read.Actor, DossierText.StepAction, DossierText.SubjectOf(read));
        transaction.Commit();
        return true;
    }

    /// <inheritdoc/>
    public string? FindContent(ScheduleKey key, string fingerprint)
    {
        using var context = store.NewContext();
        return new StoredSchedules(context, workspaceId).FindContent(key, fingerprint);
    }

    /// <inheritdoc/>
    public void KeepContent(ScheduleKey key, string fingerprint, string content)
    {
        using var context = store.NewContext();
        new StoredSchedules(context, workspaceId).KeepContent(key, fingerprint, content);
    }
}
