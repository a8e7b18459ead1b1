using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Gep.Api.Pages;

/// <summary>The page for people at /, and the files it is made of.</summary>
internal static class PageEndpoints
{
    private const string Entry = "index.html", Assets = "assets/";

    /// <summary>
    /// Nothing from elsewhere, no inline script and no inline style; workers and images are the page's own,
    /// and pictures that it makes itself (<c>blob:</c>, <c>data:</c>).
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'; "
        + "img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    /// <summary>Names under <c>assets/</c> carry a hash of the content: they never change.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>Adds / and /assets.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var files = PageFile.ReadAll();
        app.MapMethods("/", Reading, context => SendAsync(context, files, Entry));
        foreach (string path in files.Keys.Where(path => path != Entry).Order(StringComparer.Ordinal))
            app.MapMethods($"/{path}", Reading, context => SendAsync(context, files, path));
    }

    private static async Task SendAsync(
        HttpContext context, FrozenDictionary<string, PageFile> files, string path)
    {
        var file = files[path];
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl =
            path.StartsWith(Assets, StringComparison.Ordinal) ? Forever : "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == file.Tag || tag.Tag == "*"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        bool gzip = context.Request.Headers.AcceptEncoding.ToString()
            .Contains("gzip", StringComparison.OrdinalIgnoreCase);
        byte[] bytes = gzip ? file.Compressed : file.Bytes;
        if (gzip) response.Headers.ContentEncoding = "gzip";
        response.ContentType = file.ContentType;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
