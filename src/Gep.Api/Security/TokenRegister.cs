using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gep.Accounting.Codes;

namespace Gep.Api.Security;

/// <summary>The tokens of a service, kept by their SHA-256: the file gives none of them away.</summary>
internal sealed class TokenRegister
{
    private const int TokenBytes = 32;
    private const int TokenLettersMax = 200;

    private readonly FrozenDictionary<string, (Caller Caller, DateTimeOffset? Until)> byHash;

    private TokenRegister(IEnumerable<KeyValuePair<string, (Caller, DateTimeOffset?)>> entries) =>
        byHash = entries.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>No tokens: everybody is the public.</summary>
    public static TokenRegister Empty { get; } = new([]);

    /// <summary>Whether there is a token at all.</summary>
    public bool IsEmpty => byHash.Count == 0;

    /// <summary>A register of tokens in clear, for a demonstration and for tests.</summary>
    public static TokenRegister Of(params ReadOnlySpan<(string Token, Caller Caller)> tokens)
    {
        var entries = new List<KeyValuePair<string, (Caller, DateTimeOffset?)>>();
        foreach (var (token, caller) in tokens)
            entries.Add(KeyValuePair.Create(HashOf(token), (caller, (DateTimeOffset?)null)));
        return new TokenRegister(entries);
    }

    /// <summary>Reads a token file; throws <see cref="InvalidDataException"/> that says what is
    /// wrong.</summary>
    public static TokenRegister Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return new TokenRegister([.. document.RootElement.GetProperty("tokens").EnumerateArray()
                .Select(EntryOf)]);
        }
        catch (Exception wrong) when (
            wrong is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"令牌文件 {file} 有误：{wrong.Message} The token file {file} is wrong: {wrong.Message}", wrong);
        }
    }

    /// <summary>Who bears a token; null when it is unknown or over.</summary>
    public Caller? Find(string token, DateTimeOffset now) =>
        token.Length <= TokenLettersMax && byHash.TryGetValue(HashOf(token), out var known)
            && !(known.Until <= now)
            ? known.Caller
            : null;

    /// <summary>A new token that cannot be guessed.</summary>
    public static string Create() =>
        $"gep_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes))}";

    /// <summary>What the file keeps of a token.</summary>
    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>A role as files write it: <c>finance-leader</c>.</summary>
    public static CallerRole? RoleOf(string text)
    {
        foreach (var role in Enum.GetValues<CallerRole>())
        {
            if (Workspaces.WorkspaceProblem.CodeOf(role) == text) return role;
        }
        return null;
    }

    private static KeyValuePair<string, (Caller, DateTimeOffset?)> EntryOf(JsonElement entry)
    {
        string hash = TextOf(entry.GetProperty("sha256"));
        if (hash.Length != 2 * SHA256.HashSizeInBytes || !hash.All(char.IsAsciiHexDigitLower))
            throw new FormatException("sha256: 64 lower-case hexadecimal digits");
        ImmutableHashSet<CallerRole> roles = [.. entry.GetProperty("roles").EnumerateArray()
            .Select(role => RoleOf(TextOf(role)) ?? throw new FormatException($"roles: {role}"))];
        if (roles.IsEmpty) throw new FormatException("roles: none");
        ImmutableHashSet<DistrictCode>? districts = entry.TryGetProperty("districts", out var codes)
            ? [.. codes.EnumerateArray().Select(DistrictOf)]
            : null;
        DateTimeOffset? until = entry.TryGetProperty("expires", out var day)
            ? day.GetDateTimeOffset()
            : null;
        return KeyValuePair.Create(hash, (new Caller(TextOf(entry.GetProperty("name")), roles,
            districts), until));
    }

    private static DistrictCode DistrictOf(JsonElement code) => DistrictCode.TryParse(TextOf(code),
        out var known)
        ? known
        : throw new FormatException($"districts: {code}");

    private static string TextOf(JsonElement element) =>
        element.GetString() ?? throw new FormatException("a text is null");
}
