using System.Text.Json.Nodes;
using Gep.GraphQL.Language;
using Gep.GraphQL.Tests.Documents;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Differential;

/// <summary>
/// Answers of graphql-js kept as text, so that machines without node check them too. Blessing asks
/// graphql-js.
/// </summary>
public sealed class FrozenTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Seed = 7;
    private const int Generated = 120;

    private static bool IsBlessing =>
        Environment.GetEnvironmentVariable("GEP_BLESS") == "1" && NodePrograms.Unavailable is null;

    [Fact]
    public void Parse_OwnDocuments_AnswersAsFrozen()
    {
        var lines = Corpus.Syntax.Where(text => !text.Any(char.IsSurrogate)).Distinct().Take(250)
            .Select(text =>
        {
            var answer = new JsonObject { ["source"] = text };
            if (IsBlessing)
            {
                var asked = oracle.Ask("parse", new JsonObject { ["source"] = text });
                answer["error"] = asked["error"]?.DeepClone();
                if (asked["error"] is null)
                    answer["print"] =
                        oracle.Ask("print", new JsonObject { ["source"] = text })["text"]!.DeepClone();
                return answer;
            }
            try
            {
                var document = Parser.Parse(text);
                answer["error"] = null;
                answer["print"] = Printer.Print(document);
            }
            catch (GraphQLException syntax)
            {
                answer["error"] = ErrorJson.Of(syntax.Error);
            }
            return answer;
        });
        Golden.Matches("graphql", "parse.ndjson", Lines(lines));
    }

    [Fact]
    public void Validate_OwnDocuments_AnswersAsFrozen()
    {
        var schema = SdlSchema.Build(Corpus.Small);
        var lines = Corpus.Rules.Select(text => new JsonObject
        {
            ["query"] = text,
            ["errors"] = IsBlessing
                ? oracle.Ask("validate",
                    new JsonObject { ["sdl"] = Corpus.Small, ["query"] = text })["errors"]!.DeepClone()
                : ErrorJson.Of(Validator.Validate(schema, Parser.Parse(text))),
        });
        Golden.Matches("graphql", "validate.ndjson", Lines(lines));
    }

    [Fact]
    public void ValidateSchema_OwnSchemas_AnswersAsFrozen()
    {
        var lines = Corpus.Schemas.Select(sdl => new JsonObject
        {
            ["sdl"] = sdl,
            ["errors"] = SchemaTests.Sorted(IsBlessing
                ? oracle.Ask("validateSchema", new JsonObject { ["sdl"] = sdl })["errors"]!.AsArray()
                : ErrorJson.Of(SchemaValidator.Validate(SdlSchema.Build(sdl), SchemaValidator.UsualRules))),
        });
        Golden.Matches("graphql", "schemas.ndjson", Lines(lines));
    }

    [Fact]
    public async Task Execute_GeneratedDocuments_AnswersAsFrozen()
    {
        var schema = TestRun.Mocked(Corpus.Everything, _ => MockValues.AtOnce);
        var generator = new DocumentGenerator(schema, Seed);
        var lines = new List<JsonObject>();
        for (int i = 0; i < Generated; i++)
        {
            var (document, variables) = generator.Next();
            var line = new JsonObject { ["query"] = document, ["variables"] = variables.DeepClone() };
            var answer = IsBlessing
                ? oracle.Ask("execute", new JsonObject
                {
                    ["sdl"] = Corpus.Everything, ["query"] = document, ["variables"] = variables.DeepClone(),
                })
                : await TestRun.ExecuteAsync(schema, document, variables);
            foreach (string key in new[] { "validation", "errors", "data" }) line[key] =
                answer[key]?.DeepClone();
            lines.Add(line);
        }
        Golden.Matches("graphql", "execute.ndjson", Lines(lines));
    }

    [Fact]
    public async Task Introspection_Everything_AnswersAsFrozen()
    {
        const string QueryFile = "introspection-query.graphql";
        string query = IsBlessing ? oracle.Ask("introspectionQuery", [])["text"]!.GetValue<string>() : "";
        if (IsBlessing) Golden.Matches("graphql", QueryFile, query);
        query = await File.ReadAllTextAsync(Repository.PathOf("tests", "golden", "graphql", QueryFile));
        string data = IsBlessing
            ? oracle.Ask("introspect", new JsonObject { ["sdl"] = Corpus.Everything })["data"]!.ToJsonString()
            : JsonNode.Parse((await TestRun.ExecuteAsync(SdlSchema.Build(Corpus.Everything), query))["data"]!
                .GetValue<string>())!.ToJsonString();
        Golden.Matches("graphql", "introspection.json", data + "\n");
    }

    [Fact]
    public void PrintedSdl_OfClasses_ChangesOnlyOnPurpose() =>
        Golden.Matches("graphql", "classes.graphql", Http.TestSchema.Build().PrintSdl() + "\n");

    private static string Lines(IEnumerable<JsonObject> lines) =>
        string.Concat(lines.Select(line => line.ToJsonString() + "\n"));
}
