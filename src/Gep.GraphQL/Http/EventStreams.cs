using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Gep.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Gep.GraphQL.Http;

/// <summary>
/// Server-sent events: one stream for one operation, or one reserved stream for many. Source: [GRAPHQL-SSE].
/// Spec §6.2.3.
/// </summary>
internal sealed class EventStreams(GraphQLEngine engine, GraphQLHttpOptions options)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const string EventStream = "text/event-stream";
    private const int ReservationsMax = 1000;

    /// <summary>A comment: clients pass over it, and proxies see that the stream lives.</summary>
    private static readonly byte[] StillThere = ":\n\n"u8.ToArray();

    private readonly ConcurrentDictionary<string, Reservation> _reservations = new(StringComparer.Ordinal);

    private sealed class Reservation
    {
        public Channel<byte[]> Events { get; } = Channel.CreateBounded<byte[]>(64);

        public ConcurrentDictionary<string, CancellationTokenSource> Operations { get; } =
            new(StringComparer.Ordinal);

        public int Opened;

        public DateTime Made { get; } = DateTime.UtcNow;
    }

    public static bool IsAsked(HttpContext context) =>
        HttpMethods.IsPut(context.Request.Method)
        || (!HttpMethods.IsGet(context.Request.Method) && TokenOf(context) is not null)
        || (context.Request.Headers.Accept.Count > 0 && context.Request.Headers.Accept.ToString()
            .Contains(EventStream, StringComparison.OrdinalIgnoreCase));

    public async Task HandleAsync(HttpContext context, RequestReader reader)
    {
        string? token = TokenOf(context);
        if (HttpMethods.IsPut(context.Request.Method))
        {
            await ReserveAsync(context).ConfigureAwait(false);
            return;
        }
        if (token is null)
        {
            var request = HttpMethods.IsPost(context.Request.Method)
                ? (await reader.ReadBodyAsync(context).ConfigureAwait(false)).Requests[0]
                : reader.ReadQuery(context);
            await StreamOneAsync(context, request).ConfigureAwait(false);
            return;
        }
        if (!_reservations.TryGetValue(token, out var reservation))
            throw new HttpRefusalException(StatusCodes.Status404NotFound, "There is no such stream.");
        if (HttpMethods.IsDelete(context.Request.Method)) Stop(context, reservation);
        else if (HttpMethods.IsPost(context.Request.Method)) await StartAsync(context, reader, reservation)
            .ConfigureAwait(false);
        else await StreamAllAsync(context, token, reservation).ConfigureAwait(false);
    }

    private static string? TokenOf(HttpContext context)
    {
        string token = context.Request.Headers[TokenHeader].ToString();
        if (token.Length == 0 && context.Request.QueryString.HasValue) token = context.Request.Query["token"]
            .ToString();
        return token.Length == 0 ? null : token;
    }

    private async Task ReserveAsync(HttpContext context)
    {
        foreach (var (old, reservation) in _reservations)
        {
            bool isStale = reservation.Opened == 0 && DateTime.UtcNow - reservation.Made > engine.Limits.Time;
            if (isStale) _reservations.TryRemove(old, out _);
        }
        if (_reservations.Count >= ReservationsMax)
            throw new HttpRefusalException(StatusCodes.Status429TooManyRequests,
                "There are too many streams.");
        string token = Guid.NewGuid().ToString("N");
        _reservations[token] = new Reservation();
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(token, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task StreamOneAsync(HttpContext context, GraphQLRequest request)
    {
        await OpenAsync(context).ConfigureAwait(false);
        await SendEachAsync(context, engine.SubscribeAsync(request, context.RequestAborted), response =>
        {
            using (response) return Event("next", response.Json.Span, null);
        }).ConfigureAwait(false);
        await SendAsync(context, Event("complete", [], null)).ConfigureAwait(false);
    }

    private async Task StreamAllAsync(HttpContext context, string token, Reservation reservation)
    {
        if (Interlocked.Exchange(ref reservation.Opened, 1) == 1)
            throw new HttpRefusalException(StatusCodes.Status409Conflict, "The stream is already open.");
        try
        {
            await OpenAsync(context).ConfigureAwait(false);
            await SendEachAsync(context, reservation.Events.Reader.ReadAllAsync(context.RequestAborted),
                static message => message).ConfigureAwait(false);
        }
        finally
        {
            _reservations.TryRemove(token, out _);
            foreach (var operation in reservation.Operations.Values) await operation.CancelAsync()
                .ConfigureAwait(false);
        }
    }

    private async Task StartAsync(HttpContext context, RequestReader reader, Reservation reservation)
    {
        if (await reader.ReadJsonAsync(context).ConfigureAwait(false) is not InputMap map)
            throw RequestReader.Bad("The body is no object.");
        var request = reader.Make(map, context.RequestServices);
        string? id = map.TryGetValue("extensions", out object? given) && given is InputMap extensions
            && extensions.TryGetValue("operationId", out object? value) ? value as string : null;
        if (id is null) throw RequestReader.Bad("Operation ID is missing.");
        if (reservation.Operations.Count >= engine.Limits.Subscriptions)
            throw new HttpRefusalException(StatusCodes.Status429TooManyRequests,
                "There are too many operations.");
        var stop = new CancellationTokenSource();
        if (!reservation.Operations.TryAdd(id, stop))
            throw new HttpRefusalException(StatusCodes.Status409Conflict,
                "Operation with ID already exists.");
        _ = PumpAsync(reservation, request with { Services = null }, id, stop);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task PumpAsync(Reservation reservation, GraphQLRequest request, string id,
        CancellationTokenSource stop)
    {
        try
        {
            await foreach (var response in engine.SubscribeAsync(request, stop.Token).ConfigureAwait(false))
            {
                using (response)
                {
                    await reservation.Events.Writer.WriteAsync(Event("next", response.Json.Span, id),
                        stop.Token).ConfigureAwait(false);
                }
            }
            await reservation.Events.Writer.WriteAsync(Event("complete", [], id), stop.Token)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopped by the client, or its stream is gone.
        }
        finally
        {
            reservation.Operations.TryRemove(id, out _);
            stop.Dispose();
        }
    }

    private static void Stop(HttpContext context, Reservation reservation)
    {
        string id = context.Request.Query["operationId"].ToString();
        if (reservation.Operations.TryGetValue(id, out var operation)) operation.Cancel();
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private static async Task OpenAsync(HttpContext context)
    {
        context.Response.ContentType = EventStream + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await SendAsync(context, StillThere).ConfigureAwait(false);
    }

    /// <summary>Sends what comes, and a sign of life while nothing comes.</summary>
    private async Task SendEachAsync<T>(HttpContext context, IAsyncEnumerable<T> events,
        Func<T, byte[]> messageOf)
    {
        using var clock = new PeriodicTimer(options.KeepAlive);
        Task? tick = null;
        await using var each = events.GetAsyncEnumerator(context.RequestAborted);
        while (true)
        {
            var next = each.MoveNextAsync().AsTask();
            while (!next.IsCompleted && !context.RequestAborted.IsCancellationRequested)
            {
                tick ??= clock.WaitForNextTickAsync(CancellationToken.None).AsTask();
                if (await Task.WhenAny(next, tick).ConfigureAwait(false) == next) break;
                tick = null;
                await SendQuietlyAsync(context, StillThere).ConfigureAwait(false);
            }
            if (!await next.ConfigureAwait(false)) return;
            await SendAsync(context, messageOf(each.Current)).ConfigureAwait(false);
        }
    }

    /// <summary>A client that left meanwhile is noticed by the stream itself.</summary>
    private static async Task SendQuietlyAsync(HttpContext context, byte[] message)
    {
        try
        {
            await SendAsync(context, message).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next event is cancelled in the same way.
        }
    }

    private static byte[] Event(string name, ReadOnlySpan<byte> payload, string? id)
    {
        using var buffer = new JsonBuffer();
        buffer.WriteRaw(Encoding.ASCII.GetBytes($"event: {name}\ndata: "));
        if (id is not null)
        {
            buffer.WriteRaw("{\"id\":"u8);
            buffer.WriteString(id);
            if (payload.Length > 0) buffer.WriteRaw(",\"payload\":"u8);
        }
        buffer.WriteRaw(payload);
        if (id is not null) buffer.WriteByte((byte)'}');
        buffer.WriteRaw("\n\n"u8);
        return buffer.Written.ToArray();
    }

    private static async Task SendAsync(HttpContext context, byte[] message) =>
        await context.Response.BodyWriter.WriteAsync(message, context.RequestAborted).ConfigureAwait(false);
}
