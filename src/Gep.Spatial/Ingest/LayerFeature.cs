using NetTopologySuite.Geometries;

namespace Gep.Spatial.Ingest;

/// <summary>One checked feature of a layer.</summary>
/// <remarks>
/// Kept as it was read, in degrees, which takes a quarter of the room of a geometry; only what was repaired
/// is kept as a geometry.
/// </remarks>
public sealed class LayerFeature
{
    private readonly Geometry? _repaired;

    internal LayerFeature(
        long ordinal, string id, IReadOnlyDictionary<string, string> attributes, LonLatPaths degrees,
        double area) =>
        (Ordinal, Id, Attributes, Degrees, SquareMetres) = (ordinal, id, attributes, degrees, area);

    internal LayerFeature(
        long ordinal, string id, IReadOnlyDictionary<string, string> attributes, Geometry repaired,
        double area) =>
        (Ordinal, Id, Attributes, _repaired, SquareMetres) = (ordinal, id, attributes, repaired, area);

    /// <summary>1-based place in the file, counting refused features too.</summary>
    public long Ordinal { get; }

    /// <summary>Id by the manifest; never empty, unique unless a problem says otherwise.</summary>
    public string Id { get; }

    /// <summary>Attributes by name; numbers as they are written, nulls left out.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>Valid geometry in the equal-area plane, made anew each time; not to be changed.</summary>
    public Geometry Geometry => _repaired ?? DegreesGeometry.InPlane(Degrees);

    /// <summary>Area on the ellipsoid [m²]; 0 for points and lines.</summary>
    public double SquareMetres { get; }

    /// <summary>Longitudes and latitudes as they were read; none where the geometry was repaired.</summary>
    internal LonLatPaths Degrees { get; }
}
