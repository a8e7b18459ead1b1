using System.Text.Json.Nodes;
using Gep.GraphQL.Tests.Documents;
using Gep.GraphQL.Types;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Differential;

public sealed class SdlTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Seed = 31;
    private const int Mutations = 600;

    [NodeFact]
    public void BuildSchema_MutatedText_IsRefusedAsByGraphqlJs()
    {
        var random = new Random(Seed);
        var wrong = new List<string>();
        for (int i = 0; i < Mutations; i++)
        {
            string sdl = TokenMutation.Apply(i % 2 == 0 ? Corpus.Small : Corpus.Everything, random);
            string? expected =
                oracle.Ask("validateSDL", new JsonObject { ["sdl"] = sdl })["error"]?.GetValue<string>();
            string? actual = null;
            try
            {
                SdlSchema.Build(sdl);
            }
            catch (SchemaException refused)
            {
                actual = refused.Message;
            }
            if (expected != actual) wrong.Add($"expected {expected}\nactual   {actual}");
        }
        Assert.True(wrong.Count == 0, $"seed {Seed}: {wrong.Count}: {string.Join("\n\n", wrong.Take(8))}");
    }
}
