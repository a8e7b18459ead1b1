using System.Text.Json.Nodes;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Tests.Documents;
using Gep.GraphQL.Types;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Differential;

public sealed class ExecuteTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Seed = 64;
    private const int Documents = 700;

    private static readonly FieldResolver[] Kinds =
        [MockValues.AtOnce, MockValues.Later, MockValues.Together];

    [NodeFact]
    public Task Execute_AtOnce_AnswersAsGraphqlJs() => CompareAsync(_ => MockValues.AtOnce, Seed);

    [NodeFact]
    public Task Execute_LaterOrTogether_AnswersAsGraphqlJs() =>
        CompareAsync(number => Kinds[number % 3], Seed + 1);

    [NodeFact]
    public Task Execute_SomeLater_AnswersAsGraphqlJs() =>
        CompareAsync(number => number % 7 == 0 ? MockValues.Later : MockValues.AtOnce, Seed + 2);

    [NodeFact]
    public async Task Introspection_Everything_EqualsGraphqlJs()
    {
        string query = oracle.Ask("introspectionQuery", [])["text"]!.GetValue<string>();
        foreach (string sdl in new[] { Corpus.Everything, Corpus.Small })
        {
            var expected = oracle.Ask("introspect", new JsonObject { ["sdl"] = sdl })["data"];
            var answer = await TestRun.ExecuteAsync(SdlSchema.Build(sdl), query);
            var actual = JsonNode.Parse(answer["data"]!.GetValue<string>());
            Assert.Equal(expected!.ToJsonString(), actual!.ToJsonString());
        }
    }

    [NodeFact]
    public void PrintedSdl_Everything_EqualsGraphqlJs()
    {
        foreach (string sdl in new[] { Corpus.Everything, Corpus.Small })
        {
            string expected =
                oracle.Ask("printSchema", new JsonObject { ["sdl"] = sdl })["text"]!.GetValue<string>();
            string actual = SdlSchema.Build(sdl).PrintSdl();
            Assert.Equal(expected, actual);
            var same = oracle.Ask("sameSchema", new JsonObject { ["left"] = sdl, ["right"] = actual });
            Assert.True(same["same"]!.GetValue<bool>());
        }
    }

    private async Task CompareAsync(Func<int, FieldResolver> resolverOf, int seed)
    {
        var schema = TestRun.Mocked(Corpus.Everything, resolverOf);
        var generator = new DocumentGenerator(schema, seed);
        var wrong = new List<string>();
        int executed = 0;
        for (int i = 0; i < Documents; i++)
        {
            var (document, variables) = generator.Next();
            var expected = oracle.Ask("execute", new JsonObject
            {
                ["sdl"] = Corpus.Everything, ["query"] = document, ["variables"] = variables.DeepClone(),
            });
            var actual = await TestRun.ExecuteAsync(schema, document, variables);
            if (actual["data"] is not null) executed++;
            if (!JsonNode.DeepEquals(expected, actual))
                wrong.Add(
                    $"{document}\n{variables.ToJsonString()}\nexpected {expected.ToJsonString()}\nactual   "
                        + $"{actual.ToJsonString()}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Documents}: {string.Join("\n\n", wrong.Take(4))}");
        Assert.True(executed > Documents / 4, $"{executed} documents were executed.");
    }
}
