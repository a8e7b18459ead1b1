using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gep.Api.Serving;

/// <summary>Writes JSON answers: compact, Chinese as it is.</summary>
internal static class JsonAnswer
{
    /// <summary>The writer's options.</summary>
    public static JsonWriterOptions Options { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document that is small enough to be made whole before it is sent.</summary>
    public static async Task WriteAsync(HttpContext context, string contentType, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        await WriteAsync(context, contentType, buffer.WrittenMemory);
    }

    /// <summary>
    /// Writes bytes; of a HEAD request only what describes them. They are few and ready, so that also an
    /// answer about a time limit gets through.
    /// </summary>
    public static async Task WriteAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.Body.WriteAsync(bytes, CancellationToken.None);
    }
}
