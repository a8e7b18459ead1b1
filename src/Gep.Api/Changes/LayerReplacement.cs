using System.Text.Encodings.Web;
using System.Text.Json;
using Gep.Api.Layers;
using Gep.Api.Persistence.Writing;
using Gep.Api.Workspaces;

namespace Gep.Api.Changes;

/// <summary>A file that takes the place of a layer's files.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="File">Where the file is.</param>
/// <param name="Ending">Ending of its format: <c>.geojson</c>.</param>
/// <param name="ContentHash">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Crs">Its coordinate reference system; null for that of the layer.</param>
/// <param name="IsSchematic">Whether it is drawn, not surveyed; null for as the layer is.</param>
/// <param name="Licence">Its licence; null for that of the layer.</param>
internal sealed record LayerReplacement(
    string Layer, string File, string Ending, string ContentHash, string? Crs, bool? IsSchematic,
    string? Licence)
{
    private const string LayersFile = "layers/layers.yaml", SentFolder = "accepted";
    private const int HashDigits = 16;

    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its path in the workspace: named by its content, by nothing that a client said.</summary>
    public string Path => $"layers/{NameInLayers}";

    private string NameInLayers => $"{SentFolder}/{ContentHash[..HashDigits]}{Ending}";

    /// <summary>Whether a file of a workspace was sent to the service.</summary>
    public static bool IsSent(string path) =>
        path.StartsWith($"layers/{SentFolder}/", StringComparison.Ordinal);

    /// <summary>
    /// Puts the file into a folder of the workspace's content, names it in layers.yaml and takes out the
    /// files that no layer has any more; the layer as it was, or null after the problem was added.
    /// </summary>
    public LayerDefinition? ApplyTo(string root, ProblemList problems)
    {
        var layers = LayerDefinitionReader.Read(root, new ProblemList());
        if (layers.FirstOrDefault(each => each.Id == Layer) is not { } layer)
        {
            problems.Refuse(ChangeProblemCode.LayerUnknown, Layer,
                new($"工作区没有图层 {Layer}。", $"The workspace has no layer {Layer}."),
                new($"可用：{string.Join("、", layers.Select(each => each.Id))}。",
                    $"Known: {string.Join(", ", layers.Select(each => each.Id))}."));
            return null;
        }
        var kept = layers.Where(each => each.Id != Layer)
            .SelectMany(each => LayerContent.FilesOf(root, each)).Append(Path)
            .ToHashSet(StringComparer.Ordinal);
        foreach (string old in LayerContent.FilesOf(root, layer).Where(file => !kept.Contains(file)).ToList())
            System.IO.File.Delete(System.IO.Path.Combine(root, old));
        string place = System.IO.Path.Combine(root, Path), list = System.IO.Path.Combine(root, LayersFile);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
        System.IO.File.Copy(File, place, overwrite: true);
        System.IO.File.WriteAllText(
            list, LayersFileEdit.Set(System.IO.File.ReadAllText(list), Layer, Values()));
        return layer;
    }

    private IEnumerable<KeyValuePair<string, string>> Values()
    {
        yield return new("files", $"[{Text(NameInLayers)}]");
        if (Crs is not null) yield return new("crs", Text(Crs));
        if (IsSchematic is { } isSchematic) yield return new("schematic", isSchematic ? "true" : "false");
        if (Licence is not null) yield return new("licence", Text(Licence));
    }

    /// <summary>A text of JSON is one of YAML.</summary>
    private static string Text(string text) => JsonSerializer.Serialize(text, Relaxed);
}
