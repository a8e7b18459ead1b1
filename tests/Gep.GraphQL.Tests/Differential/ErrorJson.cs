using System.Text.Json.Nodes;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Tests.Differential;

/// <summary>Errors as graphql-js writes them: message, locations, path.</summary>
internal static class ErrorJson
{
    public static JsonObject Of(GraphQLError error)
    {
        var json = new JsonObject { ["message"] = error.Message };
        if (error.Locations.Count > 0)
        {
            json["locations"] = new JsonArray([.. error.Locations.Select(l =>
                (JsonNode)new JsonObject { ["line"] = l.Line, ["column"] = l.Column })]);
        }
        if (error.Path is not null)
        {
            json["path"] = new JsonArray([.. error.Path.Select(step =>
                step is int index ? JsonValue.Create(index) : (JsonNode)JsonValue.Create((string)step)!)]);
        }
        return json;
    }

    public static JsonArray Of(IEnumerable<GraphQLError> errors) =>
        [.. errors.Select(error => (JsonNode)Of(error))];
}
