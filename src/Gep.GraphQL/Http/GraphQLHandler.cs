using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Gep.GraphQL.Http;

/// <summary>One HTTP request. Source: [GRAPHQL-HTTP] §5 and §6. Spec §7.1.</summary>
internal sealed class GraphQLHandler(GraphQLEngine engine, GraphQLHttpOptions options)
{
    private readonly EventStreams _streams = new(engine, options);
    private readonly RequestReader _reader = new(engine, options);

    public Task HandleSocketAsync(HttpContext context) => context.WebSockets.IsWebSocketRequest
        ? new WebSocketSession(engine, options, _reader).RunAsync(context)
        : HandleAsync(context, file: null);

    /// <summary>A request of the path itself, or of a file below it.</summary>
    public async Task HandleAsync(HttpContext context, string? file)
    {
        var request = context.Request;
        try
        {
            bool isPost = HttpMethods.IsPost(request.Method);
            if (!isPost && GraphiQLPage.IsAsked(context, file, options))
                await GraphiQLPage.SendAsync(context, file, options).ConfigureAwait(false);
            else if (file is not null and not "stream")
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            else if (EventStreams.IsAsked(context))
                await _streams.HandleAsync(context, _reader).ConfigureAwait(false);
            else if (isPost || HttpMethods.IsGet(request.Method))
                await AnswerAsync(context, isPost).ConfigureAwait(false);
            else
                Refuse(context, StatusCodes.Status405MethodNotAllowed);
        }
        catch (HttpRefusalException refusal)
        {
            if (context.Response.HasStarted) return;
            var type = MediaTypes.Choose(request.Headers.Accept) ?? MediaTypes.Json;
            context.Response.StatusCode = refusal.Status;
            using var body = GraphQLResponse.Refused(new GraphQLError
            {
                Message = refusal.Message,
                Extensions = refusal.Code is null
                    ? null : new Dictionary<string, object?> { ["code"] = refusal.Code },
            });
            await SendAsync(context, body, type).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; there is nobody to answer.
        }
    }

    private static void Refuse(HttpContext context, int status)
    {
        context.Response.Headers.Allow = "GET, POST";
        context.Response.StatusCode = status;
    }

    private async Task AnswerAsync(HttpContext context, bool isPost)
    {
        string? type = MediaTypes.Choose(context.Request.Headers.Accept);
        if (type is null)
        {
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }
        var requests = isPost
            ? await _reader.ReadBodyAsync(context).ConfigureAwait(false)
            : new RequestBatch([_reader.ReadQuery(context)], IsBatch: false);
        if (requests.IsBatch)
        {
            await AnswerBatchAsync(context, requests, type).ConfigureAwait(false);
            return;
        }
        var request = requests.Requests[0];
        if (!isPost && engine.KindOf(request) == OperationKind.Mutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new HttpRefusalException(StatusCodes.Status405MethodNotAllowed,
                "Mutations are sent by POST.");
        }
        using var response = await engine.ExecuteAsync(request, context.RequestAborted).ConfigureAwait(false);
        bool isModern = type == MediaTypes.GraphQLResponse;
        context.Response.StatusCode = response.IsRequestError && isModern
            ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
        await SendAsync(context, response, type).ConfigureAwait(false);
    }

    private async Task AnswerBatchAsync(HttpContext context, RequestBatch batch, string type)
    {
        using var buffer = new JsonBuffer();
        buffer.WriteByte((byte)'[');
        for (int i = 0; i < batch.Requests.Count; i++)
        {
            if (i > 0) buffer.WriteByte((byte)',');
            using var one = await engine.ExecuteAsync(batch.Requests[i], context.RequestAborted)
                .ConfigureAwait(false);
            buffer.WriteRaw(one.Json.Span);
        }
        buffer.WriteByte((byte)']');
        context.Response.ContentType = type;
        context.Response.ContentLength = buffer.Length;
        await context.Response.BodyWriter.WriteAsync(buffer.Written, context.RequestAborted)
            .ConfigureAwait(false);
    }

    private static async Task SendAsync(HttpContext context, GraphQLResponse response, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = response.Json.Length;
        await context.Response.BodyWriter.WriteAsync(response.Json, context.RequestAborted)
            .ConfigureAwait(false);
    }
}

/// <summary>
/// A request that is no GraphQL request, with the status that says so. Source: [GRAPHQL-HTTP] §6.4.
/// </summary>
/// <remarks>Spec §7.1.1.</remarks>
internal sealed class HttpRefusalException(int status, string message, string? code = null)
    : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>What programs tell it by; null where the status says enough.</summary>
    public string? Code { get; } = code;
}
