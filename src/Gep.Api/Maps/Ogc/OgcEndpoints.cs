using System.Text.Json;
using Gep.Api.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gep.Api.Maps.Ogc;

/// <summary>OGC API – Features at /ogc: parts 1 and 2, and filtering of part 3.</summary>
internal sealed class OgcEndpoints
{
    /// <summary>The type of the API document.</summary>
    public const string ApiType = "application/vnd.oai.openapi+json;version=3.0";

    private static readonly string[] Reading = ["GET", "HEAD"];

    private readonly SnapshotHolder holder;
    private readonly ServeSettings settings;

    private OgcEndpoints(SnapshotHolder holder, ServeSettings settings) =>
        (this.holder, this.settings) = (holder, settings);

    /// <summary>Adds every address below /ogc.</summary>
    public static void Map(IEndpointRouteBuilder app, SnapshotHolder holder, ServeSettings settings)
    {
        var self = new OgcEndpoints(holder, settings);
        app.MapMethods("/ogc", Reading, self.Document(OgcLinks.JsonType, LandingDocuments.WriteLanding));
        app.MapMethods("/ogc/api", Reading, self.Document(ApiType, ApiDocument.Write));
        app.MapMethods("/ogc/conformance", Reading, self.Document(
            OgcLinks.JsonType, (json, _, _) => LandingDocuments.WriteConformance(json)));
        app.MapMethods("/ogc/collections", Reading, self.Document(
            OgcLinks.JsonType, CollectionDocuments.WriteAll));
        app.MapMethods("/ogc/collections/{collection}", Reading, self.OfCollection(
            OgcLinks.JsonType, CollectionDocuments.Write));
        app.MapMethods("/ogc/collections/{collection}/queryables", Reading, self.OfCollection(
            CollectionDocuments.SchemaType, CollectionDocuments.WriteQueryables));
        app.MapMethods("/ogc/collections/{collection}/items", Reading, self.ItemsAsync);
        app.MapMethods("/ogc/collections/{collection}/items/{**feature}", Reading, self.FeatureAsync);
    }

    private RequestDelegate Document(
        string type, Action<Utf8JsonWriter, ServiceSnapshot, OgcLinks> write) => context =>
    {
        if (holder.Current is not { } snapshot) return HealthEndpoints.NotReady.WriteAsync(context);
        if (UnknownParameter(context.Request.Query, "f") is { } problem) return problem.WriteAsync(context);
        if (EntityTag.IsAnswered(context, snapshot)) return Task.CompletedTask;
        var links = OgcLinks.For(context.Request, settings);
        return JsonAnswer.WriteAsync(context, type, json => write(json, snapshot, links));
    };

    private RequestDelegate OfCollection(
        string type, Action<Utf8JsonWriter, MapCollection, OgcLinks> write) => context =>
    {
        if (holder.Current is not { } snapshot) return HealthEndpoints.NotReady.WriteAsync(context);
        if (Find(context, snapshot) is not { } collection) return UnknownCollection(context, snapshot);
        if (UnknownParameter(context.Request.Query, "f") is { } problem) return problem.WriteAsync(context);
        if (EntityTag.IsAnswered(context, snapshot)) return Task.CompletedTask;
        var links = OgcLinks.For(context.Request, settings);
        return JsonAnswer.WriteAsync(context, type, json => write(json, collection, links));
    };

    private Task ItemsAsync(HttpContext context)
    {
        if (holder.Current is not { } snapshot) return HealthEndpoints.NotReady.WriteAsync(context);
        if (Find(context, snapshot) is not { } collection) return UnknownCollection(context, snapshot);
        var (request, problem) = ItemsRequest.Read(context.Request.Query, collection);
        if (request is null) return problem!.WriteAsync(context);
        if (EntityTag.IsAnswered(context, snapshot)) return Task.CompletedTask;
        return ItemsAnswer.WriteAsync(
            context, snapshot, collection, request, OgcLinks.For(context.Request, settings));
    }

    private Task FeatureAsync(HttpContext context)
    {
        if (holder.Current is not { } snapshot) return HealthEndpoints.NotReady.WriteAsync(context);
        if (Find(context, snapshot) is not { } collection) return UnknownCollection(context, snapshot);
        if (UnknownParameter(context.Request.Query, "f", "crs") is { } problem)
            return problem.WriteAsync(context);
        if (ItemsRequest.CrsOf(context.Request.Query, "crs") is not { } crs)
            return ItemsRequest.UnknownCrs("crs").WriteAsync(context);
        string id = Uri.UnescapeDataString((string?)context.Request.RouteValues["feature"] ?? "");
        if (collection.Find(id) is not { } feature)
        {
            return new RequestProblem(
                RequestProblemCode.FeatureUnknown, id,
                new($"集合 {collection.Id} 没有此要素。", $"The collection {collection.Id} has no such feature."),
                new("编号见 items。", "Its items name the ids.")).WriteAsync(context);
        }
        if (EntityTag.IsAnswered(context, snapshot)) return Task.CompletedTask;
        var links = OgcLinks.For(context.Request, settings);
        context.Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        return JsonAnswer.WriteAsync(context, OgcLinks.GeoJsonType, json =>
        {
            FeatureText.WriteOpen(json, collection, feature, crs);
            json.WriteString("snapshot", snapshot.Id);
            json.WriteStartArray("links");
            OgcLinks.Write(
                json, "self", links.Feature(collection.Id, feature.Id), OgcLinks.GeoJsonType, "this feature");
            OgcLinks.Write(
                json, "collection", links.Collection(collection.Id), OgcLinks.JsonType, "its collection");
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static MapCollection? Find(HttpContext context, ServiceSnapshot snapshot) =>
        snapshot.Maps.Find((string?)context.Request.RouteValues["collection"] ?? "");

    private static Task UnknownCollection(HttpContext context, ServiceSnapshot snapshot)
    {
        string known = string.Join(", ", snapshot.Maps.Collections.Select(collection => collection.Id));
        return new RequestProblem(
            RequestProblemCode.CollectionUnknown, (string?)context.Request.RouteValues["collection"] ?? "",
            new("没有此集合。", "There is no such collection."),
            new($"可用：{known}。", $"Known: {known}.")).WriteAsync(context);
    }

    private static RequestProblem? UnknownParameter(IQueryCollection query, params string[] known)
    {
        foreach (string name in query.Keys)
        {
            if (known.Contains(name)) continue;
            return new RequestProblem(
                RequestProblemCode.ParameterUnknown, name,
                new("未知参数。", "A parameter that nothing reads."),
                new("参数见 /ogc/api。", "/ogc/api lists the parameters."));
        }
        return null;
    }
}
