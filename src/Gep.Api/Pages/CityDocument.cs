using System.Text.Json;
using Gep.Api.Layers;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Pages;

/// <summary>Names and codes that every other document uses, and where the layers come from.</summary>
internal static class CityDocument
{
    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter json, ServiceSnapshot snapshot)
    {
        var workspace = snapshot.Opened.Workspace;
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot.Id);
        json.WriteString("workspace", workspace.Id);
        PageJson.WriteText(json, "name", workspace.Name);
        json.WriteString("region", workspace.Region.ToString());
        json.WriteString("profile", workspace.DefaultProfile);
        json.WriteStartArray("years");
        foreach (var run in snapshot.Accounts) json.WriteNumberValue(run.Report.Account.Year.Number);
        json.WriteEndArray();
        WriteBounds(json, snapshot);
        WriteNames(json, snapshot);
        json.WriteStartArray("layers");
        foreach (var layer in workspace.Layers) WriteLayer(json, layer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBounds(Utf8JsonWriter json, ServiceSnapshot snapshot)
    {
        if (snapshot.Maps.Find(Maps.Collections.DistrictCollection.Id) is not { HasShapes: true } districts)
            return;
        json.WriteStartArray("bounds");
        json.WriteNumberValue(districts.Bounds.West);
        json.WriteNumberValue(districts.Bounds.South);
        json.WriteNumberValue(districts.Bounds.East);
        json.WriteNumberValue(districts.Bounds.North);
        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, ServiceSnapshot snapshot)
    {
        var classification = snapshot.Opened.Classification;
        json.WriteStartArray("districts");
        foreach (var district in classification.Districts)
        {
            json.WriteStartObject();
            json.WriteString("code", district.Code.ToString());
            PageJson.WriteText(json, "name", district.Name);
            WriteCentre(json, snapshot, district.Code.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("ecosystemTypes");
        foreach (var type in classification.Types)
        {
            json.WriteStartObject();
            json.WriteString("code", type.Code.ToString());
            json.WriteString("level1", type.Code.Level1.ToString());
            PageJson.WriteText(json, "name", type.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("services");
        foreach (var service in classification.Services)
        {
            json.WriteStartObject();
            json.WriteString("code", service.Code.ToString());
            json.WriteString("group", WorkspaceProblem.CodeOf(service.Group));
            PageJson.WriteText(json, "name", service.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Centre of the box around a district, where its name may stand.</summary>
    private static void WriteCentre(Utf8JsonWriter json, ServiceSnapshot snapshot, string code)
    {
        var shape = snapshot.Maps.Find(Maps.Collections.DistrictCollection.Id)?.Find(code)?.Shape;
        if (shape is null) return;
        json.WriteStartArray("centre");
        json.WriteNumberValue((shape.Bounds.West + shape.Bounds.East) / 2);
        json.WriteNumberValue((shape.Bounds.South + shape.Bounds.North) / 2);
        json.WriteEndArray();
    }

    private static void WriteLayer(Utf8JsonWriter json, LayerDefinition layer)
    {
        json.WriteStartObject();
        json.WriteString("id", layer.Id);
        json.WriteString("role", WorkspaceProblem.CodeOf(layer.Role));
        PageJson.WriteText(json, "name", layer.Name);
        json.WriteBoolean("schematic", layer.IsSchematic);
        json.WriteString("crs", layer.Crs);
        json.WriteString("licence", layer.Licence);
        json.WriteNumber("fromYear", layer.FromYear.Number);
        json.WriteNumber("toYear", layer.ToYear.Number);
        PageJson.WriteSource(json, layer.Source);
        json.WriteEndObject();
    }
}
