using System.Text.Json;
using Gep.Api.Serving;
using Gep.Spatial.Features;

namespace Gep.Api.Maps.Ogc;

/// <summary>What is said of collections: extent, systems, links and queryables.</summary>
internal static class CollectionDocuments
{
    /// <summary>The type of the queryables.</summary>
    public const string SchemaType = "application/schema+json";

    private const string SchemaDialect = "https://json-schema.org/draft/2020-12/schema";
    private const string QueryablesRelation = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    private const string AnyGeometry = "https://geojson.org/schema/Geometry.json";

    /// <summary>All collections.</summary>
    public static void WriteAll(Utf8JsonWriter json, ServiceSnapshot snapshot, OgcLinks links)
    {
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot.Id);
        json.WriteStartArray("links");
        OgcLinks.Write(json, "self", links.Ogc("/collections"), OgcLinks.JsonType, "this document");
        json.WriteEndArray();
        WriteSystems(json, "crs");
        json.WriteStartArray("collections");
        foreach (var collection in snapshot.Maps.Collections) Write(json, collection, links);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One collection.</summary>
    public static void Write(Utf8JsonWriter json, MapCollection collection, OgcLinks links)
    {
        json.WriteStartObject();
        json.WriteString("id", collection.Id);
        json.WriteString("title", $"{collection.Title.Chinese} {collection.Title.English}");
        json.WriteString("description", $"{collection.Description.Chinese} {collection.Description.English}");
        json.WriteString("itemType", "feature");
        if (collection.HasShapes)
        {
            WriteExtent(json, collection.Bounds);
            WriteSystems(json, "crs");
            json.WriteString("storageCrs", ResponseCrs.Cgcs2000.Uri);
        }
        json.WriteStartArray("links");
        OgcLinks.Write(json, "self", links.Collection(collection.Id), OgcLinks.JsonType, "this collection");
        OgcLinks.Write(
            json, "items", links.Collection(collection.Id, "/items"), OgcLinks.GeoJsonType, "its features");
        OgcLinks.Write(
            json, QueryablesRelation, links.Collection(collection.Id, "/queryables"), SchemaType,
            "its queryables");
        if (collection.HasShapes)
        {
            OgcLinks.Write(json, "related", $"{links.Base}/tiles/{collection.Id}.json", OgcLinks.JsonType,
                "its vector tiles");
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Properties that filters and parameters may name, with title, type and unit.</summary>
    public static void WriteQueryables(Utf8JsonWriter json, MapCollection collection, OgcLinks links)
    {
        json.WriteStartObject();
        json.WriteString("$schema", SchemaDialect);
        json.WriteString("$id", links.Collection(collection.Id, "/queryables"));
        json.WriteString("type", "object");
        json.WriteString("title", $"{collection.Title.Chinese} {collection.Title.English}");
        json.WriteStartObject("properties");
        if (collection.HasShapes)
        {
            json.WriteStartObject("geometry");
            json.WriteString("$ref", AnyGeometry);
            json.WriteEndObject();
        }
        foreach (var property in collection.Properties)
        {
            json.WriteStartObject(property.Name);
            json.WriteString("title", $"{property.Title.Chinese} {property.Title.English}");
            json.WriteString("type", TypeOf(property.Kind));
            if (property.Unit is { } unit) json.WriteString("x-ogc-unit", unit);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    /// <summary>The type of a property in JSON Schema.</summary>
    public static string TypeOf(MapValueKind kind) => kind switch
    {
        MapValueKind.Text => "string",
        MapValueKind.Integer => "integer",
        MapValueKind.Number or MapValueKind.Money => "number",
        MapValueKind.Truth => "boolean",
    };

    private static void WriteExtent(Utf8JsonWriter json, LonLatBox box)
    {
        json.WriteStartObject("extent");
        json.WriteStartObject("spatial");
        json.WriteStartArray("bbox");
        json.WriteStartArray();
        json.WriteNumberValue(box.West);
        json.WriteNumberValue(box.South);
        json.WriteNumberValue(box.East);
        json.WriteNumberValue(box.North);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteString("crs", ResponseCrs.Crs84.Uri);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSystems(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        foreach (var crs in ResponseCrs.All) json.WriteStringValue(crs.Uri);
        json.WriteEndArray();
    }
}
