using System.Globalization;
using System.Text.Json;
using Gep.Api.Serving;
using Microsoft.AspNetCore.Http;

namespace Gep.Api.Maps.Ogc;

/// <summary>Absolute addresses and links, from the address that the client used or the set one.</summary>
/// <param name="Base">Scheme, host and port.</param>
internal readonly record struct OgcLinks(string Base)
{
    /// <summary>The type of the features.</summary>
    public const string GeoJsonType = "application/geo+json";

    /// <summary>The type of other documents.</summary>
    public const string JsonType = "application/json";

    /// <summary>Links for a request.</summary>
    public static OgcLinks For(HttpRequest request, ServeSettings settings) =>
        new(settings.PublicUrl ?? $"{request.Scheme}://{request.Host.ToUriComponent()}");

    /// <summary>The address of a path below /ogc.</summary>
    public string Ogc(string path) => $"{Base}/ogc{path}";

    /// <summary>The address of a collection, or of something of it.</summary>
    public string Collection(string id, string path = "") =>
        Ogc($"/collections/{Uri.EscapeDataString(id)}{path}");

    /// <summary>The address of a feature.</summary>
    public string Feature(string collection, string id) =>
        Collection(collection, $"/items/{Uri.EscapeDataString(id)}");

    /// <summary>The address of a page: the request's own with another offset.</summary>
    public string Page(string collection, HttpRequest request, int limit, int offset)
    {
        var kept = request.Query.Where(entry => entry.Key is not ("limit" or "offset"))
            .Select(entry =>
                $"{Uri.EscapeDataString(entry.Key)}={Uri.EscapeDataString(entry.Value.ToString())}&");
        return Collection(collection, "/items?") + string.Concat(kept)
            + string.Create(CultureInfo.InvariantCulture, $"limit={limit}&offset={offset}");
    }

    /// <summary>Writes a link object.</summary>
    public static void Write(Utf8JsonWriter json, string relation, string address, string type, string title)
    {
        json.WriteStartObject();
        json.WriteString("rel", relation);
        json.WriteString("href", address);
        json.WriteString("type", type);
        json.WriteString("title", title);
        json.WriteEndObject();
    }
}
