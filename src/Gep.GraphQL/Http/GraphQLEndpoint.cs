using Gep.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gep.GraphQL.Http;

/// <summary>
/// GraphQL over HTTP at one path: GET, POST, event streams, WebSocket. Source: [GRAPHQL-HTTP]. Spec §7.
/// </summary>
public static class GraphQLEndpoint
{
    /// <summary>Serves an engine at a path; the page, its files and event streams lie below it.</summary>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string path, GraphQLEngine engine,
            GraphQLHttpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        options ??= new GraphQLHttpOptions();
        var handler = new GraphQLHandler(engine, options);
        var sockets = endpoints.CreateApplicationBuilder();
        sockets.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = options.KeepAlive, KeepAliveTimeout = options.KeepAlive,
        });
        sockets.Run(handler.HandleSocketAsync);
        var withSockets = sockets.Build();
        var group = endpoints.MapGroup(path.TrimEnd('/'));
        group.Map("", context =>
            context.Request.Headers.Upgrade.Count > 0 || context.Request.Method == HttpMethods.Connect
                ? withSockets(context)
                : handler.HandleAsync(context, file: null));
        group.Map("/{file}", context =>
            handler.HandleAsync(context, context.Request.RouteValues["file"] as string));
        return group;
    }
}
