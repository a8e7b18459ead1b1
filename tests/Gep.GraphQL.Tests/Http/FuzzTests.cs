using System.Diagnostics;
using System.Globalization;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Tests.Documents;

namespace Gep.GraphQL.Tests.Http;

/// <summary>Damaged documents: each is answered soon and nothing is thrown. GEP_FUZZ sets how many.</summary>
public sealed class FuzzTests
{
    private const int Ordinary = 20_000;
    private const int Seed = 20251;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Execute_MutatedDocuments_NeverThrowsOrHangs()
    {
        string? asked = Environment.GetEnvironmentVariable("GEP_FUZZ");
        int count = asked is null ? Ordinary : int.Parse(asked, CultureInfo.InvariantCulture);
        var schema = TestRun.Mocked(Corpus.Everything, _ => MockValues.AtOnce);
        var generator = new DocumentGenerator(schema, Seed);
        string[] seeds =
            [.. Enumerable.Range(0, 100).Select(_ => generator.Next().Document), .. Corpus.Syntax.Take(200)];
        using var engine = new GraphQLEngine(schema);
        var random = new Random(Seed);
        for (int i = 0; i < count; i++)
        {
            string document = TokenMutation.Apply(seeds[random.Next(seeds.Length)], random);
            long started = Stopwatch.GetTimestamp();
            using var response = await engine.ExecuteAsync(new GraphQLRequest { Query = document });
            Assert.True(Stopwatch.GetElapsedTime(started) < Slow, $"seed {Seed}, document {i}: {document}");
        }
    }
}
