using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation;

namespace Gep.GraphQL.Tests.Documents;

/// <summary>One document run to its response text, without limits or HTTP.</summary>
internal static class TestRun
{
    public static Schema Mocked(string sdl, Func<int, FieldResolver> resolverOf)
    {
        var schema = SdlSchema.Build(sdl);
        int number = 0;
        foreach (var field in schema.Types.OfType<ObjectType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
                .SelectMany(type => type.Fields))
        {
            field.Resolver = resolverOf(number++);
        }
        return schema;
    }

    public static async Task<JsonObject> ExecuteAsync(
        Schema schema, string text, JsonObject? variables = null, object? root = null)
    {
        var document = Parser.Parse(text);
        var invalid = Validator.Validate(schema, document);
        if (invalid.Count > 0)
            return new JsonObject { ["validation"] = Differential.ErrorJson.Of(invalid) };
        var operation = document.Definitions.OfType<OperationNode>().First();
        using var parsed = JsonDocument.Parse((variables ?? []).ToJsonString());
        var (values, errors) = VariableCoercion.Coerce(
            schema, document, operation, JsonInput.ReadMap(parsed.RootElement));
        if (errors.Count > 0) return new JsonObject { ["errors"] = Differential.ErrorJson.Of(errors) };
        var plan = new OperationPlan(schema, document, operation, values);
        var scope = new ExecutionScope(plan, values);
        using var answer = await Executor.RunAsync(scope, root ?? MockValues.RootValue);
        string response = Encoding.UTF8.GetString(answer.Written.Span);
        var result = new JsonObject { ["data"] = DataOf(response) };
        if (scope.Errors.Count > 0) result["errors"] = Differential.ErrorJson.Of(scope.Errors);
        return result;
    }

    /// <summary>The bytes of the data: between its key and the end.</summary>
    private static string DataOf(string response)
    {
        const string Key = "\"data\":";
        using var parsed = JsonDocument.Parse(response);
        return parsed.RootElement.GetProperty("data").GetRawText() is var raw
            && response.Contains(Key, StringComparison.Ordinal) ? raw : "";
    }
}
