using System.IO.Compression;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;

namespace Gep.Api.Layers;

/// <summary>
/// Opens the files of a Shapefile that lie beside each other in a folder, or packed in a .zip file.
/// </summary>
/// <remarks>Nothing is unpacked to disk; what an archive unpacks to in memory is bounded.</remarks>
internal static class ShapefileArchive
{
    private const int EntriesMax = 64;
    private const long UnpackedBytesMax = 1L << 30;
    private const int SmallTextBytesMax = 1 << 16;
    private const int UnixModeShift = 16, UnixTypeMask = 0xF000, UnixSymbolicLink = 0xA000;

    /// <summary>Reads the file with its neighbours.</summary>
    public static IngestedLayer IngestFolder(
        string path, LayerManifest manifest, Action<IReadOnlyList<LayerFeature>>? taken)
    {
        using var shapes = File.OpenRead(path);
        using var attributes = Beside(path, ".dbf") is { } dbf ? File.OpenRead(dbf) : null;
        return LayerIngest.Ingest(manifest, ShapefileReader.Read(
            new ShapefileParts(shapes, attributes, TextBeside(path, ".prj"), TextBeside(path, ".cpg")),
                manifest), taken);
    }

    /// <summary>Reads the one Shapefile in a .zip file, or says why it is refused.</summary>
    public static IngestedLayer IngestArchive(
        string path, LayerManifest manifest, Action<IReadOnlyList<LayerFeature>>? taken)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return FaultOf(archive) is { } fault
                ? Refused(manifest, fault)
                : Ingest(archive, manifest, taken);
        }
        catch (InvalidDataException)
        {
            return Refused(manifest, "not a .zip file");
        }
    }

    private static string? FaultOf(ZipArchive archive)
    {
        if (archive.Entries.Count > EntriesMax) return $"more than {EntriesMax} entries";
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.Split('/', '\\').Contains("..") || Path.IsPathRooted(entry.FullName))
                return $"the path {entry.FullName}";
            if ((entry.ExternalAttributes >> UnixModeShift & UnixTypeMask) == UnixSymbolicLink)
                return $"the symbolic link {entry.FullName}";
        }
        if (archive.Entries.Sum(entry => entry.Length) > UnpackedBytesMax)
            return $"more than {UnpackedBytesMax} bytes unpacked";
        int shapefiles = archive.Entries.Count(entry => HasEnding(entry.FullName, ".shp"));
        return shapefiles == 1 ? null : $"{shapefiles} .shp files";
    }

    private static IngestedLayer Ingest(
        ZipArchive archive, LayerManifest manifest, Action<IReadOnlyList<LayerFeature>>? taken)
    {
        var shapes = archive.Entries.First(entry => HasEnding(entry.FullName, ".shp"));
        string name = shapes.FullName[..^4];
        using var shp = shapes.Open();
        using var dbf = Find(".dbf")?.Open();
        return LayerIngest.Ingest(manifest, ShapefileReader.Read(
            new ShapefileParts(shp, dbf, TextOf(".prj"), TextOf(".cpg")), manifest), taken);

        ZipArchiveEntry? Find(string ending) => archive.Entries.FirstOrDefault(entry =>
            entry.FullName.Equals(name + ending, StringComparison.OrdinalIgnoreCase));

        string? TextOf(string ending)
        {
            using var stream = Find(ending)?.Open();
            return stream is null ? null : ReadText(stream);
        }
    }

    private static string? Beside(string path, string ending) => Directory
        .EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(
            path) + ".*")
        .Where(file => HasEnding(file, ending))
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();

    private static string? TextBeside(string path, string ending)
    {
        if (Beside(path, ending) is not { } file) return null;
        using var stream = File.OpenRead(file);
        return ReadText(stream);
    }

    private static string ReadText(Stream stream)
    {
        var bytes = new byte[SmallTextBytesMax];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static bool HasEnding(string path, string ending) =>
        Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase);

    private static IngestedLayer Refused(LayerManifest manifest, string why) => new(
        manifest, [], [LayerProblem.At(LayerProblemCode.ArchiveRefused, new LayerPlace(manifest.File),
            why)], []);
}
