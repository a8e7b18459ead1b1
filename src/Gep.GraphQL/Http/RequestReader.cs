using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gep.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gep.GraphQL.Http;

/// <summary>One request, or several where batches are allowed. Spec §6.1.</summary>
internal sealed record RequestBatch(IReadOnlyList<GraphQLRequest> Requests, bool IsBatch);

/// <summary>
/// GraphQL requests from query strings, JSON bodies and multipart forms. Source: [GRAPHQL-HTTP] §5. Spec
/// §6.1.
/// </summary>
internal sealed class RequestReader(GraphQLEngine engine, GraphQLHttpOptions options)
{
    private readonly ConcurrentDictionary<string, string> _automatic = new(StringComparer.OrdinalIgnoreCase);

    public GraphQLRequest ReadQuery(HttpContext context)
    {
        var query = context.Request.Query;
        var map = new InputMap();
        foreach (string name in new[] { "query", "operationName", "documentId" })
        {
            if (query.TryGetValue(name, out var value)) map[name] = value.ToString();
        }
        foreach (string name in new[] { "variables", "extensions" })
        {
            if (!query.TryGetValue(name, out var value) || value.ToString().Length == 0) continue;
            map[name] = ReadJson(value.ToString());
        }
        return Make(map, context.RequestServices) with { IsReadOnly = true };
    }

    public async ValueTask<RequestBatch> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
            throw Unsupported("Compressed requests are not taken.");
        if (context.Request.ContentType is not ("application/json" or "application/json; charset=utf-8"))
        {
            if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type))
                throw Unsupported("The request needs a content type.");
            if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            {
                var form = await MultipartReader.ReadAsync(context, engine.Limits).ConfigureAwait(false);
                return new RequestBatch([Make(form, context.RequestServices)], IsBatch: false);
            }
            bool isUtf8 = !type.Charset.HasValue || type.Charset.ToString().Trim('"')
                .Equals("utf-8", StringComparison.OrdinalIgnoreCase);
            if (!isUtf8 || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
                throw Unsupported("Send application/json in UTF-8.");
        }
        object? body = await ReadJsonAsync(context).ConfigureAwait(false);
        if (body is InputMap map) return new RequestBatch([Make(map, context.RequestServices)],
            IsBatch: false);
        if (body is not object?[] items) throw Bad("The body is no object.");
        if (items.Length == 0 || items.Length > engine.Limits.Batch
            || items.Any(item => item is not InputMap))
            throw Bad(engine.Limits.Batch == 0 ? "Batches are not taken."
                : $"A batch has 1 to {engine.Limits.Batch} requests.");
        return new RequestBatch([.. items.Select(item => Make((InputMap)item!, context.RequestServices))],
            IsBatch: true);
    }

    /// <summary>The parameters of a request; throws where one has the wrong type.</summary>
    public GraphQLRequest Make(InputMap map, IServiceProvider services)
    {
        string? operationName = Text(map, "operationName");
        var variables = Map(map, "variables");
        var extensions = Map(map, "extensions");
        return new GraphQLRequest
        {
            Query = FindQuery(Text(map, "query"), Text(map, "documentId"), extensions),
            OperationName = string.IsNullOrEmpty(operationName) ? null : operationName,
            Variables = variables,
            Services = services,
        };
    }

    public static HttpRefusalException Bad(string message) => new(StatusCodes.Status400BadRequest, message);

    /// <summary>JSON of a query string or a form's field.</summary>
    public static object? ReadJson(string text)
    {
        try
        {
            return JsonInput.Read(text);
        }
        catch (Exception wrong) when (IsOfJson(wrong))
        {
            throw Unreadable(wrong);
        }
    }

    /// <summary>JSON of a body or message.</summary>
    public static object? ReadJson(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return JsonInput.Read(bytes);
        }
        catch (Exception wrong) when (IsOfJson(wrong))
        {
            throw Unreadable(wrong);
        }
    }

    private static bool IsOfJson(Exception wrong) =>
        wrong is JsonException or InvalidOperationException or FormatException;

    private static HttpRefusalException Unreadable(Exception wrong) => Bad("The JSON cannot be read: "
        + (wrong is JsonException ? wrong.Message : "wrong text in a string."));

    private static HttpRefusalException Unsupported(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, message);

    private string FindQuery(string? query, string? documentId, InputMap? extensions)
    {
        string? hash = documentId;
        if (extensions is not null && extensions.TryGetValue("persistedQuery", out object? given)
            && given is InputMap persisted && persisted.TryGetValue("sha256Hash", out object? value))
        {
            hash = value as string;
        }
        hash = hash?.StartsWith("sha256:", StringComparison.Ordinal) == true ? hash["sha256:".Length..]
            : hash;
        if (hash is not null && string.IsNullOrEmpty(query))
        {
            if (options.PersistedDocuments?.TryGetValue(hash, out string? known) == true) return known;
            return _automatic.TryGetValue(hash, out known) ? known : throw Bad("PersistedQueryNotFound");
        }
        if (query is null) throw Bad("The parameter \"query\" is missing.");
        if (options.OnlyPersistedDocuments && options.PersistedDocuments?.ContainsKey(HashOf(query)) != true)
            throw Bad("Only persisted documents are run.");
        if (hash is not null && options.AutomaticDocuments > 0)
        {
            if (!HashOf(query).Equals(hash, StringComparison.OrdinalIgnoreCase))
                throw Bad("The hash is not that of the document.");
            if (_automatic.Count < options.AutomaticDocuments) _automatic.TryAdd(hash, query);
        }
        return query;
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Text(InputMap map, string name)
    {
        if (!map.TryGetValue(name, out object? value) || value is null) return null;
        return value as string ?? throw Bad($"The parameter \"{name}\" is no string.");
    }

    private static InputMap? Map(InputMap map, string name)
    {
        if (!map.TryGetValue(name, out object? value) || value is null) return null;
        return value as InputMap ?? throw Bad($"The parameter \"{name}\" is no object.");
    }

    /// <summary>The JSON of a body, within the limits on size and time.</summary>
    public async ValueTask<object?> ReadJsonAsync(HttpContext context)
    {
        int most = engine.Limits.BodyBytes;
        if (context.Request.ContentLength > most) throw TooLarge(most);
        var reader = context.Request.BodyReader;
        CancellationTokenSource? slow = null;
        try
        {
            while (true)
            {
                if (!reader.TryRead(out var read))
                {
                    if (slow is null)
                    {
                        slow = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
                        slow.CancelAfter(engine.Limits.BodyTime);
                    }
                    read = await reader.ReadAsync(slow.Token).ConfigureAwait(false);
                }
                if (read.Buffer.Length > most)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    throw TooLarge(most);
                }
                if (read.IsCompleted) return ReadJson(read.Buffer, reader);
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new HttpRefusalException(StatusCodes.Status408RequestTimeout, "The body took too long.");
        }
        catch (BadHttpRequestException wrong)
        {
            throw new HttpRefusalException(wrong.StatusCode, wrong.Message);
        }
        finally
        {
            slow?.Dispose();
        }
    }

    private static object? ReadJson(ReadOnlySequence<byte> bytes, System.IO.Pipelines.PipeReader reader)
    {
        try
        {
            return ReadJson(bytes);
        }
        finally
        {
            reader.AdvanceTo(bytes.End);
        }
    }

    private static HttpRefusalException TooLarge(int most) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {most} bytes.");
}
