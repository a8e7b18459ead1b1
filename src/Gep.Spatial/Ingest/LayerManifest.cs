using Gep.Spatial.Crs;

namespace Gep.Spatial.Ingest;

/// <summary>What is declared about a layer beside its file.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="File">File name for messages.</param>
/// <param name="Crs">
/// Declared reference system; null leaves it to the file, which for GeoJSON means WGS 84.
/// </param>
/// <param name="IdAttribute">
/// Attribute that identifies a feature; null takes the feature's own id, and its ordinal where it has none.
/// </param>
public sealed record LayerManifest(
    string Layer, string File, CoordinateSystem? Crs = null, string? IdAttribute = null);
