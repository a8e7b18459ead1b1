namespace Gep.GraphQL.Tests.Http;

/// <summary>Streams on which nothing happens still show that they live. Source: [GRAPHQL-SSE].</summary>
public sealed class KeepAliveTests(TestServer server) : IClassFixture<TestServer>
{
    private const string StillThere = ":";

    [Fact]
    public async Task Stream_WithoutEvents_SendsComments()
    {
        string query = Uri.EscapeDataString("subscription { forever }");
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Url}?query={query}"));

        Assert.Equal([StillThere, StillThere, StillThere], await FirstLinesAsync(ask, 3));
    }

    [Fact]
    public async Task ReservedStream_WithoutOperations_SendsComments()
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, server.Url);
        using var reserved = await server.Client.SendAsync(put);
        string token = await reserved.Content.ReadAsStringAsync();
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Url}?token={token}"));

        Assert.Equal([StillThere, StillThere, StillThere], await FirstLinesAsync(ask, 3));
    }

    [Fact]
    public async Task Stream_WithEvents_SendsThemAllBetweenComments()
    {
        string query = Uri.EscapeDataString("subscription { count(to: 3) }");
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Url}?query={query}"));
        var lines = await FirstLinesAsync(ask, int.MaxValue);

        Assert.Equal(3, lines.Count(line => line == "event: next"));
        Assert.Contains("data: {\"data\":{\"count\":3}}", lines);
        Assert.Contains("event: complete", lines);
    }

    /// <summary>The first lines that are not empty, or all where the stream ends before.</summary>
    private async Task<List<string>> FirstLinesAsync(HttpRequestMessage ask, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        ask.Headers.Add("Accept", "text/event-stream");
        using var answer =
            await server.Client.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        var lines = new List<string>();
        while (lines.Count < count && await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Length > 0) lines.Add(line);
        }
        return lines;
    }
}
