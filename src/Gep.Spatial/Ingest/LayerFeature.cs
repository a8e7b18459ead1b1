using NetTopologySuite.Geometries;

namespace Gep.Spatial.Ingest;

/// <summary>One checked feature of a layer.</summary>
public sealed class LayerFeature
{
    internal LayerFeature(
        long ordinal,
        string id,
        IReadOnlyDictionary<string, string> attributes,
        Geometry geometry,
        double area) =>
        (Ordinal, Id, Attributes, Geometry, SquareMetres) = (ordinal, id, attributes, geometry, area);

    /// <summary>1-based place in the file, counting refused features too.</summary>
    public long Ordinal { get; }

    /// <summary>Id by the manifest; never empty, unique unless a problem says otherwise.</summary>
    public string Id { get; }

    /// <summary>Attributes by name; numbers as they are written, nulls left out.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>Valid geometry in the equal-area plane.</summary>
    public Geometry Geometry { get; }

    /// <summary>Area on the ellipsoid [m²]; 0 for points and lines.</summary>
    public double SquareMetres { get; }
}
