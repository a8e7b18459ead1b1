using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Gep.Spatial.Measures;

/// <summary>
/// The one factory of geometries in the equal-area plane; nothing relies on process-wide defaults.
/// </summary>
internal static class PlaneGeometry
{
    /// <summary>Coordinates are doubles as they are.</summary>
    public static PrecisionModel Precision { get; } = new(PrecisionModels.Floating);

    /// <summary>Makes geometries whose own overlay methods use OverlayNG too.</summary>
    public static GeometryFactory Factory { get; } = new NtsGeometryServices(
        CoordinateArraySequenceFactory.Instance,
        Precision,
        srid: 0,
        GeometryOverlay.NG,
        new CoordinateEqualityComparer()).CreateGeometryFactory();
}
