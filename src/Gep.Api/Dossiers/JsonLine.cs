using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>One line of JSON with its keys in a fixed order: the same values give the same bytes.</summary>
internal static class JsonLine
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line that a writer fills.</summary>
    public static string Of(Action<Utf8JsonWriter> fill)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>What a reader finds in a line; null where the line is no such object.</summary>
    public static T? Read<T>(string line, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return read(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The text under a key.</summary>
    public static string Text(JsonElement json, string key) => json.GetProperty(key).GetString() ?? "";

    /// <summary>The number in a text under a key.</summary>
    public static decimal Number(JsonElement json, string key) =>
        decimal.Parse(Text(json, key), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>The member whose kebab form stands under a key.</summary>
    public static TMember Member<TMember>(JsonElement json, string key)
        where TMember : struct, Enum => MemberOf<TMember>(Text(json, key))
            ?? throw new FormatException($"{key} is no {typeof(TMember).Name}.");

    /// <summary>The member of a kebab form; null when there is none.</summary>
    public static TMember? MemberOf<TMember>(string? text)
        where TMember : struct, Enum
    {
        foreach (var member in Enum.GetValues<TMember>())
        {
            if (WorkspaceProblem.CodeOf(member) == text) return member;
        }
        return null;
    }
}
