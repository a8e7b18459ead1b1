using Microsoft.AspNetCore.Http;

namespace Gep.GraphQL.Http;

/// <summary>
/// The GraphiQL page and its files, all from npm's packages on this machine. Spec §4 (for tools).
/// </summary>
internal static class GraphiQLPage
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>GraphiQL</title>
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <link rel="icon" href="data:,">
          <style>html, body, #graphiql { height: 100%; margin: 0; }</style>
          <link rel="stylesheet" href="{base}/graphiql.min.css">
        </head>
        <body>
          <div id="graphiql"></div>
          <script src="{base}/react.js"></script>
          <script src="{base}/react-dom.js"></script>
          <script src="{base}/graphiql.min.js"></script>
          <script src="{base}/start.js"></script>
        </body>
        </html>
        """;

    private const string Start = """
        ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, {
          fetcher: GraphiQL.createFetcher({
            url: location.pathname,
            subscriptionUrl: location.origin.replace('http', 'ws') + location.pathname }) }));
        """;

    private static readonly Dictionary<string, (string Path, string Type)> Files = new(StringComparer.Ordinal)
    {
        ["graphiql.min.css"] = ("graphiql/graphiql.min.css", "text/css; charset=utf-8"),
        ["graphiql.min.js"] = ("graphiql/graphiql.min.js", "text/javascript; charset=utf-8"),
        ["react.js"] = ("react/umd/react.production.min.js", "text/javascript; charset=utf-8"),
        ["react-dom.js"] = ("react-dom/umd/react-dom.production.min.js", "text/javascript; charset=utf-8"),
        ["start.js"] = ("", "text/javascript; charset=utf-8"),
    };

    public static bool IsAsked(HttpContext context, string? file, GraphQLHttpOptions options)
    {
        if (options.GraphiQLFolder is null || !HttpMethods.IsGet(context.Request.Method)) return false;
        if (file is not null) return Files.ContainsKey(file);
        return !context.Request.Query.ContainsKey("query")
            && context.Request.Headers.Accept.ToString()
                .Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public static async Task SendAsync(HttpContext context, string? file, GraphQLHttpOptions options)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        if (file is null)
        {
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors "
                    + "'none'";
            string page =
                Html.Replace("{base}", context.Request.PathBase + context.Request.Path.ToString()
                .TrimEnd('/'),
                StringComparison.Ordinal);
            await response.WriteAsync(page, context.RequestAborted).ConfigureAwait(false);
            return;
        }
        var (path, type) = Files[file];
        response.ContentType = type;
        if (path.Length == 0)
        {
            await response.WriteAsync(Start, context.RequestAborted).ConfigureAwait(false);
            return;
        }
        string full = Path.Combine(options.GraphiQLFolder!, path);
        if (!File.Exists(full)) response.StatusCode = StatusCodes.Status404NotFound;
        else await response.SendFileAsync(full, context.RequestAborted).ConfigureAwait(false);
    }
}
