using System.Net.WebSockets;
using System.Text;

namespace Gep.GraphQL.Tests.Http;

/// <summary>
/// Row 20 of the hostile inputs, and sockets that break their protocol. Source: [GRAPHQL-WS].
/// </summary>
public sealed class HostileSocketTests(TestServer server) : HostileRequests(server), IClassFixture<TestServer>
{
    private const string Init = "{\"type\":\"connection_init\"}";
    private const int Unauthorized = 4401, BadMessage = 4400, Duplicate = 4409, TooMany = 4429;

    [Fact]
    public async Task Row20_SubscriptionFlood_IsEnded()
    {
        string[] flood = [.. Enumerable.Range(0, 500).Select(i => Subscribe($"s{i}"))];

        Assert.Equal(TooMany, await CloseCodeAsync([Init, .. flood]));
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row20_DoubleInit_IsEnded()
    {
        Assert.Equal(TooMany, await CloseCodeAsync(Init, Init));
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row20_MessageBeforeAck_IsEnded()
    {
        Assert.Equal(Unauthorized, await CloseCodeAsync(Subscribe("a")));
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row20_SameIdTwiceOrNoMessage_IsEnded()
    {
        Assert.Equal(Duplicate, await CloseCodeAsync(Init, Subscribe("a"), Subscribe("a")));
        Assert.Equal(BadMessage, await CloseCodeAsync(Init, "[]"));
        await GoesOnAsync();
    }

    [Fact]
    public async Task Row20_LargeMessage_IsEnded()
    {
        int code = await CloseCodeAsync(Init, new string('[', 2 * 1024 * 1024));

        Assert.Equal((int)WebSocketCloseStatus.MessageTooBig, code);
        await GoesOnAsync();
    }

    private static string Subscribe(string id) => $"{{\"type\":\"subscribe\",\"id\":\"{id}\","
        + "\"payload\":{\"query\":\"subscription { forever }\"}}";

    private async Task<int> CloseCodeAsync(params string[] messages)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(Server.Url) { Scheme = "ws" }.Uri, limit.Token);
        var reading = ReadToCloseAsync(socket, limit.Token);
        foreach (string message in messages)
        {
            if (socket.State != WebSocketState.Open) break;
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text,
                    endOfMessage: true, limit.Token);
            }
            catch (WebSocketException)
            {
                // The server has already hung up.
                break;
            }
        }
        await reading;
        return (int)(socket.CloseStatus ?? 0);
    }

    private static async Task ReadToCloseAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        byte[] buffer = new byte[16 * 1024];
        while (socket.State == WebSocketState.Open
            && (await socket.ReceiveAsync(buffer.AsMemory(), cancellation)).MessageType
                != WebSocketMessageType.Close)
        {
        }
    }
}
