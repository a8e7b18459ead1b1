using System.Text.Json;
using Gep.Api.Serving;
using Microsoft.AspNetCore.Http;

namespace Gep.Api.Maps.Ogc;

/// <summary>A page of features, counted and sent as it is written.</summary>
internal static class ItemsAnswer
{
    /// <summary>Bytes after which what is written is sent.</summary>
    private const int FlushBytes = 64 * 1024;

    /// <summary>Features looked at between two looks at the clock.</summary>
    private const int CancellationStep = 256;

    /// <summary>Writes the page that a request asks for.</summary>
    public static async Task WriteAsync(
        HttpContext context, ServiceSnapshot snapshot, MapCollection collection, ItemsRequest request,
        OgcLinks links)
    {
        var (page, matched) = Select(collection, request, context.RequestAborted);
        context.Response.ContentType = OgcLinks.GeoJsonType;
        context.Response.Headers["Content-Crs"] = $"<{request.Crs.Uri}>";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        var output = context.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(output, JsonAnswer.Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteNumber("numberMatched", matched);
        json.WriteNumber("numberReturned", page.Count);
        json.WriteString("snapshot", snapshot.Id);
        WriteLinks(json, context.Request, collection, request, matched, links);
        json.WriteStartArray("features");
        foreach (var feature in page)
        {
            FeatureText.WriteOpen(json, collection, feature, request.Crs);
            json.WriteEndObject();
            if (json.BytesPending < FlushBytes) continue;
            await json.FlushAsync(context.RequestAborted);
            await output.FlushAsync(context.RequestAborted);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }

    private static (List<MapFeature> Page, int Matched) Select(
        MapCollection collection, ItemsRequest request, CancellationToken cancellation)
    {
        var page = new List<MapFeature>();
        if (request.Conditions.IsEmpty)
        {
            page.AddRange(collection.Features.Skip(request.Offset).Take(request.Limit));
            return (page, collection.Features.Length);
        }
        int matched = 0, seen = 0;
        foreach (var feature in request.Candidates(collection))
        {
            if (seen++ % CancellationStep == 0) cancellation.ThrowIfCancellationRequested();
            if (!request.Matches(feature)) continue;
            if (matched >= request.Offset && page.Count < request.Limit) page.Add(feature);
            matched++;
        }
        return (page, matched);
    }

    private static void WriteLinks(
        Utf8JsonWriter json, HttpRequest request, MapCollection collection, ItemsRequest asked, int matched,
        OgcLinks links)
    {
        json.WriteStartArray("links");
        OgcLinks.Write(json, "self", links.Page(collection.Id, request, asked.Limit, asked.Offset),
            OgcLinks.GeoJsonType, "this page");
        if (asked.Offset < matched - asked.Limit)
        {
            OgcLinks.Write(json, "next",
                links.Page(collection.Id, request, asked.Limit, asked.Offset + asked.Limit),
                OgcLinks.GeoJsonType, "next page");
        }
        if (asked.Offset > 0)
        {
            OgcLinks.Write(json, "prev",
                links.Page(collection.Id, request, asked.Limit, Math.Max(0, asked.Offset - asked.Limit)),
                OgcLinks.GeoJsonType, "page before");
        }
        OgcLinks.Write(json, "collection", links.Collection(collection.Id), OgcLinks.JsonType, "collection");
        json.WriteEndArray();
    }
}
