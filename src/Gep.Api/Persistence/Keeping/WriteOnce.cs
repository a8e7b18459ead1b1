using Gep.Api.Persistence.Rows;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>
/// Makes a write once for its key: the write, its answer and its entry in the audit log are there together or
/// not at all, and a repetition gets the first answer.
/// </summary>
internal static class WriteOnce
{
    /// <summary>Makes the write, or gives its first answer.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The write.</param>
    /// <param name="action">What is done, for the audit log.</param>
    /// <param name="write">
    /// Writes within the transaction of the context; null takes everything back and keeps no answer.
    /// </param>
    public static WriteAnswer Run(
        Store store, WriteKey key, string action, Func<StoreContext, WriteResult?> write)
    {
        using var context = store.NewContext();
        using var transaction = context.Database.BeginTransaction();
        Lock(context, $"key\t{key.Actor}\t{key.Key}");
        var first = context.WriteKeys.AsNoTracking()
            .FirstOrDefault(row => row.Actor == key.Actor && row.Key == key.Key);
        if (first is not null)
        {
            bool isSame = first.RequestHash == key.RequestHash && first.Action == action;
            return isSame
                ? new WriteAnswer(WriteStatus.Repeated, first.Answer)
                : new WriteAnswer(WriteStatus.KeyReused, null);
        }
        if (write(context) is not { } result) return new WriteAnswer(WriteStatus.Refused, null);
        context.WriteKeys.Add(new WriteKeyRow
        {
            Actor = key.Actor,
            Key = key.Key,
            RequestHash = key.RequestHash,
            Action = action,
            Answer = result.Answer,
            RecordedAt = AuditLog.Now(),
        });
        context.SaveChanges();
        if (result.Subject is not null) AuditLog.Append(context, key.Actor, action, result.Subject);
        transaction.Commit();
        return new WriteAnswer(WriteStatus.Made, result.Answer);
    }

    /// <summary>Lets one transaction at a time speak of a subject.</summary>
    public static void Lock(StoreContext context, string subject) =>
        context.Database.ExecuteSql($"select pg_advisory_xact_lock(hashtextextended({subject}, 0))");
}
