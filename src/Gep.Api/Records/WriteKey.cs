using System.Security.Cryptography;

namespace Gep.Api.Records;

/// <summary>One write of one caller, so that a repetition is recognised and gets the first answer.</summary>
/// <param name="Actor">Who writes.</param>
/// <param name="Key">The idempotency key that the caller chose.</param>
/// <param name="RequestHash">
/// SHA-256 of the whole request, lower-case hex: the same key with another request is refused.
/// </param>
internal sealed record WriteKey(string Actor, string Key, string RequestHash)
{
    /// <summary>The longest key [characters].</summary>
    public const int KeyLettersMax = 200;

    /// <summary>The key of a request.</summary>
    public static WriteKey Of(string actor, string key, ReadOnlySpan<byte> request) =>
        key.Length is > 0 and <= KeyLettersMax
            ? new WriteKey(actor, key, Convert.ToHexStringLower(SHA256.HashData(request)))
            : throw new ArgumentException($"A key has 1 to {KeyLettersMax} characters.", nameof(key));
}
