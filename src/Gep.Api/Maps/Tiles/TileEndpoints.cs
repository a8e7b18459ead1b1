using System.Globalization;
using Gep.Api.Maps.Ogc;
using Gep.Api.Serving;
using Gep.Spatial.Tiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Gep.Api.Maps.Tiles;

/// <summary>Vector tiles and their TileJSON at /tiles.</summary>
internal sealed class TileEndpoints
{
    /// <summary>The type of a tile.</summary>
    public const string TileType = "application/vnd.mapbox-vector-tile";

    private const string Gzip = "gzip", Brotli = "br";

    private const string TileJsonEnding = ".json", TileEnding = ".mvt";

    private static readonly string[] Reading = ["GET", "HEAD"];

    private readonly SnapshotHolder holder;
    private readonly ServeSettings settings;

    private TileEndpoints(SnapshotHolder holder, ServeSettings settings) =>
        (this.holder, this.settings) = (holder, settings);

    /// <summary>Adds every address below /tiles.</summary>
    public static void Map(IEndpointRouteBuilder app, SnapshotHolder holder, ServeSettings settings)
    {
        var self = new TileEndpoints(holder, settings);
        app.MapMethods("/tiles", Reading, self.ListAsync);
        app.MapMethods("/tiles/{document}", Reading, self.DescribeAsync);
        app.MapMethods("/tiles/{set}/{z}/{x}/{y}", Reading, self.TileAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        if (holder.Current is not { } snapshot) return HealthEndpoints.NotReady.WriteAsync(context);
        if (EntityTag.IsAnswered(context, snapshot)) return Task.CompletedTask;
        var links = OgcLinks.For(context.Request, settings);
        return JsonAnswer.WriteAsync(context, OgcLinks.JsonType, json =>
        {
            json.WriteStartObject();
            json.WriteString("snapshot", snapshot.Id);
            json.WriteStartArray("sets");
            foreach (var set in snapshot.Maps.TileSets)
            {
                json.WriteStartObject();
                json.WriteString("id", set.Id);
                json.WriteString("title", $"{set.Title.Chinese} {set.Title.English}");
                json.WriteString("tilejson", $"{links.Base}/tiles/{set.Id}.json");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private Task DescribeAsync(HttpContext context)
    {
        if (holder.Current is not { } snapshot) return HealthEndpoints.NotReady.WriteAsync(context);
        string document = (string?)context.Request.RouteValues["document"] ?? "";
        bool isTileJson = document.EndsWith(TileJsonEnding, StringComparison.Ordinal);
        var set = isTileJson ? snapshot.Maps.FindTileSet(document[..^TileJsonEnding.Length]) : null;
        if (set is null) return Unknown(document, snapshot).WriteAsync(context);
        if (EntityTag.IsAnswered(context, snapshot)) return Task.CompletedTask;
        var links = OgcLinks.For(context.Request, settings);
        return JsonAnswer.WriteAsync(
            context, OgcLinks.JsonType, json => TileJson.Write(json, set, snapshot, links));
    }

    private async Task TileAsync(HttpContext context)
    {
        if (holder.Current is not { } snapshot)
        {
            await HealthEndpoints.NotReady.WriteAsync(context);
            return;
        }
        var values = context.Request.RouteValues;
        string y = (string?)values["y"] ?? "", name = (string?)values["set"] ?? "";
        bool isTile = y.EndsWith(TileEnding, StringComparison.Ordinal);
        var set = snapshot.Maps.FindTileSet(name);
        if (set is null || !isTile || !TileAddress.TryParse(
            (string?)values["z"], (string?)values["x"], y[..^TileEnding.Length], out var address))
        {
            await Unknown(context.Request.Path.Value ?? name, snapshot).WriteAsync(context);
            return;
        }
        if (EntityTag.IsAnswered(context, snapshot)) return;
        var packing = PackingFor(context.Request);
        byte[] tile = snapshot.Maps.Tiles.Find(set, address, packing, context.RequestAborted);
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (tile.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        // An answer that says how it is packed is not packed again.
        if (packing != TilePacking.Plain)
            context.Response.Headers.ContentEncoding = packing == TilePacking.Gzip ? Gzip : Brotli;
        await JsonAnswer.WriteAsync(context, TileType, tile);
    }

    /// <summary>The densest of what the client takes.</summary>
    private static TilePacking PackingFor(HttpRequest request)
    {
        var taken = request.GetTypedHeaders().AcceptEncoding
            .Where(each => each.Quality is not 0).Select(each => each.Value.Value).ToArray();
        if (taken.Contains(Brotli, StringComparer.OrdinalIgnoreCase)) return TilePacking.Brotli;
        return taken.Contains(Gzip, StringComparer.OrdinalIgnoreCase) ? TilePacking.Gzip : TilePacking.Plain;
    }

    private static RequestProblem Unknown(string where, ServiceSnapshot snapshot)
    {
        string known = string.Join(", ", snapshot.Maps.TileSets.Select(set => set.Id));
        return new RequestProblem(
            RequestProblemCode.TileUnknown, where,
            new("没有此瓦片。", "There is no such tile."),
            new(string.Create(CultureInfo.InvariantCulture,
                    $"地址：/tiles/集合/z/x/y.mvt，z 为 0 至 {TileAddress.ZoomMax}；集合：{known}。"),
                string.Create(CultureInfo.InvariantCulture,
                    $"Address: /tiles/SET/z/x/y.mvt, z from 0 to {TileAddress.ZoomMax}; sets: {known}.")));
    }
}
