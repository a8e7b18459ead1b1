using System.Collections;

namespace Gep.GraphQL.Execution;

/// <summary>An input object, or any JSON object; keys keep their order. Spec §3.10.</summary>
public sealed class InputMap : IReadOnlyDictionary<string, object?>
{
    /// <summary>Up to so many entries, looking at each is faster than an index.</summary>
    private const int IndexedFrom = 9;

    private readonly List<KeyValuePair<string, object?>> _entries = [];
    private Dictionary<string, int>? _places;

    /// <inheritdoc/>
    public object? this[string key]
    {
        get => PlaceOf(key) is >= 0 and var place
            ? _entries[place].Value
            : throw new KeyNotFoundException($"There is no \"{key}\".");
        internal set
        {
            int place = PlaceOf(key);
            if (place >= 0)
            {
                _entries[place] = new(key, value);
                return;
            }
            _places?.Add(key, _entries.Count);
            _entries.Add(new(key, value));
            if (_entries.Count == IndexedFrom) Index();
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<object?> Values => _entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => PlaceOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object? value)
    {
        int place = PlaceOf(key);
        value = place >= 0 ? _entries[place].Value : null;
        return place >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string key)
    {
        if (_places is not null) return _places.TryGetValue(key, out int place) ? place : -1;
        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Key == key) return i;
        }
        return -1;
    }

    private void Index()
    {
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < _entries.Count; i++) _places.Add(_entries[i].Key, i);
    }
}
