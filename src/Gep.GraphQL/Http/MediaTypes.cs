using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gep.GraphQL.Http;

/// <summary>Which of the two response types a client takes. Source: [GRAPHQL-HTTP] §4. Spec §7.2.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json; charset=utf-8";
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    /// <summary>Null where the client takes neither.</summary>
    public static string? Choose(StringValues accept)
    {
        if (accept.Count == 0 || string.IsNullOrWhiteSpace(accept[0])) return Json;
        if (accept is ["*/*"] or ["application/json"]) return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var types)) return null;
        foreach (var type in types.OrderByDescending(type => type.Quality ?? 1))
        {
            if (type.Quality == 0 || (type.Charset.HasValue && !IsUtf8(type.Charset))) continue;
            if (type.MediaType.Equals("application/graphql-response+json",
                StringComparison.OrdinalIgnoreCase))
                return GraphQLResponse;
            if (type.MatchesAllTypes || (type.MatchesAllSubTypes && type.Type == "application")
                || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return Json;
            }
        }
        return null;
    }

    private static bool IsUtf8(StringSegment charset) =>
        charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);
}
