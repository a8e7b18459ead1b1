using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workflow;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Http;
using Gep.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gep.Api.GraphQL;

/// <summary>The GraphQL schema of the service, at /graphql.</summary>
internal static partial class GraphQLService
{
    /// <summary>Where it answers.</summary>
    public const string Path = "/graphql";

    /// <summary>Room beside the file in a form: one that is a little too large is told so.</summary>
    private const long FormBytes = 1 << 20;

    /// <summary>The schema, made from the classes of this folder.</summary>
    public static Schema MakeSchema() => new SchemaBuilder()
        .AddQueryType<Query>().AddMutationType<Mutation>().AddSubscriptionType<Subscription>()
        .AddTypeExtension<TokenQueries>().AddTypeExtension<UploadQueries>().AddTypeExtension<RecordQueries>()
        .AddTypeExtension<ScheduleSteps>().AddTypeExtension<ScheduleStanding>().Build();

    /// <summary>What resolvers take.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ServedRequest>();
        services.AddScoped<Query>();
        services.AddScoped<TokenQueries>();
        services.AddScoped<ScheduleSteps>();
        services.AddScoped<ScheduleStanding>();
        services.AddScoped<UploadQueries>();
        services.AddScoped<RecordQueries>();
        services.AddScoped<Mutation>();
        services.AddScoped<Subscription>();
        services.AddSingleton<RunRegister>();
    }

    /// <summary>Adds /graphql; where npm's packages are, also GraphiQL.</summary>
    public static void Map(WebApplication app, ServeSettings settings)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Gep.GraphQL");
        var engine = new GraphQLEngine(MakeSchema(), new GraphQLLimits
        {
            Time = settings.RequestTime, UploadBytes = settings.UploadBytes + FormBytes,
        })
        {
            OnException = failure => Failed(logger, failure),
        };
        app.Lifetime.ApplicationStopped.Register(engine.Dispose);
        app.MapGraphQL(Path, engine, new GraphQLHttpOptions { GraphiQLFolder = settings.GraphiQLFolder })
            .DisableRequestTimeout();
    }

    /// <summary>Names the snapshot in the head of every answer.</summary>
    public static Task NameSnapshot(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal))
        {
            var snapshot = context.RequestServices.GetRequiredService<ServedRequest>().Snapshot;
            if (snapshot is not null) context.Response.Headers[EntityTag.SnapshotHeader] = snapshot.Id;
            context.Response.Headers.Vary = "Authorization";
        }
        return next(context);
    }

    [LoggerMessage(22, LogLevel.Error, "A resolver failed")]
    private static partial void Failed(ILogger logger, Exception failure);
}
