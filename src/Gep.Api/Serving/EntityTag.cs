using System.Globalization;
using Gep.Api.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gep.Api.Serving;

/// <summary>The entity tag of every answer names the snapshot it was made from; [RFC9110] §8.8.3.</summary>
internal static class EntityTag
{
    /// <summary>Header that names the snapshot.</summary>
    public const string SnapshotHeader = "Gep-Snapshot";

    /// <summary>Raised whenever the same snapshot gives other bytes than before.</summary>
    private const int FormatNumber = 2;

    /// <summary>
    /// Names the snapshot in the answer's head, and answers 304 when the client has it already. Called after
    /// a request has proved good.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="snapshot">What answers.</param>
    /// <param name="caller">Who asks, where that changes the answer; null where all see the same.</param>
    /// <returns>Whether the answer is given.</returns>
    public static bool IsAnswered(HttpContext context, ServiceSnapshot snapshot, Caller? caller = null)
    {
        string who = caller is null || caller.IsPublic ? "" : $"-{TokenRegister.HashOf(caller.Name)[..8]}";
        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{snapshot.Id}-{FormatNumber}{who}\""),
                isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers[SnapshotHeader] = snapshot.Id;
        var asked = context.Request.GetTypedHeaders().IfNoneMatch;
        bool isKnown = asked.Any(each => each.Tag == "*" || each.Compare(tag, useStrongComparison: false));
        if (!isKnown) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
