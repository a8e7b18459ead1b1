using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gep.Api.Serving;

/// <summary>
/// Lets the answer to a body that is not wanted arrive. A connection that is closed while the client still
/// writes is reset, and the answer may be lost with it: so the rest is read and thrown away, within bounds.
/// </summary>
internal static class RefusedBody
{
    private const long Mebibyte = 1 << 20;

    /// <summary>Most that is read in vain [bytes].</summary>
    private const long BytesMax = 64 * Mebibyte;

    /// <summary>Longest time in which it is read.</summary>
    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(20);

    /// <summary>The middleware.</summary>
    public static async Task Pass(HttpContext context, RequestDelegate next)
    {
        bool hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        if (!hasBody || !HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            await next(context);
            return;
        }
        context.Response.OnStarting(() =>
        {
            if (IsRefusal(context)) context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        await next(context);
        if (IsRefusal(context)) await ReadInVainAsync(context);
    }

    private static bool IsRefusal(HttpContext context) => context.Response.StatusCode
        is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status401Unauthorized
        or StatusCodes.Status403Forbidden;

    private static async Task ReadInVainAsync(HttpContext context)
    {
        await context.Response.CompleteAsync();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        late.CancelAfter(TimeMax);
        var body = context.Request.BodyReader;
        try
        {
            long rest = BytesMax;
            while (rest > 0)
            {
                var read = await body.ReadAsync(late.Token);
                rest -= read.Buffer.Length;
                body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) return;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client went away, or is too slow: it has its answer.
        }
    }
}
