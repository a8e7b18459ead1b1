using System.Text.Json;
using Gep.Api.Serving;

namespace Gep.Api.Maps.Ogc;

/// <summary>
/// The OpenAPI 3.0 document. Clients such as GDAL send only the parameters that it declares for a
/// collection's items, so each property is one.
/// </summary>
internal static class ApiDocument
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, ServiceSnapshot snapshot, OgcLinks links)
    {
        json.WriteStartObject();
        json.WriteString("openapi", "3.0.3");
        json.WriteStartObject("info");
        json.WriteString("title", "GEP 地图接口 GEP maps");
        json.WriteString("version", snapshot.Id);
        json.WriteEndObject();
        json.WriteStartArray("servers");
        json.WriteStartObject();
        json.WriteString("url", links.Ogc(""));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("paths");
        WritePath(json, "/", "landing page", OgcLinks.JsonType, null);
        WritePath(json, "/conformance", "conformance classes", OgcLinks.JsonType, null);
        WritePath(json, "/collections", "collections", OgcLinks.JsonType, null);
        foreach (var collection in snapshot.Maps.Collections)
        {
            string path = $"/collections/{collection.Id}";
            WritePath(json, path, collection.Title.English, OgcLinks.JsonType, null);
            WritePath(json, $"{path}/queryables", "queryables", CollectionDocuments.SchemaType, null);
            WritePath(
                json, $"{path}/items", "features", OgcLinks.GeoJsonType, () => WriteQuery(json, collection));
            WritePath(json, $"{path}/items/{{featureId}}", "a feature", OgcLinks.GeoJsonType, () =>
            {
                WriteParameter(json, "featureId", "path", "string", "id of the feature");
                WriteParameter(json, "crs", "query", "string", "system of the answer");
            });
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePath(
        Utf8JsonWriter json, string path, string summary, string type, Action? writeParameters)
    {
        json.WriteStartObject(path);
        json.WriteStartObject("get");
        json.WriteString("summary", summary);
        if (writeParameters is not null)
        {
            json.WriteStartArray("parameters");
            writeParameters();
            json.WriteEndArray();
        }
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", summary);
        json.WriteStartObject("content");
        json.WriteStartObject(type);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter json, MapCollection collection)
    {
        WriteParameter(json, "limit", "query", "integer", "most features of a page, 1 to 10,000");
        WriteParameter(json, "offset", "query", "integer", "features before the page");
        WriteParameter(json, "bbox", "query", "string", "west,south,east,north");
        WriteParameter(json, "bbox-crs", "query", "string", "system of bbox");
        WriteParameter(json, "datetime", "query", "string", "checked; features have no time property");
        WriteParameter(json, "crs", "query", "string", "system of the answer");
        WriteParameter(json, "filter", "query", "string", "CQL2 text");
        WriteParameter(json, "filter-lang", "query", "string", "cql2-text");
        WriteParameter(json, "filter-crs", "query", "string", "system of positions in the filter");
        foreach (var property in collection.Properties)
        {
            string unit = property.Unit is null ? "" : $" [{property.Unit}]";
            WriteParameter(json, property.Name, "query", CollectionDocuments.TypeOf(property.Kind),
                property.Title.English + unit);
        }
    }

    private static void WriteParameter(
        Utf8JsonWriter json, string name, string place, string type, string description)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("in", place);
        json.WriteBoolean("required", place == "path");
        json.WriteString("description", description);
        json.WriteStartObject("schema");
        json.WriteString("type", type);
        json.WriteEndObject();
        if (place == "query")
        {
            json.WriteString("style", "form");
            json.WriteBoolean("explode", false);
        }
        json.WriteEndObject();
    }
}
