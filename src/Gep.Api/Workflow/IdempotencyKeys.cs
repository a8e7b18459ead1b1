using System.Collections.Concurrent;
using Gep.Api.Dossiers;
using Gep.Api.Records;

namespace Gep.Api.Workflow;

/// <summary>First answers in memory, of a service without a database: they end with it.</summary>
/// <param name="schedules">The logs of schedules for a folder of dossiers.</param>
/// <param name="runs">Where runs are added.</param>
internal sealed class IdempotencyKeys(Func<string, IScheduleStore> schedules, RunsInMemory runs)
    : IWriteBook, IWriteScope
{
    private const int KeptMax = 10_000;

    private readonly ConcurrentDictionary<(string Actor, string Key), Entry> entries = new();

    /// <inheritdoc/>
    public IScheduleStore SchedulesIn(string folder) => schedules(folder);

    /// <inheritdoc/>
    public IReadOnlyList<ServiceRecord> RecordsOf(string kind, string subject) => [];

    /// <inheritdoc/>
    public long AddRun(RunRequest request) => runs.Add(request);

    /// <inheritdoc/>
    public WriteAnswer Once(WriteKey key, string action, Func<IWriteScope, WriteResult?> write)
    {
        var place = (key.Actor, key.Key);
        if (entries.Count >= KeptMax && !entries.ContainsKey(place)) Forget();
        var made = new Entry(key.RequestHash, action, new Lazy<WriteResult?>(() => write(this)));
        var entry = entries.GetOrAdd(place, made);
        if (entry.RequestHash != key.RequestHash || entry.Action != action)
            return new WriteAnswer(WriteStatus.KeyReused, null);
        WriteResult? result = null;
        try
        {
            result = entry.Result.Value;
        }
        finally
        {
            if (result is null) entries.TryRemove(KeyValuePair.Create(place, entry));
        }
        if (result is null) return new WriteAnswer(WriteStatus.Refused, null);
        return new WriteAnswer(
            ReferenceEquals(entry, made) ? WriteStatus.Made : WriteStatus.Repeated, result.Answer);
    }

    /// <summary>Makes room: a key as old as ten thousand others is not repeated.</summary>
    private void Forget()
    {
        foreach (var key in entries.OrderBy(entry => entry.Value.Since).Take(KeptMax / 2).Select(entry =>
            entry.Key))
            entries.TryRemove(key, out _);
    }

    private sealed record Entry(string RequestHash, string Action, Lazy<WriteResult?> Result)
    {
        public long Since { get; } = Environment.TickCount64;
    }
}
