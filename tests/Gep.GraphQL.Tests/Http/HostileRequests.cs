using System.Text;
using System.Text.Json.Nodes;

namespace Gep.GraphQL.Tests.Http;

/// <summary>What every hostile input has to meet: a quick refusal, and a server that goes on.</summary>
public abstract class HostileRequests(TestServer server)
{
    private const int AnswerBytesMax = 100_000;
    private const long MemoryBytesMax = 512L * 1024 * 1024;

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    protected TestServer Server { get; } = server;

    /// <summary>A document that is answered with errors, quickly and shortly.</summary>
    protected Task RefusedAsync(string document) =>
        RefusedBodyAsync(new JsonObject { ["query"] = document }.ToJsonString());

    /// <summary>A body that is answered with errors, or by a status of 4xx.</summary>
    protected async Task RefusedBodyAsync(string body)
    {
        using var limit = new CancellationTokenSource(Quick);
        using var answer = await PostAsync(body, limit.Token);
        string text = await answer.Content.ReadAsStringAsync(limit.Token);

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.Contains("\"errors\"", text, StringComparison.Ordinal);
        Assert.True(text.Length < AnswerBytesMax, $"{text.Length} characters");
        await GoesOnAsync();
    }

    /// <summary>
    /// A body that is turned away by its size; the server may hang up before it has all of it.
    /// </summary>
    protected async Task TurnedAwayAsync(string body)
    {
        using var limit = new CancellationTokenSource(Quick);
        try
        {
            using var answer = await PostAsync(body, limit.Token);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
        catch (HttpRequestException)
        {
            // The connection was closed while the client was still sending.
        }
        await GoesOnAsync();
    }

    protected async Task<HttpResponseMessage> PostAsync(string json, CancellationToken cancellation)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Server.Client.PostAsync(Server.Url, content, cancellation);
    }

    /// <summary>The next request is fine, and memory is what it was.</summary>
    protected async Task GoesOnAsync()
    {
        using var answer = await PostAsync("{\"query\":\"{ hello }\"}", CancellationToken.None);
        Assert.Equal("{\"data\":{\"hello\":\"hello world\"}}", await answer.Content.ReadAsStringAsync());
        long held = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(held <= MemoryBytesMax, $"{held} bytes are held.");
    }

    protected static string Nest(string open, int depth, string core, string close) =>
        string.Concat(Enumerable.Repeat(open, depth)) + core + string.Concat(Enumerable.Repeat(close, depth));

    protected static string Repeat(int count, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, count).Select(text));
}
