using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Writing;

/// <summary>A file with the hash of its bytes.</summary>
/// <param name="Path">Path in the workspace.</param>
/// <param name="Hash">SHA-256, lower-case hex.</param>
internal sealed record HashedFile(string Path, string Hash);

/// <summary>What identifies the content of a layer: its definition and the bytes of its files.</summary>
/// <param name="Layer">What layers.yaml says.</param>
/// <param name="Definition">The same as JSON.</param>
/// <param name="Files">Its files in reading order.</param>
/// <param name="Hash">SHA-256 over both, lower-case hex.</param>
internal sealed record LayerContent(
    LayerDefinition Layer, string Definition, ImmutableArray<HashedFile> Files, string Hash)
{
    /// <summary>Rises when features are stored in another way, so that layers are stored again.</summary>
    private const int FeatureFormat = 2;

    private const string ShapeEnding = ".shp";

    /// <summary>Reads the files of a layer for their hashes.</summary>
    public static LayerContent Of(string root, LayerDefinition layer)
    {
        ImmutableArray<HashedFile> files =
            [.. FilesOf(root, layer).Select(file => new HashedFile(file, HashOf(Path.Combine(root, file))))];
        byte[] definition = Written(json => WriteDefinition(json, layer));
        byte[] whole = Written(json =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(FeatureFormat);
            json.WriteRawValue(definition);
            foreach (var file in files)
            {
                json.WriteStringValue(file.Path);
                json.WriteStringValue(file.Hash);
            }
            json.WriteEndArray();
        });
        return new LayerContent(
            layer, System.Text.Encoding.UTF8.GetString(definition), files,
            Convert.ToHexStringLower(SHA256.HashData(whole)));
    }

    /// <summary>The files of a layer in reading order, each Shapefile with the files beside it.</summary>
    public static IEnumerable<string> FilesOf(string root, LayerDefinition layer) =>
        layer.Files.SelectMany(file => Path.GetExtension(file) != ShapeEnding
            ? [file]
            : WorkspaceSnapshot.ShapefileEndings
                .Select(ending => Path.ChangeExtension(file, ending))
                .Where(part => File.Exists(Path.Combine(root, part))));

    /// <summary>SHA-256 of a file's bytes, lower-case hex.</summary>
    public static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The bytes of a JSON text without white space.</summary>
    public static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) write(json);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteDefinition(Utf8JsonWriter json, LayerDefinition layer)
    {
        json.WriteStartObject();
        json.WriteString("id", layer.Id);
        json.WriteString("role", WorkspaceProblem.CodeOf(layer.Role));
        json.WriteString("nameZh", layer.Name.Chinese);
        json.WriteString("nameEn", layer.Name.English);
        json.WriteString("crs", layer.Crs);
        json.WriteNumber("fromYear", layer.FromYear.Number);
        json.WriteNumber("toYear", layer.ToYear.Number);
        json.WriteBoolean("schematic", layer.IsSchematic);
        json.WriteString("licence", layer.Licence);
        json.WriteString("sourceKey", layer.Source.Key);
        json.WriteString("sourcePlace", layer.Source.Place);
        json.WriteString("sourceConfidence", WorkspaceProblem.CodeOf(layer.Source.Confidence));
        json.WriteStartObject("columns");
        foreach (var (attribute, column) in layer.Columns)
            json.WriteString(WorkspaceProblem.CodeOf(attribute), column);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
