using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Gep.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Gep.GraphQL.Http;

/// <summary>One WebSocket of the graphql-transport-ws protocol. Source: [GRAPHQL-WS]. Spec §6.2.3.</summary>
internal sealed class WebSocketSession(GraphQLEngine engine, GraphQLHttpOptions options, RequestReader reader)
    : IDisposable
{
    private const string Protocol = "graphql-transport-ws";
    private const int ReceiveBytes = 16 * 1024;
    private const int BadMessage = 4400, Unauthorized = 4401, BadProtocol = 4406, InitTimeout = 4408;
    private const int Duplicate = 4409, TooMany = 4429;

    private readonly ConcurrentDictionary<string,
        CancellationTokenSource> _operations = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private WebSocket _socket = null!;
    private IServiceProvider _services = null!;
    private CancellationToken _gone;
    private bool _isIntroduced, _isAcknowledged;

    public void Dispose() => _sending.Dispose();

    public async Task RunAsync(HttpContext context)
    {
        bool isKnown = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        _services = context.RequestServices;
        _gone = context.RequestAborted;
        using var socket = await context.WebSockets
            .AcceptWebSocketAsync(isKnown ? Protocol : null).ConfigureAwait(false);
        _socket = socket;
        if (!isKnown)
        {
            await CloseAsync(BadProtocol, "Subprotocol not acceptable").ConfigureAwait(false);
            return;
        }
        try
        {
            await ReceiveAsync().ConfigureAwait(false);
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException)
        {
            // The client is gone.
        }
        finally
        {
            await CancelAllAsync().ConfigureAwait(false);
        }
    }

    private async Task ReceiveAsync()
    {
        var message = new ArrayBufferWriter<byte>(ReceiveBytes);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(_gone);
        var introduction = Task.Delay(options.ConnectionInitTime, waiting.Token);
        while (_socket.State == WebSocketState.Open)
        {
            message.ResetWrittenCount();
            ValueWebSocketReceiveResult received;
            do
            {
                var receive = _socket.ReceiveAsync(message.GetMemory(ReceiveBytes), _gone).AsTask();
                if (!_isIntroduced && await Task.WhenAny(receive, introduction)
                    .ConfigureAwait(false) == introduction)
                {
                    await CloseAsync(InitTimeout, "Connection initialisation timeout", receive)
                        .ConfigureAwait(false);
                    return;
                }
                received = await receive.ConfigureAwait(false);
                message.Advance(received.Count);
                if (message.WrittenCount <= engine.Limits.BodyBytes) continue;
                await CloseAsync((int)WebSocketCloseStatus.MessageTooBig, "Message too big")
                    .ConfigureAwait(false);
                return;
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync((int)WebSocketCloseStatus.NormalClosure, "").ConfigureAwait(false);
                return;
            }
            bool goesOn = await HandleAsync(message.WrittenMemory).ConfigureAwait(false);
            if (_isIntroduced) await waiting.CancelAsync().ConfigureAwait(false);
            if (!goesOn) return;
        }
    }

    /// <summary>False where the socket was closed.</summary>
    private async Task<bool> HandleAsync(ReadOnlyMemory<byte> bytes)
    {
        InputMap? message;
        try
        {
            message = RequestReader.ReadJson(new ReadOnlySequence<byte>(bytes)) as InputMap;
        }
        catch (HttpRefusalException)
        {
            message = null;
        }
        string? type = message is not null && message.TryGetValue("type", out object? value) ? value as string
            : null;
        switch (type)
        {
            case "connection_init" when _isIntroduced:
                return await CloseAsync(TooMany, "Too many initialisation requests").ConfigureAwait(false);
            case "connection_init":
                _isIntroduced = _isAcknowledged = true;
                await SendAsync("connection_ack", null, default).ConfigureAwait(false);
                return true;
            case "ping":
                await SendAsync("pong", null, default).ConfigureAwait(false);
                return true;
            case "pong":
                return true;
            case "subscribe" when !_isAcknowledged:
                return await CloseAsync(Unauthorized, "Unauthorized").ConfigureAwait(false);
            case "subscribe":
                return await SubscribeAsync(message!).ConfigureAwait(false);
            case "complete" when IdOf(message!) is { } id:
                if (_operations.TryRemove(id, out var operation)) await operation.CancelAsync()
                    .ConfigureAwait(false);
                return true;
            default:
                return await CloseAsync(BadMessage, "Invalid message").ConfigureAwait(false);
        }
    }

    private static string? IdOf(InputMap message) =>
        message.TryGetValue("id", out object? value) && value is string { Length: > 0 } id ? id : null;

    private async Task<bool> SubscribeAsync(InputMap message)
    {
        bool hasPayload = message.TryGetValue("payload", out object? value) && value is InputMap;
        if (IdOf(message) is not { } id || !hasPayload)
            return await CloseAsync(BadMessage, "Invalid message").ConfigureAwait(false);
        GraphQLRequest request;
        try
        {
            request = reader.Make((InputMap)value!, _services);
        }
        catch (HttpRefusalException)
        {
            return await CloseAsync(BadMessage, "Invalid message").ConfigureAwait(false);
        }
        if (_operations.Count >= engine.Limits.Subscriptions)
            return await CloseAsync(TooMany, "Too many subscriptions").ConfigureAwait(false);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_gone);
        if (!_operations.TryAdd(id, stop))
        {
            stop.Dispose();
            return await CloseAsync(Duplicate, $"Subscriber for {id} already exists").ConfigureAwait(false);
        }
        _ = PumpAsync(id, request, stop);
        return true;
    }

    private async Task PumpAsync(string id, GraphQLRequest request, CancellationTokenSource stop)
    {
        try
        {
            bool isRefused = false;
            await foreach (var response in engine.SubscribeAsync(request, stop.Token).ConfigureAwait(false))
            {
                using (response)
                {
                    isRefused = response.IsRequestError;
                    var payload = isRefused ? ErrorsOf(response.Json) : response.Json;
                    await SendAsync(isRefused ? "error" : "next", id, payload).ConfigureAwait(false);
                }
            }
            bool isMine = _operations.TryRemove(id, out _);
            if (isMine && !isRefused) await SendAsync("complete", id, default).ConfigureAwait(false);
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException
            or ObjectDisposedException)
        {
            _operations.TryRemove(id, out _);
        }
        finally
        {
            stop.Dispose();
        }
    }

    /// <summary>The list of errors alone, as the protocol wants it.</summary>
    private static ReadOnlyMemory<byte> ErrorsOf(ReadOnlyMemory<byte> response)
    {
        using var document = JsonDocument.Parse(response);
        return Encoding.UTF8.GetBytes(document.RootElement.GetProperty("errors").GetRawText());
    }

    private async Task SendAsync(string type, string? id, ReadOnlyMemory<byte> payload)
    {
        using var buffer = new JsonBuffer();
        buffer.WriteRaw("{\"type\":"u8);
        buffer.WriteString(type);
        if (id is not null)
        {
            buffer.WriteRaw(",\"id\":"u8);
            buffer.WriteString(id);
        }
        if (payload.Length > 0)
        {
            buffer.WriteRaw(",\"payload\":"u8);
            buffer.WriteRaw(payload.Span);
        }
        buffer.WriteByte((byte)'}');
        await _sending.WaitAsync(_gone).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(buffer.Written, WebSocketMessageType.Text, endOfMessage: true, _gone)
                .ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task CancelAllAsync()
    {
        foreach (var operation in _operations.Values)
        {
            try
            {
                await operation.CancelAsync().ConfigureAwait(false);
            }
            catch (ObjectDisposedException)
            {
                // It ended on its own in this very moment.
            }
        }
    }

    /// <summary>
    /// Says why and reads on for a moment, so that the reason arrives before the connection ends.
    /// </summary>
    /// <param name="code">Why.</param>
    /// <param name="reason">The same in words.</param>
    /// <param name="pending">What is being received; a socket takes one receive at a time.</param>
    private async Task<bool> CloseAsync(int code, string reason, Task? pending = null)
    {
        await CancelAllAsync().ConfigureAwait(false);
        await _sending.WaitAsync(_gone).ConfigureAwait(false);
        try
        {
            using var moment = CancellationTokenSource.CreateLinkedTokenSource(_gone);
            moment.CancelAfter(options.ConnectionInitTime);
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, moment.Token)
                .ConfigureAwait(false);
            if (pending is not null) await pending.WaitAsync(moment.Token).ConfigureAwait(false);
            byte[] rest = new byte[ReceiveBytes];
            while (_socket.State == WebSocketState.CloseSent)
                await _socket.ReceiveAsync(rest.AsMemory(), moment.Token).ConfigureAwait(false);
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException)
        {
            // The client was faster, or does not listen.
        }
        finally
        {
            _sending.Release();
        }
        return false;
    }
}
