using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gep.Api.Serving;

/// <summary>What operators ask: is it alive, is it ready, what has it done.</summary>
internal static class HealthEndpoints
{
    private const string JsonType = "application/json";
    private const string MetricsType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>Adds /healthz, /readyz and /metrics.</summary>
    public static void Map(IEndpointRouteBuilder app, SnapshotHolder holder)
    {
        app.MapMethods("/healthz", Reading, context => JsonAnswer.WriteAsync(context, JsonType, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "alive");
            json.WriteEndObject();
        })).DisableRateLimiting();
        app.MapMethods("/readyz", Reading, context =>
        {
            var snapshot = holder.Current;
            if (snapshot is null) return NotReady.WriteAsync(context);
            return JsonAnswer.WriteAsync(context, JsonType, json =>
            {
                json.WriteStartObject();
                json.WriteString("status", "ready");
                json.WriteString("workspace", snapshot.Opened.Workspace.Id);
                json.WriteString("snapshot", snapshot.Id);
                json.WriteEndObject();
            });
        }).DisableRateLimiting();
        var metrics = app.ServiceProvider.GetRequiredService<ServiceMetrics>();
        app.MapMethods("/metrics", Reading, context =>
            JsonAnswer.WriteAsync(context, MetricsType,
                Encoding.UTF8.GetBytes(metrics.ToText()))).DisableRateLimiting();
    }

    /// <summary>What is said while the snapshot is being read.</summary>
    public static RequestProblem NotReady { get; } = new(
        RequestProblemCode.NotReady, "snapshot",
        new("正在读取工作区。", "The workspace is still being read."), new("请稍后再试。", "Try again soon."));
}
