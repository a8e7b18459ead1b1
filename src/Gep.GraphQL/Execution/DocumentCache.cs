using System.Collections.Concurrent;

namespace Gep.GraphQL.Execution;

/// <summary>
/// Prepared documents by text, in two generations: what was not asked for during a whole generation is
/// dropped. Spec §6.1.1 allows a document to be validated once.
/// </summary>
internal sealed class DocumentCache(int capacity)
{
    /// <summary>Longer texts are not kept: few of them would fill the memory.</summary>
    private const int TextMax = 32 * 1024;

    private ConcurrentDictionary<string, PreparedDocument> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, PreparedDocument> _old = new(StringComparer.Ordinal);

    public PreparedDocument Get(string text, Func<string, PreparedDocument> prepare)
    {
        var young = Volatile.Read(ref _young);
        if (young.TryGetValue(text, out var known)) return known;
        if (!Volatile.Read(ref _old).TryGetValue(text, out known)) known = prepare(text);
        if (text.Length > TextMax || capacity < 2) return known;
        if (young.Count >= capacity / 2)
        {
            Volatile.Write(ref _old, young);
            Volatile.Write(ref _young, young = new ConcurrentDictionary<string,
                PreparedDocument>(StringComparer.Ordinal));
        }
        young.TryAdd(text, known);
        return known;
    }
}
