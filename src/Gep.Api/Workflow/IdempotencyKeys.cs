using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Gep.Api.Workflow;

/// <summary>Answers of writes by their key: a repeated one gets the first answer and does nothing.</summary>
internal sealed class IdempotencyKeys
{
    private const int KeptMax = 10_000;
    private const int LettersMax = 200;

    private readonly ConcurrentDictionary<(string Caller, string Key), Entry> entries = new();

    /// <summary>Whether a text can be a key.</summary>
    public static bool IsKey(string key) => key.Length is > 0 and <= LettersMax;

    /// <summary>
    /// The answer of the first request with that key; does the work only once, also for two at one moment.
    /// Null where the key came with another body before. What failed was no answer and may be tried again.
    /// </summary>
    /// <param name="caller">Who asks; keys of others are theirs.</param>
    /// <param name="key">The key.</param>
    /// <param name="body">What is asked, apart from the key.</param>
    /// <param name="work">Gives the answer.</param>
    public T? Once<T>(string caller, string key, object body, Func<T> work)
        where T : class
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body)));
        if (entries.Count >= KeptMax && !entries.ContainsKey((caller, key))) Forget();
        var entry = entries.GetOrAdd((caller, key), _ => new Entry(hash, new Lazy<object>(() => work())));
        if (entry.Hash != hash) return null;
        try
        {
            return entry.Answer.Value as T;
        }
        catch
        {
            entries.TryRemove(KeyValuePair.Create((caller, key), entry));
            throw;
        }
    }

    /// <summary>Makes room: a key as old as ten thousand others is not repeated.</summary>
    private void Forget()
    {
        foreach (var key in entries.OrderBy(entry => entry.Value.Since).Take(KeptMax / 2).Select(entry =>
            entry.Key))
            entries.TryRemove(key, out _);
    }

    private sealed record Entry(string Hash, Lazy<object> Answer)
    {
        public long Since { get; } = Environment.TickCount64;
    }
}
