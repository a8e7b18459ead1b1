using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Tests.Maps;
using Gep.Testing;
using Microsoft.AspNetCore.Builder;

namespace Gep.Api.Tests.Serving;

/// <summary>Bodies that are too large, over a real connection: the answer arrives.</summary>
public sealed class RefusedBodyTests : IAsyncLifetime, IDisposable
{
    private const int Mebibyte = 1 << 20;

    /// <summary>More than the buffers of both sides take, and less than is read in vain.</summary>
    private const int BodyBytes = 48 * Mebibyte;

    /// <summary>An answer may be lost now and then: so often each is asked for.</summary>
    private const int Times = 5;

    private const string Json = "application/json";
    private const string Form = "multipart/form-data; boundary=B";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app = ServiceHost.Build(
        new ServeSettings("http://127.0.0.1:0", [], null, TimeSpan.FromSeconds(30))
        {
            Tokens = Tokens.Register,
            RatePerSecond = 0,
            UploadBytes = Mebibyte,
        },
        new SnapshotHolder());
    private readonly HttpClient client = new() { Timeout = Patience };

    private Uri Address => new($"{app.Urls.Single()}/graphql");

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData(Json, false, nameof(CallerRole.Analyst), 413, "larger than")]
    [InlineData(Json, true, nameof(CallerRole.Analyst), 413, "larger than")]
    [InlineData(Form, false, nameof(CallerRole.Analyst), 413, "UPLOAD_TOO_LARGE")]
    [InlineData(Form, true, nameof(CallerRole.Analyst), 413, "UPLOAD_TOO_LARGE")]
    [InlineData(Form, false, nameof(CallerRole.Auditor), 403, "role-forbidden")]
    [InlineData(Form, true, nameof(CallerRole.Auditor), 403, "role-forbidden")]
    public async Task Post_BodyTooLarge_IsAnsweredToAClientThatWritesAll(
        string type, bool isChunked, string role, int status, string said)
    {
        for (int time = 0; time < Times; time++)
        {
            using var request = Request(type, Enum.Parse<CallerRole>(role), BodyBytes);
            request.Headers.TransferEncodingChunked = isChunked;
            using var answer = await client.SendAsync(request);

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(answer.Headers.ConnectionClose);
        }
    }

    [Fact]
    public async Task Post_DeclaredTooLarge_IsAnsweredBeforeItIsSent()
    {
        using var socket = await SendHeadAsync("Content-Length: 1000000000");

        string answer = await ReadAsync(socket);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("larger than", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BodyWithoutEnd_IsAnsweredAndCutOff()
    {
        using var socket = await SendHeadAsync("Transfer-Encoding: chunked");
        var reading = ReadAsync(socket);
        var chunk = Encoding.ASCII.GetBytes($"{Mebibyte:x}\r\n{new string(' ', Mebibyte)}\r\n");
        long begun = Stopwatch.GetTimestamp();
        long sent = 0;

        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (Stopwatch.GetElapsedTime(begun) < Patience) sent += await socket.SendAsync(chunk);
        });

        Assert.InRange(sent, BodyBytes, long.MaxValue);
        Assert.StartsWith("HTTP/1.1 413 ", await reading, StringComparison.Ordinal);
    }

    [ToolTheory("curl", "curl")]
    [InlineData("Expect: 100-continue")]
    [InlineData("Expect:")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task Post_BodyTooLarge_IsAnsweredToCurl(string header)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, new byte[BodyBytes]);
            var start = new ProcessStartInfo("curl")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    "--silent", "--show-error", "--max-time", "60", "--write-out", " %{http_code}",
                    "--header", header, "--header", $"Content-Type: {Json}", "--data-binary", $"@{file}",
                    Address.ToString(),
                },
            };
            using var curl = Process.Start(start)!;
            string answer = await curl.StandardOutput.ReadToEndAsync();

            Assert.EndsWith(" 413", answer, StringComparison.Ordinal);
            Assert.Contains("larger than", answer, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private HttpRequestMessage Request(string type, CallerRole role, int bytes)
    {
        const string head = "--B\r\nContent-Disposition: form-data; name=\"0\"; filename=\"a\"\r\n\r\n";
        var body = new byte[bytes];
        if (type == Form) Encoding.ASCII.GetBytes(head, body);
        var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("GraphQL-Preflight", "1");
        request.Headers.Authorization = new("Bearer", Tokens.Of(role));
        return request;
    }

    private async Task<Socket> SendHeadAsync(string header)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Address.Host, Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: here\r\nContent-Type: {Json}\r\n{header}\r\n\r\n"));
        return socket;
    }

    /// <summary>What arrives, up to the end of the problem.</summary>
    private static async Task<string> ReadAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        using var late = new CancellationTokenSource(Patience);
        string text = "";
        int count = 1;
        while (count > 0 && !text.Contains('}', StringComparison.Ordinal))
        {
            count = await socket.ReceiveAsync(buffer, late.Token);
            text += Encoding.UTF8.GetString(buffer, 0, count);
        }
        return text;
    }
}
