using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gep.Api.Persistence.Rows;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Claims and readings in the store.</summary>
internal sealed class StoredRecords(Store store, long workspaceId) : IRecordBook
{
    /// <inheritdoc/>
    public IReadOnlyList<ServiceRecord> List(string kind)
    {
        using var context = store.NewContext();
        return Read(context, workspaceId, kind, null);
    }

    /// <inheritdoc/>
    public RecordAnswer Append(
        string kind, string subject, WriteKey key, Func<IReadOnlyList<ServiceRecord>, string?> bodyAfter)
    {
        var written = WriteOnce.Run(store, key, $"{kind}-recorded", context =>
        {
            if (bodyAfter(ReadLocked(context, workspaceId, kind, subject)) is not { } body) return null;
            var row = new ServiceRecordRow
            {
                WorkspaceId = workspaceId,
                Kind = kind,
                Subject = subject,
                Body = body,
                Actor = key.Actor,
                RecordedAt = AuditLog.Now(),
            };
            context.ServiceRecords.Add(row);
            context.SaveChanges();
            string number = row.Id.ToString(CultureInfo.InvariantCulture);
            return new WriteResult(number, $"{kind} {number} {subject}");
        });
        return new RecordAnswer(
            written.Status, written.Answer is null ? null : JsonSerializer.Deserialize<long>(written.Answer));
    }

    /// <summary>
    /// The records of a kind and subject, to which only the transaction of the context adds until it is over.
    /// </summary>
    public static IReadOnlyList<ServiceRecord> ReadLocked(
        StoreContext context, long workspaceId, string kind, string subject)
    {
        WriteOnce.Lock(context, $"{kind}\t{subject}");
        return Read(context, workspaceId, kind, subject);
    }

    private static ImmutableArray<ServiceRecord> Read(
        StoreContext context, long workspaceId, string kind, string? subject) =>
    [
        .. context.ServiceRecords.AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.Kind == kind
                && (subject == null || row.Subject == subject))
            .OrderBy(row => row.Id).AsEnumerable()
            .Select(row => new ServiceRecord(
                row.Id, row.Kind, row.Subject, row.Body, row.Actor,
                new(row.RecordedAt.ToUniversalTime()))),
    ];
}
