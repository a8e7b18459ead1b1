using Gep.Accounting.Problems;
using Gep.Api.Workspaces;
using Microsoft.AspNetCore.Http;

namespace Gep.Api.Serving;

/// <summary>What is wrong with a request, and what to do.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Where">The parameter or part of the path.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record RequestProblem(
    RequestProblemCode Code, string Where, BilingualText Text, BilingualText Remedy)
{
    private const string ContentType = "application/problem+json";

    private int Status => Code switch
    {
        RequestProblemCode.NotReady => StatusCodes.Status503ServiceUnavailable,
        RequestProblemCode.NotFound or RequestProblemCode.CollectionUnknown
            or RequestProblemCode.FeatureUnknown or RequestProblemCode.TileUnknown
            or RequestProblemCode.ExportUnknown =>
            StatusCodes.Status404NotFound,
        RequestProblemCode.ParameterUnknown or RequestProblemCode.ParameterRepeated
            or RequestProblemCode.ParameterMalformed or RequestProblemCode.FilterMalformed
            or RequestProblemCode.PropertyUnknown => StatusCodes.Status400BadRequest,
        RequestProblemCode.TokenNeeded or RequestProblemCode.TokenUnknown =>
            StatusCodes.Status401Unauthorized,
        RequestProblemCode.RoleForbidden => StatusCodes.Status403Forbidden,
        RequestProblemCode.RateExceeded => StatusCodes.Status429TooManyRequests,
        RequestProblemCode.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        RequestProblemCode.TimeExceeded => StatusCodes.Status504GatewayTimeout,
        RequestProblemCode.Failure => StatusCodes.Status500InternalServerError,
    };

    /// <summary>A parameter with a value that it cannot have.</summary>
    public static RequestProblem Malformed(string parameter, string chinese, string english) => new(
        RequestProblemCode.ParameterMalformed, parameter,
        new($"参数 {parameter} 的值无效。", $"The parameter {parameter} has no valid value."),
        new($"应为{chinese}。", $"Expected: {english}."));

    /// <summary>What routing says without words.</summary>
    public static RequestProblem OfStatus(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status405MethodNotAllowed => new RequestProblem(
            RequestProblemCode.MethodNotAllowed, request.Method,
            new("此地址只读。", "This address is read only."), new("请用 GET 或 HEAD。", "Use GET or HEAD.")),
        _ => new RequestProblem(
            RequestProblemCode.NotFound, request.Path,
            new("此地址没有内容。", "There is nothing at this address."),
            new("入口：/graphql、/ogc、/tiles、/exports、/healthz。",
                "Begin at /graphql, /ogc, /tiles, /exports or /healthz.")),
    };

    /// <summary>Answers with problem details, [RFC9457].</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Remove("ETag");
        return JsonAnswer.WriteAsync(context, ContentType, json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", $"{Text.Chinese} {Text.English}");
            json.WriteNumber("status", Status);
            json.WriteString("code", WorkspaceProblem.CodeOf(Code));
            json.WriteString("detail", $"{Remedy.Chinese} {Remedy.English}");
            json.WriteString("where", Where);
            json.WriteEndObject();
        });
    }
}
