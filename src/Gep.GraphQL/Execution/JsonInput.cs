using System.Globalization;
using System.Text.Json;

namespace Gep.GraphQL.Execution;

/// <summary>An input object, or any JSON object; keys keep their order. Spec §3.10.</summary>
public sealed class InputMap : IReadOnlyDictionary<string, object?>
{
    private readonly List<KeyValuePair<string, object?>> _entries = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public object? this[string key]
    {
        get => _entries[_places[key]].Value;
        internal set
        {
            if (_places.TryGetValue(key, out int place))
            {
                _entries[place] = new(key, value);
                return;
            }
            _places[key] = _entries.Count;
            _entries.Add(new(key, value));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<object?> Values => _entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _places.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object? value)
    {
        bool isThere = _places.TryGetValue(key, out int place);
        value = isThere ? _entries[place].Value : null;
        return isThere;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _entries.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>
/// JSON into plain values: text, long or double, boolean, array, <see cref="InputMap"/>. Spec §7.2.
/// </summary>
internal static class JsonInput
{
    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element.GetRawText()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.Object => ReadMap(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
    };

    public static InputMap ReadMap(JsonElement element)
    {
        var map = new InputMap();
        foreach (var property in element.EnumerateObject()) map[property.Name] = Read(property.Value);
        return map;
    }

    public static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? whole
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
