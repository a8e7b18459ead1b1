using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gep.Api.Serving;

/// <summary>One structured line per request, and a problem instead of what an exception would say.</summary>
internal static partial class RequestLog
{
    /// <summary>The middleware.</summary>
    public static Func<HttpContext, RequestDelegate, Task> For(ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("Gep.Requests");
        return async (context, next) =>
        {
            long begun = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                context.Abort();
            }
            catch (Exception failure) when (!context.Response.HasStarted)
            {
                Failed(logger, failure, context.Request.Method, context.Request.Path);
                await new RequestProblem(
                    RequestProblemCode.Failure, context.Request.Path,
                    new("内部错误。", "Something failed."),
                    new("已记入日志。", "The log has the reason.")).WriteAsync(context);
            }
            double milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            Answered(logger, context.Request.Method, context.Request.Path, context.Response.StatusCode,
                milliseconds, context.Response.ContentLength);
        };
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:F2} ms {Bytes} bytes")]
    private static partial void Answered(
        ILogger logger, string method, string path, int status, double milliseconds, long? bytes);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string method, string path);
}
