using System.Globalization;
using System.Threading.RateLimiting;
using Gep.Api.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gep.Api.Serving;

/// <summary>Requests that one client may send: a bucket of tokens each, by bearer or else by
/// address.</summary>
internal static class RateLimits
{
    /// <summary>Seconds of the rate that may be used at once.</summary>
    private const int BurstSeconds = 4;

    /// <summary>Adds the limiter; 0 sets no limit.</summary>
    public static void Add(IServiceCollection services, int perSecond) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => perSecond == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond * BurstSeconds,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
                AutoReplenishment = true,
            }));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time)
                ? time
                : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter =
                Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return new ValueTask(new RequestProblem(
                RequestProblemCode.RateExceeded, rejected.HttpContext.Request.Path,
                new("请求过于频繁。", "Too many requests."),
                new("请稍后再试。", "Wait as long as Retry-After says.")).WriteAsync(rejected.HttpContext));
        };
    });

    private static string KeyOf(HttpContext context)
    {
        var caller = Admission.CallerOf(context);
        return caller.IsPublic ? $"address {context.Connection.RemoteIpAddress}" : $"bearer {caller.Name}";
    }
}
