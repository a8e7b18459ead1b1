using Gep.Spatial.Ingest;

namespace Gep.Api.Layers;

/// <summary>Opens one file of a layer with the reader of its format.</summary>
internal static class LayerFile
{
    /// <summary>Reads, checks and repairs a file; its format is told by its ending.</summary>
    /// <param name="path">The file.</param>
    /// <param name="manifest">What is declared about it.</param>
    /// <param name="taken">Told of the features as they come.</param>
    public static IngestedLayer Ingest(
        string path, LayerManifest manifest, Action<IReadOnlyList<LayerFeature>>? taken = null)
    {
        if (Path.GetExtension(path) == ".gpkg")
            return LayerIngest.Ingest(manifest, GeoPackageReader.Read(path, manifest), taken);
        if (Path.GetExtension(path) == ".shp") return ShapefileArchive.IngestFolder(path, manifest, taken);
        if (Path.GetExtension(path) == ".zip") return ShapefileArchive.IngestArchive(path, manifest, taken);
        using var stream = File.OpenRead(path);
        return Path.GetExtension(path) switch
        {
            ".ndjson" or ".geojsonl" or ".geojsons" =>
                LayerIngest.Ingest(manifest, NewlineGeoJsonReader.Read(stream, manifest), taken),
            _ => LayerIngest.Ingest(manifest, GeoJsonReader.Read(stream, manifest), taken),
        };
    }
}
