using System.Text.Json;
using Gep.Accounting.Traces;

namespace Gep.Api.Pages;

/// <summary>The tree behind a line: each number with its formula, source and place.</summary>
internal static class ExplanationDocument
{
    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter json, TraceNode root, string line, string snapshot)
    {
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot);
        json.WriteString("line", line);
        json.WritePropertyName("tree");
        WriteNode(json, root);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, TraceNode node)
    {
        json.WriteStartObject();
        PageJson.WriteText(json, "label", node.Label);
        json.WriteString("value", node.Value);
        if (node.Formula is not null) json.WriteString("formula", node.Formula);
        PageJson.WriteSource(json, node.Source);
        if (node.Place is not null) json.WriteString("where", node.Place);
        if (!node.Children.IsEmpty)
        {
            json.WriteStartArray("children");
            foreach (var child in node.Children) WriteNode(json, child);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
