using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Api.Persistence.Rows;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Gep.Api.Security;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>The tokens in the store.</summary>
/// <remarks>
/// A token is 256 random bits, so that its hash needs neither salt nor slowness and can be looked up. What
/// was read is believed for <see cref="BelievedFor"/>: so long a token that another instance took back may
/// still pass.
/// </remarks>
internal sealed class StoredTokens(Store store) : ITokenBook
{
    /// <summary>How long tokens that were read are believed.</summary>
    public static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(2);

    private const int TokenLettersMax = 200;
    private const string IssueAction = "token-issued", RevokeAction = "token-revoked";

    private Known? known;

    /// <inheritdoc/>
    public TokenGrant? Find(string token, DateTimeOffset now)
    {
        if (token.Length > TokenLettersMax) return null;
        var believed = Volatile.Read(ref known);
        if (believed is null || Environment.TickCount64 - believed.ReadAt > BelievedFor.TotalMilliseconds)
        {
            believed = Known.Read(store);
            Volatile.Write(ref known, believed);
        }
        return believed.ByHash.TryGetValue(TokenRegister.HashOf(token), out var grant)
            && !(grant.Expires <= now)
            ? grant : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<IssuedToken> List()
    {
        using var context = store.NewContext();
        var revoked = context.TokenRevocations.AsNoTracking().Select(row => row.TokenId).ToHashSet();
        return
        [
            .. context.Tokens.AsNoTracking().OrderBy(row => row.Id).AsEnumerable().Select(row =>
                new IssuedToken(row.Id, GrantOf(row), AtOf(row.CreatedAt), revoked.Contains(row.Id))),
        ];
    }

    /// <inheritdoc/>
    public TokenAnswer Issue(TokenGrant grant, WriteKey key)
    {
        string secret = TokenRegister.Create();
        var written = WriteOnce.Run(store, key, IssueAction, context =>
        {
            var row = new TokenRow
            {
                Name = grant.Name,
                Roles = [.. grant.Roles],
                Districts = grant.Districts is { } districts
                    ? [.. districts.Select(district => district.ToString())] : null,
                Hash = TokenRegister.HashOf(secret),
                CreatedAt = AuditLog.Now(),
                ExpiresAt = grant.Expires?.UtcDateTime,
            };
            context.Tokens.Add(row);
            context.SaveChanges();
            return new WriteResult(Number(row.Id), $"token {Number(row.Id)} {row.Name}");
        });
        Volatile.Write(ref known, null);
        return new TokenAnswer(
            written.Status,
            written.Answer is null ? null : JsonSerializer.Deserialize<long>(written.Answer),
            written.Status == WriteStatus.Made ? secret : null);
    }

    /// <inheritdoc/>
    public WriteStatus Revoke(long id, WriteKey key)
    {
        var written = WriteOnce.Run(store, key, RevokeAction, context =>
        {
            WriteOnce.Lock(context, $"token\t{Number(id)}");
            bool isKnown = context.Tokens.Any(row => row.Id == id);
            if (!isKnown) return new WriteResult("false", null);
            if (context.TokenRevocations.Any(row => row.TokenId == id)) return new WriteResult("true", null);
            context.TokenRevocations.Add(new TokenRevocationRow
            {
                TokenId = id,
                Actor = key.Actor,
                RecordedAt = AuditLog.Now(),
            });
            context.SaveChanges();
            return new WriteResult("true", $"token {Number(id)}");
        });
        Volatile.Write(ref known, null);
        return written.Answer == "false" ? WriteStatus.Refused : written.Status;
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset AtOf(DateTime time) => new(time.ToUniversalTime());

    private static TokenGrant GrantOf(TokenRow row) => new(
        row.Name,
        row.Roles.ToImmutableSortedSet(StringComparer.Ordinal),
        row.Districts?.Select(DistrictOf).ToImmutableSortedSet(),
        row.ExpiresAt is { } until ? AtOf(until) : null);

    private static DistrictCode DistrictOf(string code) => DistrictCode.TryParse(code, out var district)
        ? district : throw new InvalidDataException($"'{code}' is no district.");

    private sealed record Known(FrozenDictionary<string, TokenGrant> ByHash, long ReadAt)
    {
        public static Known Read(Store store)
        {
            long readAt = Environment.TickCount64;
            using var context = store.NewContext();
            var live = context.Tokens.AsNoTracking()
                .Where(row => !context.TokenRevocations.Any(revoked => revoked.TokenId == row.Id))
                .ToList();
            return new Known(
                live.ToFrozenDictionary(row => row.Hash, GrantOf, StringComparer.Ordinal), readAt);
        }
    }
}
