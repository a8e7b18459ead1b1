using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gep.GraphQL.Tests.Differential;

/// <summary>
/// JSON writers replace half a surrogate pair; here it travels as an escape. Documents have no private-use
/// characters.
/// </summary>
internal static partial class LoneSurrogates
{
    private const int ToPrivateUse = 0xE000 - 0xD800;

    public static string Escape(JsonObject request)
    {
        foreach (string key in request.Select(pair => pair.Key).ToList())
        {
            if (request[key] is JsonValue value && value.TryGetValue(out string? text)) request[key] =
                Hide(text);
        }
        return Moved().Replace(request.ToJsonString(), match =>
        {
            int code = int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return "\\u" + (code - ToPrivateUse).ToString("X4", CultureInfo.InvariantCulture);
        });
    }

    private static string Hide(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) characters[i] = (char)(text[i] + ToPrivateUse);
        }
        return new string(characters);
    }

    [GeneratedRegex(@"\\u(E[0-7][0-9A-F]{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Moved();
}
