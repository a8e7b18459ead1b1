using Gep.Api.Dossiers;
using Gep.Api.Exports;
using Gep.Api.GraphQL;
using Gep.Api.Maps.Ogc;
using Gep.Api.Maps.Tiles;
using Gep.Api.Pages;
using Gep.Api.Security;
using Gep.Api.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gep.Api.Serving;

/// <summary>Builds the web host: limits, middleware in their order, and every address.</summary>
internal static class ServiceHost
{
    private const int Kibibyte = 1024;

    /// <summary>Longest request line: an address with a filter of several thousand characters.</summary>
    private const int RequestLineBytesMax = 16 * Kibibyte;

    private const int HeaderBytesMax = 32 * Kibibyte;

    private const int ConnectionsMax = 2_000;

    private static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    /// <summary>The host, not yet started.</summary>
    /// <param name="settings">How it runs.</param>
    /// <param name="holder">Where it finds the snapshot.</param>
    /// <param name="kept">Where tokens and steps are kept; null keeps them as the settings say.</param>
    public static WebApplication Build(ServeSettings settings, SnapshotHolder holder, ServeParts? kept = null)
    {
        var parts = kept ?? ServeParts.OfFiles(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "gep",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestLineSize = RequestLineBytesMax;
            options.Limits.MaxRequestHeadersTotalSize = HeaderBytesMax;
            // Bodies go to GraphQL alone, which has limits of its own; the server's would cut off the answer.
            options.Limits.MaxRequestBodySize = null;
            options.Limits.MaxConcurrentConnections = ConnectionsMax;
            options.Limits.RequestHeadersTimeout = HeaderTime;
        });
        AddLogging(builder.Logging);
        AddServices(builder.Services, settings, holder, parts);
        var app = builder.Build();
        Use(app, settings, parts.FindCaller);
        HealthEndpoints.Map(app, holder);
        OgcEndpoints.Map(app, holder, settings);
        TileEndpoints.Map(app, holder, settings);
        ExportEndpoints.Map(app, holder);
        GraphQLService.Map(app, settings);
        PageEndpoints.Map(app);
        return app;
    }

    /// <summary>One JSON object a line on standard error, with scopes such as the request id.</summary>
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(options =>
        {
            options.IncludeScopes = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    }

    private static void AddServices(
        IServiceCollection services, ServeSettings settings, SnapshotHolder holder, ServeParts parts)
    {
        services.AddSingleton(holder);
        services.AddSingleton(parts);
        services.AddSingleton(WriteDesks.Of(settings, holder, parts.Changes));
        services.AddSingleton(new WorkflowDesk(
            () =>
            {
                string folder = settings.DossierFolder ?? Path.Combine(
                    holder.Current!.Opened.Workspace.Root, OpenedDossier.FolderName);
                return new DossierPlace(folder, parts.Schedules(folder));
            },
            settings.Clock));
        GraphQLService.Add(services);
        RateLimits.Add(services, settings.RatePerSecond);
        services.AddSingleton(provider => new ServiceMetrics(provider.GetRequiredService<SnapshotHolder>()));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "application/schema+json",
                "application/problem+json", "application/graphql-response+json", OgcEndpoints.ApiType,
                TileEndpoints.TileType,
            ];
        });
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = settings.RequestTime,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            WriteTimeoutResponse = context => new RequestProblem(
                RequestProblemCode.TimeExceeded, context.Request.Path,
                new("处理超时。", "The answer took too long."),
                new("请缩小范围或简化过滤条件。", "Ask for less, or use a simpler filter.")).WriteAsync(context),
        });
        services.AddCors(options => options.AddDefaultPolicy(policy =>
        {
            if (settings.CorsOrigins.Contains("*")) policy.AllowAnyOrigin();
            else policy.WithOrigins([.. settings.CorsOrigins]);
            policy.WithMethods("GET", "HEAD", "POST").AllowAnyHeader()
                .WithExposedHeaders("ETag", EntityTag.SnapshotHeader, "Content-Crs", "Link");
        }));
    }

    private static void Use(
        WebApplication app, ServeSettings settings, Func<string, DateTimeOffset, Caller?> findCaller)
    {
        var metrics = app.Services.GetRequiredService<ServiceMetrics>();
        app.Lifetime.ApplicationStopped.Register(metrics.Dispose);
        app.Use(RequestLog.For(app.Services.GetRequiredService<ILoggerFactory>()));
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        if (!settings.CorsOrigins.IsEmpty) app.UseCors();
        app.Use((context, next) =>
        {
            if (!HttpMethods.IsOptions(context.Request.Method)) return next(context);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Response.Headers.Allow = "GET, HEAD, OPTIONS";
            return Task.CompletedTask;
        });
        app.Use(RefusedBody.Pass);
        app.UseResponseCompression();
        app.UseStatusCodePages(page => RequestProblem
            .OfStatus(page.HttpContext.Response.StatusCode, page.HttpContext.Request)
            .WriteAsync(page.HttpContext));
        app.Use(Admission.For(findCaller, settings.IsPublic));
        app.Use(GraphQLService.NameSnapshot);
        app.UseRouting();
        app.UseRateLimiter();
        app.Use(UploadGate.Pass);
        app.UseRequestTimeouts();
    }
}
