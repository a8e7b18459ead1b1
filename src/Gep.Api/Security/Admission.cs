using Gep.Api.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gep.Api.Security;

/// <summary>Finds out who asks, once per request, before anything is answered.</summary>
internal static class Admission
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// Addresses that watchers ask without a token, and the page, which holds no data and in which one signs
    /// in.
    /// </summary>
    private static readonly string[] Open = ["/healthz", "/readyz", "/metrics", "/", "/icon.svg"];

    private const string PageFiles = "/assets";

    /// <summary>The middleware.</summary>
    /// <param name="find">Who bears a token; null for an unknown one.</param>
    /// <param name="isPublic">Whether whoever has no token may read.</param>
    public static Func<HttpContext, RequestDelegate, Task> For(
        Func<string, DateTimeOffset, Caller?> find, bool isPublic) =>
        (context, next) =>
        {
            string header = context.Request.Headers.Authorization.ToString();
            if (header.Length == 0)
            {
                bool mayPass = isPublic || HttpMethods.IsOptions(context.Request.Method)
                    || Open.Contains(context.Request.Path.Value, StringComparer.Ordinal)
                    || context.Request.Path.StartsWithSegments(PageFiles, StringComparison.Ordinal);
                return mayPass ? next(context) : RefuseAsync(context, TokenNeeded(context));
            }
            var caller = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                ? find(header[Scheme.Length..].Trim(), DateTimeOffset.UtcNow)
                : null;
            if (caller is null) return RefuseAsync(context, Unknown(context));
            context.Features.Set(caller);
            return next(context);
        };

    /// <summary>Who asks.</summary>
    public static Caller CallerOf(HttpContext context) => context.Features.Get<Caller>() ?? Caller.Public;

    private static Task RefuseAsync(HttpContext context, RequestProblem problem)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] =
            problem.Code == RequestProblemCode.TokenUnknown ? "Bearer error=\"invalid_token\"" : "Bearer";
        return problem.WriteAsync(context);
    }

    private static RequestProblem TokenNeeded(HttpContext context) => new(
        RequestProblemCode.TokenNeeded, context.Request.Path,
        new("此服务不公开，须有令牌。", "This service is not public; a token is needed."),
        new("请加 Authorization: Bearer 令牌。", "Send Authorization: Bearer TOKEN."));

    private static RequestProblem Unknown(HttpContext context) => new(
        RequestProblemCode.TokenUnknown, context.Request.Path,
        new("令牌无效或已过期。", "The token is unknown or has expired."),
        new("请向管理员索取新令牌。", "Ask the administrator for a new one."));
}
