using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Http;
using Gep.GraphQL.Tests.Documents;
using Gep.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Gep.GraphQL.Tests.Http;

/// <summary>
/// Damaged documents: each is answered soon, nothing is thrown, nothing is a fault of the server's.
/// <c>./dev fuzz COUNT</c> sets how many, and prints what was seen.
/// </summary>
public sealed class FuzzTests
{
    private const int Ordinary = 10_000, OrdinaryRequests = 2_000;
    private const int Seed = 20251;
    private const int Workers = 4;

    /// <summary>One in so many goes by GET, where it is short enough.</summary>
    private const int GetInterval = 5;

    private const int QueryStringMax = 2_000;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private static readonly string[] Accepted =
        ["application/json", "application/graphql-response+json", "*/*", "text/event-stream"];

    [Fact]
    public async Task Execute_DamagedDocuments_NeverThrowsOrHangs()
    {
        int count = CountOr(Ordinary);
        var schema = Served();
        var corpus = new FuzzCorpus(schema, Seed);
        using var engine = new GraphQLEngine(schema);
        var random = new Random(Seed);
        var watch = Stopwatch.StartNew();
        var slowest = TimeSpan.Zero;
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            var (document, variables) = corpus.Next(random);
            var values = (InputMap?)JsonInput.Read(variables.ToJsonString());
            long started = Stopwatch.GetTimestamp();
            using var response = await engine.ExecuteAsync(
                new GraphQLRequest { Query = document, Variables = values });
            var time = Stopwatch.GetElapsedTime(started);
            Assert.True(time < Slow, $"seed {Seed}, document {i}: {document}");
            if (time > slowest) slowest = time;
            if (response.IsRequestError) refused++;
        }
        Report($"engine: {count} documents, {count - refused} run, {refused} refused, none thrown",
            slowest, watch.Elapsed);
    }

    [Fact]
    public async Task Request_DamagedDocuments_NeverFailsOrHangs()
    {
        int count = CountOr(OrdinaryRequests);
        var schema = Served();
        await using var app = await StartAsync(schema);
        var url = new Uri(app.Urls.First() + "/graphql");
        using var client = new HttpClient { Timeout = Slow };
        var corpus = new FuzzCorpus(schema, Seed);
        var statuses = new ConcurrentDictionary<int, int>();
        var slowest = new TimeSpan[Workers];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var random = new Random(Seed + worker);
            for (int i = 0; i < count / Workers; i++)
            {
                using var request = Request(url, corpus, random, i);
                long started = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(request);
                byte[] body = await answer.Content.ReadAsByteArrayAsync();
                var time = Stopwatch.GetElapsedTime(started);
                if (time > slowest[worker]) slowest[worker] = time;
                int status = (int)answer.StatusCode;
                statuses.AddOrUpdate(status, 1, static (_, former) => former + 1);
                string place = $"seed {Seed}, worker {worker}, request {i}: {status}";
                Assert.True(status < 500, place);
                Assert.True(IsAnswer(body), place);
            }
        })));
        using var last = await client.GetAsync(new Uri(url + "?query={__typename}"));
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await last.Content.ReadAsStringAsync());
        string seen = string.Join(", ", statuses.OrderBy(entry => entry.Key)
            .Select(entry => $"{entry.Key}: {entry.Value}"));
        Report($"HTTP: {statuses.Values.Sum()} requests, status {seen}, none above 499",
            slowest.Max(), watch.Elapsed);
    }

    private static HttpRequestMessage Request(Uri url, FuzzCorpus corpus, Random random, int number)
    {
        HttpRequestMessage request;
        string? query = number % GetInterval == 0 ? corpus.Next(random).Document : null;
        if (query is { Length: < QueryStringMax })
        {
            string escaped = Uri.EscapeDataString(Sound(query));
            request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{url}?query={escaped}"));
        }
        else
        {
            var content = new ByteArrayContent(corpus.Body(random));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        }
        request.Headers.TryAddWithoutValidation("Accept", Accepted[random.Next(Accepted.Length)]);
        return request;
    }

    /// <summary>Half a surrogate pair cannot stand in an address.</summary>
    private static string Sound(string text) =>
        string.Concat(text.Select(c => char.IsSurrogate(c) ? '?' : c));

    /// <summary>JSON with data or errors, or a stream of events with such.</summary>
    private static bool IsAnswer(byte[] body) =>
        body.AsSpan().IndexOf("\"data\":"u8) >= 0 || body.AsSpan().IndexOf("\"errors\":"u8) >= 0;

    private static async Task<WebApplication> StartAsync(Schema schema)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGraphQL("/graphql", new GraphQLEngine(schema));
        await app.StartAsync();
        return app;
    }

    private static Schema Served() => TestRun.Mocked(Corpus.Everything,
        number => number % 7 == 0 ? MockValues.Later
            : number % 5 == 0 ? MockValues.Together : MockValues.AtOnce);

    private static int CountOr(int ordinary) => Environment.GetEnvironmentVariable("GEP_FUZZ") is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture)
        : ordinary;

    private static void Report(string what, TimeSpan slowest, TimeSpan whole)
    {
        if (Environment.GetEnvironmentVariable("GEP_FUZZ_REPORT") is not { } file) return;
        using var process = Process.GetCurrentProcess();
        lock (Accepted)
        {
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture,
                $"fuzz {what}, slowest {slowest.TotalMilliseconds:0} ms, {whole.TotalSeconds:0} s, "
                    + $"{process.PeakWorkingSet64 >> 20} MB at most, seed {Seed}\n"));
        }
    }
}
