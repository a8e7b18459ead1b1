using System.Globalization;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <content>Tokens, which administrators issue and take back.</content>
internal sealed partial class Mutation
{
    /// <summary>Issues a token; its secret is in this answer and nowhere else.</summary>
    public IssueTokenPayload IssueToken(IssueTokenInput input)
    {
        if (TokensOrRefusal(out var refusal) is not { } tokens) return new(null, null, [refusal!]);
        var problems = new ProblemList();
        var wish = new TokenWish(
            input.Name, [.. input.Roles.Select(role => WorkspaceProblem.CodeOf(role))], input.Districts,
            input.Expires);
        var known = Catalog.Snapshot.Opened.DistrictCodes;
        if (wish.Read(DateTimeOffset.UtcNow, known, problems) is not { } grant)
            return new(null, null, [.. problems.All.Select(ProblemNode.Of)]);
        var answer = tokens.Issue(grant, KeyOf(input.IdempotencyKey, input));
        if (answer.Id is not { } id) throw KeyReused();
        if (answer.Status == WriteStatus.Made)
            Wrote(logger, request.Caller.Name, "token-issued", $"token {id} {grant.Name}");
        return new(TokenNode.Find(tokens, id), answer.Secret, []);
    }

    /// <summary>Takes a token back for ever; within two seconds no instance lets it in.</summary>
    public RevokeTokenPayload RevokeToken(RevokeTokenInput input)
    {
        if (TokensOrRefusal(out var refusal) is not { } tokens) return new(null, [refusal!]);
        bool isNumber = long.TryParse(input.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id);
        var status = isNumber ? tokens.Revoke(id, KeyOf(input.IdempotencyKey, input)) : WriteStatus.Refused;
        if (status == WriteStatus.KeyReused) throw KeyReused();
        if (status == WriteStatus.Refused)
        {
            return new(null, [Refusal("token-unknown", input.Id,
                new("没有此令牌。", "There is no such token."), new("见 tokens。", "See tokens."))]);
        }
        if (status == WriteStatus.Made)
            Wrote(logger, request.Caller.Name, "token-revoked", $"token {id}");
        return new(TokenNode.Find(tokens, id), []);
    }

    private ITokenBook? TokensOrRefusal(out ProblemNode? refusal)
    {
        if (request.Caller.IsPublic) throw Coded("Writing needs a token.", "TOKEN_NEEDED");
        refusal = !request.Caller.Is(CallerRole.Admin) ? Forbidden([CallerRole.Admin])
            : parts.Tokens is null ? Refusal("database-needed", "tokens",
                new("令牌登记须有数据库。", "Tokens are kept in a database only."),
                new("请用 --database 启动，或用 gep token 与令牌文件。",
                    "Serve with --database, or use gep token and the token file."))
            : null;
        return refusal is null ? parts.Tokens : null;
    }
}

/// <summary>Tokens, for administrators.</summary>
[ExtendObjectType(typeof(Query))]
internal sealed class TokenQueries(ServedRequest request, Serving.ServeParts parts)
{
    /// <summary>
    /// Every token that was issued here, oldest first, without secrets; null for whoever is no administrator
    /// and without a database.
    /// </summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<TokenNode>? Tokens() =>
        request.Caller.Is(CallerRole.Admin) && parts.Tokens is { } tokens
            ? [.. tokens.List().Select(TokenNode.Of)]
            : null;
}

/// <summary>A token without its secret.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Name of its bearer, as logs show it.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="Districts">Districts whose payees it shows; null for all.</param>
/// <param name="Expires">When it ends; null for never.</param>
/// <param name="CreatedAt">When it was issued.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
[GraphQLName("Token")]
internal sealed record TokenNode(
    [property: ID] string Id, string Name, IReadOnlyList<CallerRole> Roles, IReadOnlyList<string>? Districts,
    DateTimeOffset? Expires, DateTimeOffset CreatedAt, bool IsRevoked)
{
    /// <summary>A token of the book.</summary>
    public static TokenNode Of(IssuedToken token) => new(
        token.Id.ToString(CultureInfo.InvariantCulture), token.Grant.Name,
        [.. token.Grant.Roles.Select(TokenRegister.RoleOf).OfType<CallerRole>().Order()],
        token.Grant.Districts?.Select(code => code.ToString()).ToList(), token.Grant.Expires,
        token.CreatedAt, token.IsRevoked);

    /// <summary>The token of a number that was issued.</summary>
    public static TokenNode Find(ITokenBook tokens, long id) =>
        Of(tokens.List().Single(token => token.Id == id));
}

/// <summary>A token to issue.</summary>
/// <param name="Name">Name of its bearer, as logs show it.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
/// <param name="Districts">Division codes whose payees it shows; null for all.</param>
/// <param name="Expires">When it ends; null for never.</param>
internal sealed record IssueTokenInput(
    string Name, IReadOnlyList<CallerRole> Roles, string IdempotencyKey,
    IReadOnlyList<string>? Districts = null, DateTimeOffset? Expires = null);

/// <summary>A token to take back.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record RevokeTokenInput([property: ID] string Id, string IdempotencyKey);

/// <summary>The token that was issued, or why there is none.</summary>
/// <param name="Token">The token.</param>
/// <param name="Secret">What its bearer sends; null in a repetition, because only a hash is kept.</param>
/// <param name="Problems">Why not.</param>
internal sealed record IssueTokenPayload(
    TokenNode? Token, string? Secret, IReadOnlyList<ProblemNode> Problems);

/// <summary>The token that was taken back, or why none was.</summary>
/// <param name="Token">The token.</param>
/// <param name="Problems">Why not.</param>
internal sealed record RevokeTokenPayload(TokenNode? Token, IReadOnlyList<ProblemNode> Problems);
