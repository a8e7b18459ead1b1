namespace Gep.Spatial.Ingest;

/// <summary>One row of a GeoPackage feature table, its geometry still encoded.</summary>
/// <param name="Ordinal">1-based place in the table.</param>
/// <param name="Id">Primary key as text; null where the table has none.</param>
/// <param name="Geometry">Geometry blob; null where the row has none.</param>
/// <param name="Attributes">The other columns by name, nulls left out.</param>
public sealed record EncodedFeature(
    long Ordinal,
    string? Id,
    ReadOnlyMemory<byte>? Geometry,
    IReadOnlyDictionary<string, string> Attributes);
