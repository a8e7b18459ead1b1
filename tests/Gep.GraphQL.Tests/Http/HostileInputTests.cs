using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Gep.GraphQL.Tests.Http;

/// <summary>Hostile inputs 1 to 23: a quick refusal, and the next request is answered.</summary>
public sealed class HostileInputTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(4);

    public static TheoryData<string, string> Documents => new()
    {
        { "1 braces", new string('{', 100_000) },
        { "1 nested selections", Nest("{ node(id: 1) ", 5_000, "{ id }", " }") },
        { "2 brackets", "{ hello(name: " + new string('[', 700_000) },
        { "3 nested objects",
            "{ forests(where: " + Nest("{ and: ", 20_000, "{}", "}") + ") { totalCount } }" },
        { "4 nested list types",
            "query ($a: " + new string('[', 50_000) + "Int" + new string(']', 50_000) + ") { hello }" },
        { "5 aliases", "{ " + Repeat(10_000, i => $"a{i}: broken ") + "}" },
        { "6 duplicate fields", "{ " + Repeat(10_000, _ => "hello ") + "}" },
        { "7 directives", "{ hello " + Repeat(5_000, _ => "@skip(if: false) ") + "}" },
        { "8 cycle", "{ node(id: 1) { ...A } } fragment A on Node { id ...B } fragment B on Node { ...A }" },
        { "8 exponential",
            "{ ...F0 } "
            + Repeat(40, i =>
            $"fragment F{i} on Query {{ a: forestBy(by: {{id: 1}}) {{ ...G{i} }} ...F{i + 1} ...F{i + 1} }} "
            + $"fragment G{i} on Forest {{ id }} ") + "fragment F40 on Query { hello }" },
        { "8 deep chain",
            "{ ...F0 } " + Repeat(2_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ")
            + "fragment F2000 on Query { hello }" },
        { "9 circular introspection",
            "{ __schema { types { " + Nest("fields { type { ", 12, "name", " } }") + " } } }" },
        { "11 unterminated block string", "{ hello(name: \"\"\"" + new string('x', 500_000) },
        { "11 long comment", "#" + new string('x', 900_000) + "\n{" },
        { "12 control character", "{ hello\u0000 }" },
        { "13 large Int", "{ forests(first: 2147483648) { totalCount } }" },
        { "13 large Float", "{ forests(where: {areaMin: 1e400}) { totalCount } " },
        { "14 empty", "" },
        { "22 negative page", "{ forests(first: -1) { totalCount } }" },
        { "22 huge page", "{ forests(first: 2000000000) { totalCount } }" },
        { "23 overlapping fields", "{ " + Repeat(1_500, i => $"forestBy(by: {{id: {i}}}) {{ id }} ") + "}" },
        { "23 overlapping fragments", "{ " + Repeat(300, i => $"...F{i} ") + "} "
            + Repeat(300, i =>
                $"fragment F{i} on Query {{ ...F{(i + 1) % 300} ...F{(i + 7) % 300} x{i}: hello }} ") },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Post_HostileDocument_IsRefusedQuickly(string name, string document)
    {
        using var limit = new CancellationTokenSource(Quick);
        using var answer =
            await PostAsync(new JsonObject { ["query"] = document }.ToJsonString(), limit.Token);
        string body = await answer.Content.ReadAsStringAsync(limit.Token);

        Assert.True((int)answer.StatusCode < 500, $"{name}: {answer.StatusCode}");
        Assert.Contains("\"errors\"", body, StringComparison.Ordinal);
        Assert.True(body.Length < 100_000, $"{name}: {body.Length}");
        await AssertAliveAsync();
    }

    [Theory]
    [InlineData("[{\"query\":\"{ hello }\"},{\"query\":\"{ hello }\"}]")]
    [InlineData("null")]
    [InlineData("{\"query\":null}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[]}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":\"x\"}")]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":\"Nobody\"}")]
    [InlineData("{\"query\":\"\\uD800\"}")]
    [InlineData(
        "{\"query\":\"query ($w: ForestFilter) { forests(where: $w) { totalCount } }\","
            + "\"variables\":{\"w\":{\"x\":1}}}")]
    [InlineData("{\"query\":\"{ forests(after: \\\"forged\\\") { totalCount } }\"}")]
    public async Task Post_HostileBody_IsRefused(string body)
    {
        using var answer = await PostAsync(body, CancellationToken.None);
        string text = await answer.Content.ReadAsStringAsync();

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.Contains("\"errors\"", text, StringComparison.Ordinal);
        await AssertAliveAsync();
    }

    [Fact]
    public async Task Post_FilterNestedInVariables_IsRefused()
    {
        string where = Nest("{\"and\":[", 1_000, "{}", "]}");
        string query = "query ($w: ForestFilter) { forests(where: $w) { totalCount } }";
        using var answer =
            await PostAsync($"{{\"query\":\"{query}\",\"variables\":{{\"w\":{where}}}}}",
            CancellationToken.None);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertAliveAsync();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Post_OtherContentType_IsRefused(string type)
    {
        using var content = new ByteArrayContent("{\"query\":\"{ hello }\"}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await server.Client.PostAsync(server.Url, content);

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Post_CompressedBody_IsRefused()
    {
        using var content = new ByteArrayContent(new byte[1000]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await server.Client.PostAsync(server.Url, content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Post_InvalidUtf8OrLargeBody_IsRefused()
    {
        byte[] overlong = [.. "{\"query\":\"{ hello }"u8, 0xC0, 0xAF, .. "\"}"u8];
        foreach (byte[] body in new[] { overlong, new byte[10 * 1024 * 1024] })
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            try
            {
                using var answer = await server.Client.PostAsync(server.Url, content);
                Assert.InRange((int)answer.StatusCode, 400, 499);
            }
            catch (HttpRequestException)
            {
                // The server closed the connection before the whole body was sent.
            }
        }
        await AssertAliveAsync();
    }

    [Fact]
    public async Task Get_Mutation_IsRefused()
    {
        using var answer = await server.Client.GetAsync(new Uri(
            server.Url + "?query="
                + Uri.EscapeDataString("mutation { rename(input: {id: 1}) { problems } }")));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Post_SlowBody_IsCutOff()
    {
        using var socket = new TcpClient(server.Url.Host, server.Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + "1000\r\n\r\n{"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(8));
        byte[] answer = new byte[256];
        int read = await stream.ReadAsync(answer, limit.Token);

        Assert.Contains("408", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
        await AssertAliveAsync();
    }

    [Fact]
    public async Task Post_SlowResolver_IsCancelled()
    {
        using var answer = await PostAsync("{\"query\":\"{ slow }\"}", CancellationToken.None);

        Assert.Contains("TIMEOUT", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Nest(string open, int depth, string core, string close) =>
        string.Concat(Enumerable.Repeat(open, depth)) + core + string.Concat(Enumerable.Repeat(close, depth));

    private static string Repeat(int count, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, count).Select(text));

    private async Task<HttpResponseMessage> PostAsync(string json, CancellationToken cancellation)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await server.Client.PostAsync(server.Url, content, cancellation);
    }

    private async Task AssertAliveAsync()
    {
        using var answer = await PostAsync("{\"query\":\"{ hello }\"}", CancellationToken.None);
        Assert.Equal("{\"data\":{\"hello\":\"hello world\"}}", await answer.Content.ReadAsStringAsync());
    }
}
