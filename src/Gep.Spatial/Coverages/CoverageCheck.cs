using System.Globalization;
using Gep.Spatial.Measures;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.Spatial.Coverages;

/// <summary>
/// Checks that zones tile their union: no overlaps, no gaps, and the same edges on both sides.
/// </summary>
public static class CoverageCheck
{
    /// <summary>Examines zones.</summary>
    /// <param name="file">File name for the problems.</param>
    /// <param name="zones">The zones; their order does not matter.</param>
    /// <param name="tolerance">What is passed over; null for that of surveys.</param>
    public static CoverageReport Examine(
        string file, IEnumerable<CoverageZone> zones, CoverageTolerance? tolerance = null)
    {
        tolerance ??= CoverageTolerance.Survey;
        CoverageZone[] ordered = [.. zones.OrderBy(zone => zone.Id, StringComparer.Ordinal)];
        var tree = new STRtree<int>();
        for (int i = 0; i < ordered.Length; i++) tree.Insert(ordered[i].Geometry.EnvelopeInternal, i);
        CoverageOverlap[] overlaps = [.. Overlaps(ordered, tree, tolerance)];
        CoverageGap[] gaps = [.. Gaps(ordered, tolerance)];
        UnmatchedEdge[] edges = [.. UnmatchedEdges(ordered, tree, tolerance)];
        IEnumerable<LayerProblem> problems =
        [
            .. overlaps.Select(overlap => LayerProblem.At(
                LayerProblemCode.CoverageOverlap,
                new LayerPlace(
                    file, FeatureId: overlap.First, Longitude: overlap.Longitude, Latitude: overlap.Latitude),
                overlap.First, overlap.Second, Rounded(overlap.SquareMetres))),
            .. gaps.Select(gap => LayerProblem.At(
                LayerProblemCode.CoverageGap,
                new LayerPlace(file, Longitude: gap.Longitude, Latitude: gap.Latitude),
                Rounded(gap.SquareMetres))),
            .. edges.Select(edge => LayerProblem.At(
                LayerProblemCode.CoverageUnmatchedEdge,
                new LayerPlace(
                    file, FeatureId: edge.Zone, Longitude: edge.Longitude, Latitude: edge.Latitude),
                edge.Zone, edge.Neighbour, Rounded(edge.Metres))),
        ];
        return new CoverageReport(overlaps, gaps, edges, [.. problems]);
    }

    private static IEnumerable<CoverageOverlap> Overlaps(
        CoverageZone[] zones, STRtree<int> tree, CoverageTolerance tolerance)
    {
        var relate = new AreaRelate();
        var cut = new AreaCut();
        IndexedArea[] areas = [.. zones.Select(zone => new IndexedArea(zone.Geometry))];
        for (int i = 0; i < zones.Length; i++)
        {
            foreach (int j in tree.Query(areas[i].Box).Where(j => j > i).Order())
            {
                if (relate.Relate(areas[i], areas[j]) == AreaRelation.Apart) continue;
                Geometry common = cut.Intersection(zones[i].Geometry, zones[j].Geometry);
                foreach (Geometry patch in PartsOf(common))
                {
                    double area = EllipsoidArea.SquareMetres(patch);
                    if (area < tolerance.SquareMetres) continue;
                    Coordinate place = EqualAreaPlane.ToLonLat(patch.InteriorPoint.Coordinate);
                    yield return new CoverageOverlap(zones[i].Id, zones[j].Id, area, place.X, place.Y);
                }
            }
        }
    }

    private static IEnumerable<CoverageGap> Gaps(CoverageZone[] zones, CoverageTolerance tolerance)
    {
        Geometry union = AreaCut.Union([.. zones.Select(zone => zone.Geometry)]);
        return PartsOf(union).OfType<Polygon>()
            .SelectMany(polygon => polygon.InteriorRings)
            .Select(hole => PlaneGeometry.Factory.CreatePolygon(hole.Coordinates))
            .Select(hole => (Area: EllipsoidArea.SquareMetres(hole), Hole: hole))
            .Where(gap => gap.Area >= tolerance.SquareMetres)
            .Select(gap =>
            {
                Coordinate place = EqualAreaPlane.ToLonLat(gap.Hole.InteriorPoint.Coordinate);
                return new CoverageGap(gap.Area, place.X, place.Y);
            })
            .OrderBy(gap => gap.Longitude).ThenBy(gap => gap.Latitude);
    }

    private static IEnumerable<UnmatchedEdge> UnmatchedEdges(
        CoverageZone[] zones, STRtree<int> tree, CoverageTolerance tolerance)
    {
        var boundaries = new ZoneBoundaries([.. zones.Select(zone => zone.Geometry)]);
        for (int i = 0; i < zones.Length; i++)
        {
            foreach (LineSegment edge in boundaries.EdgesOnlyIn(i))
            {
                var box = new Envelope(edge.P0, edge.P1);
                box.ExpandBy(tolerance.Metres);
                foreach (int j in tree.Query(box).Where(j => j != i).Order())
                {
                    if (!boundaries.RunsAlong(edge, j, tolerance.Metres)) continue;
                    Coordinate middle = EqualAreaPlane.ToLonLat(edge.MidPoint);
                    yield return new UnmatchedEdge(zones[i].Id, zones[j].Id, edge.Length, middle.X, middle.Y);
                    break;
                }
            }
        }
    }

    private static IEnumerable<Geometry> PartsOf(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN);

    private static string Rounded(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
