using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Gep.GraphQL.Tests.Http;

/// <summary>Hostile requests: the rows of the list of hostile inputs that lie in HTTP and JSON.</summary>
public sealed class HostileTransportTests(TestServer server) : HostileRequests(server),
    IClassFixture<TestServer>
{
    private const string Filtered = "query ($w: ForestFilterInput) { forests(where: $w) { totalCount } }";

    [Fact]
    public Task Row10_BatchOfAThousand_IsRefused() => RefusedBodyAsync(
        "[" + string.Join(',', Enumerable.Repeat("{\"query\":\"{ hello }\"}", 1_000)) + "]");

    [Theory]
    [InlineData("{\"query\":\"\\uD800\"}")]
    [InlineData("{\"query\":\"{ hello(name: \\\"\\uDC00\\\") }\"}")]
    [InlineData("\uFEFF\uFEFF{\"query\":\"{ hello }\"}")]
    [InlineData("{\"query\":\"{ hello }\u0000\"}")]
    public Task Row12_LoneSurrogateBomOrNulInTheBody_IsRefused(string body) => RefusedBodyAsync(body);

    [Fact]
    public async Task Row12_OverlongUtf8_IsRefused()
    {
        byte[] overlong = [.. "{\"query\":\"{ hello }"u8, 0xC0, 0xAF, .. "\"}"u8];
        using var content = new ByteArrayContent(overlong);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Server.Client.PostAsync(Server.Url, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await GoesOnAsync();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"query\":null}")]
    [InlineData("{\"query\":\"\"}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[]}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":\"x\"}")]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":\"Nobody\"}")]
    public Task Row14_ParametersOfTheWrongKind_AreRefused(string body) => RefusedBodyAsync(body);

    [Fact]
    public async Task Row15_MutationByGet_IsRefused()
    {
        string query = Uri.EscapeDataString("mutation { rename(input: {id: 1}) { problems } }");
        using var answer = await Server.Client.GetAsync(new Uri($"{Server.Url}?query={query}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        await GoesOnAsync();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Row16_FormOrPlainText_IsRefused(string type)
    {
        using var content = new ByteArrayContent("{\"query\":\"{ hello }\"}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await Server.Client.PostAsync(Server.Url, content);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row17_CompressedBomb_IsRefused()
    {
        using var bomb = new MemoryStream();
        await using (var zip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) await zip.WriteAsync(zeros);
        }
        using var content = new ByteArrayContent(bomb.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await Server.Client.PostAsync(Server.Url, content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row18_SlowBody_IsCutOff()
    {
        using var socket = new TcpClient(Server.Url.Host, Server.Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /graphql HTTP/1.1\r\nHost: x\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        byte[] answer = new byte[256];
        var reading = stream.ReadAsync(answer, limit.Token).AsTask();
        while (!reading.IsCompleted)
        {
            await stream.WriteAsync("{"u8.ToArray(), limit.Token);
            await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(1), limit.Token));
        }

        Assert.Contains("408", Encoding.ASCII.GetString(answer, 0, await reading), StringComparison.Ordinal);
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row19_ClientThatLeaves_CancelsItsResolver()
    {
        using var client = new CancellationTokenSource();
        var asking = PostAsync("{\"query\":\"{ watched }\"}", client.Token);
        Assert.True(await Server.Witness.Begun.WaitAsync(TimeSpan.FromSeconds(10)));
        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.True(await Server.Witness.Cancelled.WaitAsync(TimeSpan.FromSeconds(10)));
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row19_ResolverWithoutEnd_IsCancelled()
    {
        using var answer = await PostAsync("{\"query\":\"{ slow }\"}", CancellationToken.None);

        Assert.Contains("TIMEOUT", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row21_FilterNestedOrWideInVariables_IsRefused()
    {
        foreach (string where in new[]
        {
            Nest("{\"and\":[", 1_000, "{}", "]}"),
            "{\"and\":[" + string.Join(',', Enumerable.Repeat("{\"and\":[{},{},{}]}", 40_000)) + "]}",
        })
        {
            await RefusedBodyAsync($"{{\"query\":\"{Filtered}\",\"variables\":{{\"w\":{where}}}}}");
        }
        await RefusedBodyAsync($"{{\"query\":\"{Filtered}\",\"variables\":{{\"w\":{{\"x\":1}}}}}}");
    }
}
