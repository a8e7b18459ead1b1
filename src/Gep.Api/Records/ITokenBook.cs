using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Api.Records;

/// <summary>What a token allows.</summary>
/// <param name="Name">Name of its bearer, as it goes into logs.</param>
/// <param name="Roles">Roles as files write them: <c>officer</c>, <c>finance-leader</c>.</param>
/// <param name="Districts">Districts whose payees it shows; null for all.</param>
/// <param name="Expires">When it ends; null for never.</param>
internal sealed record TokenGrant(
    string Name, ImmutableSortedSet<string> Roles, ImmutableSortedSet<DistrictCode>? Districts,
    DateTimeOffset? Expires);

/// <summary>A token that was issued, without its secret.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Grant">What it allows.</param>
/// <param name="CreatedAt">When it was issued.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
internal sealed record IssuedToken(long Id, TokenGrant Grant, DateTimeOffset CreatedAt, bool IsRevoked);

/// <summary>A token on its way to its bearer.</summary>
/// <param name="Status">Made, or why not.</param>
/// <param name="Id">Its number; null when the key was reused.</param>
/// <param name="Secret">
/// What the bearer sends; only in the answer that made it, because the store keeps a hash.
/// </param>
internal sealed record TokenAnswer(WriteStatus Status, long? Id, string? Secret);

/// <summary>The tokens of the service, kept by their SHA-256.</summary>
internal interface ITokenBook
{
    /// <summary>What a token allows; null when it is unknown, over or taken back.</summary>
    TokenGrant? Find(string token, DateTimeOffset now);

    /// <summary>Every token, oldest first.</summary>
    IReadOnlyList<IssuedToken> List();

    /// <summary>Issues a token.</summary>
    TokenAnswer Issue(TokenGrant grant, WriteKey key);

    /// <summary>Takes a token back for ever; <see cref="WriteStatus.Refused"/> when there is none.</summary>
    WriteStatus Revoke(long id, WriteKey key);
}
