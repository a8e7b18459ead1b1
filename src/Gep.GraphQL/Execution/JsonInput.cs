using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gep.GraphQL.Execution;

/// <summary>
/// JSON into plain values: text, long or double, boolean, array, <see cref="InputMap"/>. Spec §7.2.
/// </summary>
internal static class JsonInput
{
    /// <summary>Deeper requests are refused.</summary>
    private const int DepthMax = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DepthMax };

    /// <summary>
    /// The one value in these bytes; throws <see cref="JsonException"/> where they are no JSON, and
    /// <see cref="InvalidOperationException"/> where a string is no text.
    /// </summary>
    public static object? Read(ReadOnlySequence<byte> bytes)
    {
        var reader = bytes.IsSingleSegment
            ? new Utf8JsonReader(bytes.FirstSpan, Options)
            : new Utf8JsonReader(bytes, Options);
        return ReadWhole(ref reader);
    }

    /// <summary>The one value in a text; throws as the reading of bytes does.</summary>
    public static object? Read(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Options);
        return ReadWhole(ref reader);
    }

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

    private static object? ReadWhole(ref Utf8JsonReader reader)
    {
        reader.Read();
        object? value = ReadValue(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>The reader refuses what is deeper than <see cref="DepthMax"/>.</summary>
    private static object? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.TryGetInt64(out long whole) ? whole : Number(TextOf(ref reader)),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.StartObject => ReadObject(ref reader),
        _ => null,
    };

    private static object?[] ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader));
        return [.. items];
    }

    private static InputMap ReadObject(ref Utf8JsonReader reader)
    {
        var map = new InputMap();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = NameOf(ref reader);
            reader.Read();
            map[name] = ReadValue(ref reader);
        }
        return map;
    }

    /// <summary>The names of every request are not made anew.</summary>
    private static string NameOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? "query"
        : reader.ValueTextEquals("variables"u8) ? "variables"
        : reader.ValueTextEquals("operationName"u8) ? "operationName"
        : reader.GetString()!;

    private static string TextOf(ref Utf8JsonReader reader) => reader.HasValueSequence
        ? Encoding.ASCII.GetString(reader.ValueSequence)
        : Encoding.ASCII.GetString(reader.ValueSpan);
}
