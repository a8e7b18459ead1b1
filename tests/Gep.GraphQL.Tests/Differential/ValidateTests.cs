using System.Text.Json.Nodes;
using Gep.GraphQL.Language;
using Gep.GraphQL.Tests.Documents;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Differential;

public sealed class ValidateTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Seed = 53;
    private const int Generated = 700;
    private const int Mutated = 1500;

    [NodeFact]
    public void Validate_OwnDocuments_GivesTheErrorsOfGraphqlJs() =>
        Compare(Corpus.Small, Corpus.Rules);

    [NodeFact]
    public void Validate_GeneratedDocuments_GivesTheErrorsOfGraphqlJs()
    {
        var schema = SdlSchema.Build(Corpus.Everything);
        var generator = new DocumentGenerator(schema, Seed);
        Compare(Corpus.Everything, Enumerable.Range(0, Generated).Select(_ => generator.Next().Document));
    }

    [NodeFact]
    public void Validate_MutatedDocuments_GivesTheErrorsOfGraphqlJs()
    {
        var random = new Random(Seed);
        var generator = new DocumentGenerator(SdlSchema.Build(Corpus.Everything), Seed + 1);
        Compare(Corpus.Everything,
            Enumerable.Range(0, Mutated).Select(_ => TokenMutation.Apply(generator.Next().Document, random)));
    }

    [NodeFact]
    public void Validate_MutatedOwnDocuments_GivesTheErrorsOfGraphqlJs()
    {
        var random = new Random(Seed);
        var sources = Corpus.Rules;
        Compare(Corpus.Small,
            Enumerable.Range(0, Mutated)
                .Select(_ => TokenMutation.Apply(sources[random.Next(sources.Count)], random)));
    }

    private void Compare(string sdl, IEnumerable<string> documents)
    {
        var schema = SdlSchema.Build(sdl);
        var wrong = new List<string>();
        int compared = 0;
        foreach (string text in documents)
        {
            DocumentNode document;
            try
            {
                document = Parser.Parse(text);
            }
            catch (GraphQLException)
            {
                continue;
            }
            compared++;
            var expected =
                oracle.Ask("validate", new JsonObject { ["sdl"] = sdl, ["query"] = text })["errors"];
            var actual = ErrorJson.Of(Validator.Validate(schema, document));
            if (!JsonNode.DeepEquals(expected, actual))
                wrong.Add($"{text}\nexpected {expected!.ToJsonString()}\nactual   {actual.ToJsonString()}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared}: {string.Join("\n\n", wrong.Take(6))}");
        Assert.True(compared > 0);
    }
}
