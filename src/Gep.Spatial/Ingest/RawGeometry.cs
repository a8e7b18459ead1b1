namespace Gep.Spatial.Ingest;

/// <summary>What the parts of a geometry are.</summary>
internal enum RawGeometryKind
{
    Point,
    Line,
    Polygon,
}

/// <summary>
/// A geometry as it stands in a file: unchecked longitudes and latitudes [°]. A part of a polygon is its
/// shell and then its holes; a part of a line or of points is one path. A path is longitude, latitude,
/// longitude, …
/// </summary>
internal sealed record RawGeometry(RawGeometryKind Kind, IReadOnlyList<IReadOnlyList<double[]>> Parts);
