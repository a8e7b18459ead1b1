using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.Spatial.Coverages;

/// <summary>The edges of all zones, to find those that only one zone has.</summary>
internal sealed class ZoneBoundaries
{
    private readonly AreaEdges[] _edges;
    private readonly STRtree<LineSegment>[] _trees;
    private readonly HashSet<(double, double, double, double)> _all = [];

    public ZoneBoundaries(Geometry[] zones)
    {
        _edges = [.. zones.Select(zone => new AreaEdges(zone))];
        _trees = new STRtree<LineSegment>[zones.Length];
        for (int zone = 0; zone < zones.Length; zone++)
        {
            _trees[zone] = new STRtree<LineSegment>();
            for (int edge = 0; edge < _edges[zone].Count; edge++)
            {
                LineSegment segment = Segment(zone, edge);
                _all.Add((segment.P0.X, segment.P0.Y, segment.P1.X, segment.P1.Y));
                _trees[zone].Insert(new Envelope(segment.P0, segment.P1), segment);
            }
        }
    }

    /// <summary>The edges of a zone that no zone has the other way round.</summary>
    public IEnumerable<LineSegment> EdgesOnlyIn(int zone) =>
        Enumerable.Range(0, _edges[zone].Count)
            .Select(edge => Segment(zone, edge))
            .Where(edge => !_all.Contains((edge.P1.X, edge.P1.Y, edge.P0.X, edge.P0.Y)));

    /// <summary>
    /// Whether both ends and the middle of an edge lie that close to the boundary of a zone.
    /// </summary>
    public bool RunsAlong(LineSegment edge, int zone, double metres) =>
        IsNear(edge.P0, zone, metres) && IsNear(edge.MidPoint, zone, metres) && IsNear(edge.P1, zone, metres);

    private bool IsNear(Coordinate place, int zone, double metres)
    {
        var box = new Envelope(place);
        box.ExpandBy(metres);
        return _trees[zone].Query(box).Any(segment => segment.Distance(place) <= metres);
    }

    private LineSegment Segment(int zone, int edge)
    {
        (double x0, double y0, double x1, double y1) = _edges[zone][edge];
        return new LineSegment(x0, y0, x1, y1);
    }
}
