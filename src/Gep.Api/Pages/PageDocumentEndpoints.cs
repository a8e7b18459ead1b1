using System.Globalization;
using Gep.Api.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gep.Api.Pages;

/// <summary>
/// What the page reads, at /pages. The documents serve the page alone; programs ask /graphql and /ogc.
/// </summary>
internal sealed class PageDocumentEndpoints
{
    private const string JsonType = "application/json";

    private static readonly string[] Reading = ["GET", "HEAD"];

    private readonly SnapshotHolder holder;
    private PageDocuments? documents;

    private PageDocumentEndpoints(SnapshotHolder holder) => this.holder = holder;

    /// <summary>Adds every address below /pages.</summary>
    public static void Map(IEndpointRouteBuilder app, SnapshotHolder holder)
    {
        var self = new PageDocumentEndpoints(holder);
        app.MapMethods("/pages/city", Reading, self.Answer((from, _) => from.City()));
        app.MapMethods("/pages/accounts/{year}", Reading, self.Answer(
            (from, values) => Number(values, "year") is { } year ? from.Account(year) : null));
        app.MapMethods("/pages/changes/{from}/{to}", Reading, self.Answer((from, values) =>
            Number(values, "from") is { } opening && Number(values, "to") is { } closing
                ? from.Change(opening, closing)
                : null));
        app.MapMethods("/pages/schedules/{year}", Reading, self.Answer(
            (from, values) => Number(values, "year") is { } year ? from.Schedules(year) : null));
        app.MapMethods("/pages/explanations/{year}/{**line}", Reading, self.Answer((from, values) =>
            Number(values, "year") is { } year && values["line"] is string line
                ? from.Explanation(year, Uri.UnescapeDataString(line))
                : null));
    }

    private RequestDelegate Answer(Func<PageDocuments, RouteValueDictionary, byte[]?> find) => context =>
    {
        if (holder.Current is not { } snapshot) return HealthEndpoints.NotReady.WriteAsync(context);
        byte[]? document = find(Of(snapshot), context.Request.RouteValues);
        if (document is null)
        {
            return new RequestProblem(
                RequestProblemCode.NotFound, context.Request.Path,
                new("没有此年份或此行。", "There is no such year or line."),
                new("年份见 /pages/city。", "/pages/city names the years.")).WriteAsync(context);
        }
        if (EntityTag.IsAnswered(context, snapshot)) return Task.CompletedTask;
        return JsonAnswer.WriteAsync(context, JsonType, document);
    };

    /// <summary>The documents of a snapshot; those of an earlier one are forgotten.</summary>
    private PageDocuments Of(ServiceSnapshot snapshot)
    {
        var known = Volatile.Read(ref documents);
        if (known is not null && ReferenceEquals(known.Snapshot, snapshot)) return known;
        var fresh = new PageDocuments(snapshot);
        Volatile.Write(ref documents, fresh);
        return fresh;
    }

    private static int? Number(RouteValueDictionary values, string name) =>
        int.TryParse((string?)values[name], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
