using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Gep.Api.Cli;

namespace Gep.Api.Persistence.Writing;

/// <summary>What it takes to repeat a run byte for byte, and to see that it was repeated.</summary>
internal static class RunManifest
{
    /// <summary>Name of its document.</summary>
    public const string Name = "manifest.json";

    /// <summary>The manifest as JSON: no clock and no machine in it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="snapshot">Id of the snapshot.</param>
    /// <param name="layers">Its layer versions.</param>
    /// <param name="packs">Its packs.</param>
    /// <param name="run">The run.</param>
    public static byte[] Of(
        string workspace, string snapshot, IEnumerable<StoredLayer> layers,
        ImmutableArray<HashedFile> packs, RunToStore run)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Options))
        {
            json.WriteStartObject();
            json.WriteString("workspace", workspace);
            json.WriteString("snapshot", snapshot);
            json.WriteString("kind", run.Kind);
            json.WriteNumber("year", run.Year.Number);
            if (run.Profile.Length > 0) json.WriteString("profile", run.Profile);
            json.WriteString("engine", ProgramBuild.Id);
            json.WriteString("resultHash", run.ResultHash);
            json.WriteStartArray("layers");
            foreach (var layer in layers)
            {
                json.WriteStartObject();
                json.WriteString("layer", layer.Layer);
                json.WriteNumber("version", layer.Version);
                json.WriteString("contentHash", layer.ContentHash);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            WriteHashes(json, "packs", packs.Select(pack => (pack.Path, pack.Hash)));
            WriteHashes(json, "documents", run.Documents.Select(document =>
                (document.Name, Convert.ToHexStringLower(SHA256.HashData(document.Bytes)))));
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static void WriteHashes(
        Utf8JsonWriter json, string name, IEnumerable<(string Name, string Hash)> entries)
    {
        json.WriteStartObject(name);
        foreach (var (entry, hash) in entries) json.WriteString(entry, hash);
        json.WriteEndObject();
    }
}
