namespace Gep.Spatial.Problems;

/// <summary>Every problem that layers can raise; each has an entry in docs/problems.md.</summary>
public enum LayerProblemCode
{
    /// <summary>The file is not JSON, breaks off, or has something behind its end.</summary>
    NotJson,

    /// <summary>The file is JSON but no FeatureCollection, Feature or geometry.</summary>
    NotAFeatureCollection,

    /// <summary>The text is not UTF-8.</summary>
    TextNotUtf8,

    /// <summary>The file begins with a byte order mark, which was skipped.</summary>
    ByteOrderMark,

    /// <summary>One feature is longer than the limit; the file is read no further.</summary>
    FeatureTooLarge,

    /// <summary>One feature is not JSON, or not a Feature; the others are read.</summary>
    FeatureMalformed,

    /// <summary>One feature is nested deeper than the limit.</summary>
    TooDeep,

    /// <summary>One feature has more vertices than the limit.</summary>
    TooManyVertices,

    /// <summary>An object has the same key twice.</summary>
    DuplicateKey,

    /// <summary>An attribute is an object or a list; it was left out.</summary>
    AttributeNested,

    /// <summary>A feature has no geometry, or an empty one.</summary>
    GeometryMissing,

    /// <summary>A geometry is a collection or of an unknown type.</summary>
    GeometryTypeUnsupported,

    /// <summary>
    /// A position is not a list of two or more numbers, or lies at another depth than the type says.
    /// </summary>
    PositionMalformed,

    /// <summary>A coordinate is NaN or infinite.</summary>
    CoordinateNotFinite,

    /// <summary>A coordinate is no longitude or latitude.</summary>
    CoordinateOutOfRange,

    /// <summary>The latitude is out of range, and would not be if the two were swapped.</summary>
    LongitudeLatitudeSwapped,

    /// <summary>An edge spans more than half the globe.</summary>
    AntimeridianCrossed,

    /// <summary>A ring does not end where it began; it was closed.</summary>
    RingNotClosed,

    /// <summary>A ring has fewer than three different positions, or a line fewer than two.</summary>
    RingTooShort,

    /// <summary>A geometry was not valid and was repaired.</summary>
    GeometryInvalidRepaired,

    /// <summary>A geometry is not valid, and nothing is left of it after repair.</summary>
    GeometryUnrepairable,

    /// <summary>Two features have the same id.</summary>
    DuplicateFeatureId,

    /// <summary>A feature lacks the attribute that the manifest names as its id.</summary>
    FeatureIdMissing,

    /// <summary>The coordinate reference system is not in the list of known ones.</summary>
    CrsUnknown,

    /// <summary>The file names another coordinate reference system than the manifest.</summary>
    CrsConflict,

    /// <summary>
    /// Coordinates are metres where the reference system has degrees, or the other way round.
    /// </summary>
    CrsUnitMismatch,

    /// <summary>The northing of a projected system stands before the easting.</summary>
    AxesSwapped,

    /// <summary>A coordinate lies far outside the zone of its projected system.</summary>
    OutsideZone,

    /// <summary>Neither the file nor the manifest names the coordinate reference system.</summary>
    CrsUndeclared,

    /// <summary>A Shapefile is damaged.</summary>
    ShapefileUnreadable,

    /// <summary>A file that belongs to a Shapefile is missing.</summary>
    ShapefilePartMissing,

    /// <summary>An archive holds what it must not, or unpacks to more than the limit.</summary>
    ArchiveRefused,

    /// <summary>The coordinates look like GCJ-02.</summary>
    Gcj02Suspected,

    /// <summary>A GeoPackage geometry is damaged.</summary>
    GeometryBlobMalformed,

    /// <summary>The file is no GeoPackage, or a damaged one.</summary>
    GeopackageUnreadable,

    /// <summary>The GeoPackage has no such feature table, or several and none was named.</summary>
    GeopackageTableUnclear,

    /// <summary>The SQLite library is not installed.</summary>
    SqliteLibraryMissing,

    /// <summary>Two zones of a coverage overlap.</summary>
    CoverageOverlap,

    /// <summary>A coverage has a hole.</summary>
    CoverageGap,

    /// <summary>An edge of a zone runs along another zone without being its edge.</summary>
    CoverageUnmatchedEdge,

    /// <summary>An overlay was only possible after snapping vertices together.</summary>
    OverlaySnapped,
}
