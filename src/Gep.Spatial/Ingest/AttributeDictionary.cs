using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Gep.Spatial.Ingest;

/// <summary>
/// Attributes of one feature of a table: the names are those of the table, shared by all its features.
/// </summary>
/// <param name="names">Names of the columns, each once.</param>
/// <param name="values">A value per column; null where there is none. Not changed after that.</param>
public sealed class AttributeDictionary(IReadOnlyList<string> names, string?[] values)
    : IReadOnlyDictionary<string, string>
{
    /// <inheritdoc/>
    public int Count => values.Count(value => value is not null);

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => this.Select(pair => pair.Value);

    /// <inheritdoc/>
    public string this[string key] =>
        TryGetValue(key, out string? value) ? value : throw new KeyNotFoundException(key);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!string.Equals(names[i], key, StringComparison.Ordinal)) continue;
            value = values[i];
            return value is not null;
        }
        value = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value) yield return KeyValuePair.Create(names[i], value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
