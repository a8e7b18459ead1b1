namespace Gep.Spatial.Ingest;

/// <summary>One feature as a reader found it, its geometry not yet checked.</summary>
public sealed class SourceFeature
{
    internal SourceFeature(
        long ordinal, string? id, IReadOnlyDictionary<string, string> attributes, RawGeometry geometry) =>
        (Ordinal, Id, Attributes, Geometry) = (ordinal, id, attributes, geometry);

    /// <summary>1-based place in the file, counting refused features too.</summary>
    public long Ordinal { get; }

    /// <summary>The feature's own id; null where the file gives none.</summary>
    public string? Id { get; }

    /// <summary>Attributes by name; numbers as they are written, nulls left out.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    internal RawGeometry Geometry { get; }
}
