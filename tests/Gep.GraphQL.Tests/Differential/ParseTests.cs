using System.Text.Json.Nodes;
using Gep.GraphQL.Language;
using Gep.GraphQL.Tests.Documents;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Differential;

public sealed class ParseTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Mutations = 1500;
    private const int Seed = 20250901;

    [NodeFact]
    public void Parse_OwnDocuments_GivesTheTreeOrErrorOfGraphqlJs()
    {
        string[] documents = [.. Corpus.Syntax, Corpus.Everything, Corpus.Small];
        var wrong = documents.Select(Difference).OfType<string>().ToList();

        Assert.True(wrong.Count == 0,
            $"{wrong.Count} of {documents.Length}: {string.Join("\n\n", wrong.Take(5))}");
    }

    [NodeFact]
    public void Parse_MutatedDocuments_GivesTheTreeOrErrorOfGraphqlJs()
    {
        var random = new Random(Seed);
        string[] sources = [.. Corpus.Syntax, Corpus.Small];
        var wrong = Enumerable.Range(0, Mutations)
            .Select(_ => TokenMutation.Apply(sources[random.Next(sources.Length)], random))
            .Select(Difference).OfType<string>().ToList();

        Assert.True(wrong.Count == 0, $"seed {Seed}: {wrong.Count}: {string.Join("\n\n", wrong.Take(5))}");
    }

    private string? Difference(string document)
    {
        var expected = oracle.Ask("parse", new JsonObject { ["source"] = document });
        JsonNode actual;
        DocumentNode? tree = null;
        try
        {
            tree = Parser.Parse(document);
            actual = new JsonObject { ["ast"] = AstJson.Of(tree) };
        }
        catch (GraphQLException syntax)
        {
            actual = new JsonObject { ["error"] = ErrorJson.Of(syntax.Error) };
        }
        if (!JsonNode.DeepEquals(expected, actual))
            return $"{document}\nexpected {expected.ToJsonString()}\nactual   {actual.ToJsonString()}";
        if (tree is null) return null;
        string text =
            oracle.Ask("print", new JsonObject { ["source"] = document })["text"]!.GetValue<string>();
        return text == Printer.Print(tree) ? null
            : $"{document}\nexpected {text}\nactual   {Printer.Print(tree)}";
    }
}
