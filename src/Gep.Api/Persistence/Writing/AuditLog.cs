using System.Globalization;
using System.Security.Cryptography;
using Gep.Api.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Writing;

/// <summary>
/// The audit log: every write with who and when, each entry carrying the hash of the one before, so that an
/// entry that was changed or taken out breaks the chain.
/// </summary>
internal static class AuditLog
{
    /// <summary>Number of the lock that keeps the numbers without gaps; any number, always this.</summary>
    private const long ChainLock = 4490003;

    /// <summary>The hash before the first entry.</summary>
    private static readonly string Origin = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>
    /// Adds an entry; call last in the transaction that writes what it speaks of. A clock that was set back
    /// puts no entry before the one that it follows.
    /// </summary>
    public static void Append(StoreContext context, string actor, string action, string subject)
    {
        context.Database.ExecuteSql($"select pg_advisory_xact_lock({ChainLock})");
        var last = context.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.Hash, entry.RecordedAt }).FirstOrDefault();
        var now = Now();
        var entry = new AuditEntryRow
        {
            Number = (last?.Number ?? 0) + 1,
            RecordedAt = last is null || last.RecordedAt <= now ? now : last.RecordedAt,
            Actor = actor,
            Action = action,
            Subject = subject,
            PreviousHash = last?.Hash ?? Origin,
            Hash = "",
        };
        entry.Hash = HashOf(entry);
        context.AuditEntries.Add(entry);
        context.SaveChanges();
    }

    /// <summary>First entry that does not follow from the one before; null when all do.</summary>
    public static long? FindBreak(StoreContext context)
    {
        string before = Origin;
        long number = 0;
        foreach (var entry in context.AuditEntries.AsNoTracking().OrderBy(entry => entry.Number))
        {
            number++;
            if (entry.Number != number || entry.PreviousHash != before || entry.Hash != HashOf(entry))
                return number;
            before = entry.Hash;
        }
        return null;
    }

    /// <summary>The time in whole microseconds, as the database keeps it.</summary>
    public static DateTime Now()
    {
        var now = DateTime.UtcNow;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>SHA-256 over texts that cannot run into each other, lower-case hex.</summary>
    public static string Chain(params string[] texts) => Convert.ToHexStringLower(SHA256.HashData(
        LayerContent.Written(json =>
        {
            json.WriteStartArray();
            foreach (string text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        })));

    /// <summary>A time as it goes into a hash.</summary>
    public static string Text(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private static string HashOf(AuditEntryRow entry) => Chain(
        entry.PreviousHash, entry.Number.ToString(CultureInfo.InvariantCulture), Text(entry.RecordedAt),
        entry.Actor, entry.Action, entry.Subject);
}
