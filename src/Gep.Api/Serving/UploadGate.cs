using Gep.Api.GraphQL;
using Gep.Api.Security;
using Microsoft.AspNetCore.Http;

namespace Gep.Api.Serving;

/// <summary>Turns away forms with files before they are read, unless their sender may send any.</summary>
internal static class UploadGate
{
    /// <summary>The middleware.</summary>
    public static Task Pass(HttpContext context, RequestDelegate next)
    {
        bool hasFiles = context.Request.HasFormContentType
            && context.Request.Path.StartsWithSegments(GraphQLService.Path, StringComparison.Ordinal);
        var caller = Admission.CallerOf(context);
        if (!hasFiles || caller.MaySendLayers) return next(context);
        return (caller.IsPublic ? TokenNeeded(context) : Forbidden(context)).WriteAsync(context);
    }

    private static RequestProblem TokenNeeded(HttpContext context) => new(
        RequestProblemCode.TokenNeeded, context.Request.Path,
        new("上传文件须有令牌。", "Sending files needs a token."),
        new("请加 Authorization: Bearer 令牌。", "Send Authorization: Bearer TOKEN."));

    private static RequestProblem Forbidden(HttpContext context) => new(
        RequestProblemCode.RoleForbidden, context.Request.Path,
        new("您的角色不能上传文件。", "Your role may not send files."),
        new("须有角色 analyst 或 admin，且不限区。", "It needs the role analyst or admin, for all districts."));
}
