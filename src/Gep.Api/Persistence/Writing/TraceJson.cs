using System.Text.Json;
using Gep.Accounting.Traces;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Writing;

/// <summary>The tree behind a number as JSON.</summary>
internal static class TraceJson
{
    /// <summary>UTF-8 without white space.</summary>
    public static byte[] Of(TraceNode root) => LayerContent.Written(json => Write(json, root));

    private static void Write(Utf8JsonWriter json, TraceNode node)
    {
        json.WriteStartObject();
        json.WriteString("zh", node.Label.Chinese);
        json.WriteString("en", node.Label.English);
        json.WriteString("value", node.Value);
        if (node.Formula is not null) json.WriteString("formula", node.Formula);
        if (node.Source is { } source)
        {
            json.WriteString("sourceKey", source.Key);
            json.WriteString("sourcePlace", source.Place);
            json.WriteString("confidence", WorkspaceProblem.CodeOf(source.Confidence));
        }
        if (node.Place is not null) json.WriteString("place", node.Place);
        if (!node.Children.IsEmpty)
        {
            json.WriteStartArray("children");
            foreach (var child in node.Children) Write(json, child);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
