using System.Collections.Immutable;
using System.Text.Json;
using Gep.Api.Serving;

namespace Gep.Api.Maps.Ogc;

/// <summary>The landing page and the declaration of conformance; [OGC-FEATURES-1] §7.2 and §7.4.</summary>
internal static class LandingDocuments
{
    private const string Core = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private const string Filtering = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    private const string Language = "http://www.opengis.net/spec/cql2/1.0/conf/";

    private static readonly ImmutableArray<string> Classes =
    [
        $"{Core}core", $"{Core}oas30", $"{Core}geojson",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
        $"{Filtering}queryables", $"{Filtering}queryables-query-parameters", $"{Filtering}filter",
        $"{Filtering}features-filter",
        $"{Language}cql2-text", $"{Language}basic-cql2", $"{Language}advanced-comparison-operators",
        $"{Language}basic-spatial-functions", $"{Language}basic-spatial-functions-plus",
        $"{Language}spatial-functions", $"{Language}property-property",
    ];

    /// <summary>The landing page.</summary>
    public static void WriteLanding(Utf8JsonWriter json, ServiceSnapshot snapshot, OgcLinks links)
    {
        var name = snapshot.Opened.Workspace.Name;
        json.WriteStartObject();
        json.WriteString("title", $"{name.Chinese}生态产品总值与生态保护补偿 {name.English}: GEP and compensation");
        json.WriteString("description",
            "行政区、图斑、账户与补偿资金。 Districts, parcels, accounts and payments of one snapshot.");
        json.WriteString("snapshot", snapshot.Id);
        json.WriteStartArray("links");
        OgcLinks.Write(json, "self", links.Ogc(""), OgcLinks.JsonType, "this document");
        OgcLinks.Write(json, "service-desc", links.Ogc("/api"), OgcEndpoints.ApiType, "the API");
        OgcLinks.Write(json, "conformance", links.Ogc("/conformance"), OgcLinks.JsonType, "conformance");
        OgcLinks.Write(json, "data", links.Ogc("/collections"), OgcLinks.JsonType, "collections");
        OgcLinks.Write(json, "related", $"{links.Base}/tiles", OgcLinks.JsonType, "vector tiles");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The conformance classes.</summary>
    public static void WriteConformance(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("conformsTo");
        foreach (string one in Classes) json.WriteStringValue(one);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
