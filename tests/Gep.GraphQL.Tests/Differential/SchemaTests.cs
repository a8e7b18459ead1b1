using System.Text.Json.Nodes;
using Gep.GraphQL.Tests.Documents;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Differential;

/// <summary>Whole schemas against validateSchema of graphql-js: the same errors at the same places.</summary>
public sealed class SchemaTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Seed = 303;
    private const int Mutations = 700;

    [NodeFact]
    public void Validate_OwnSchemas_GivesTheErrorsOfGraphqlJs()
    {
        var (wrong, compared, _) = Compare([Corpus.Everything, Corpus.Small, .. Corpus.Schemas]);

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Take(8)));
        Assert.Equal(Corpus.Schemas.Count + 2, compared);
    }

    [NodeFact]
    public void Validate_MutatedSchemas_GivesTheErrorsOfGraphqlJs()
    {
        var random = new Random(Seed);
        var (wrong, compared, invalid) = Compare(Enumerable.Range(0, Mutations)
            .Select(i => SchemaMutation.Apply(i % 2 == 0 ? Corpus.Everything : Corpus.Small, random)));

        Assert.True(wrong.Count == 0, $"seed {Seed}: {wrong.Count}: {string.Join("\n\n", wrong.Take(8))}");
        Assert.True(invalid > Mutations / 3, $"{invalid} of {compared} schemas have errors.");
    }

    /// <summary>Errors in the order of their texts: no edition says which comes first.</summary>
    internal static JsonArray Sorted(JsonArray errors) =>
        [.. errors.Select(error => error!.DeepClone())
            .OrderBy(error => error.ToJsonString(), StringComparer.Ordinal)];

    private (List<string> Wrong, int Compared, int Invalid) Compare(IEnumerable<string> schemas)
    {
        var wrong = new List<string>();
        int compared = 0, invalid = 0;
        foreach (string sdl in schemas)
        {
            var asked = oracle.Ask("validateSchema", new JsonObject { ["sdl"] = sdl });
            if (asked["errors"] is not JsonArray given) continue;
            var expected = Sorted(given);
            var actual = Sorted(ErrorJson.Of(
                SchemaValidator.Validate(SdlSchema.Build(sdl), SchemaValidator.UsualRules)));
            compared++;
            if (expected.Count > 0) invalid++;
            if (JsonNode.DeepEquals(expected, actual)) continue;
            string text = sdl.Length > 400 ? "" : sdl;
            wrong.Add($"{text}\nexpected {expected.ToJsonString()}\nactual   {actual.ToJsonString()}");
        }
        return (wrong, compared, invalid);
    }
}
