using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Gep.Spatial.Measures;

/// <summary>
/// Cuts areas by areas with OverlayNG, and remembers whether vertices had to be snapped for it.
/// </summary>
internal sealed class AreaCut
{
    /// <summary>The snapping overlay had to be used at least once since this was last set to false.</summary>
    public bool HasSnapped { get; set; }

    /// <summary>What both have in common.</summary>
    public Geometry Intersection(Geometry a, Geometry b) => Cut(a, b, SpatialFunction.Intersection);

    /// <summary>What is left of the first without the second.</summary>
    public Geometry Difference(Geometry a, Geometry b) => Cut(a, b, SpatialFunction.Difference);

    /// <summary>All of them in one; nothing gives an empty polygon.</summary>
    public static Geometry Union(IReadOnlyCollection<Geometry> areas) =>
        areas.Count == 0
            ? PlaneGeometry.Factory.CreatePolygon()
            : OverlayNGRobust.Union(areas, PlaneGeometry.Factory);

    /// <summary>The polygons alone: snapping can leave lines where a sliver collapsed.</summary>
    private static Geometry AreasIn(Geometry result) => result is Polygon or MultiPolygon
        ? result
        : PlaneGeometry.Factory.CreateMultiPolygon(
            [.. PolygonExtracter.GetPolygons(result).Cast<Polygon>().Where(polygon => !polygon.IsEmpty)]);

    private Geometry Cut(Geometry a, Geometry b, SpatialFunction function)
    {
        try
        {
            return new OverlayNG(a, b, PlaneGeometry.Precision, function) { AreaResultOnly = true }.GetResult(
                );
        }
        catch (TopologyException)
        {
            HasSnapped = true;
            return AreasIn(OverlayNGRobust.Overlay(a, b, function));
        }
    }
}
