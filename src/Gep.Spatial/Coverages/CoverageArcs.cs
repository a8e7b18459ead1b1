using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Coverages;

/// <summary>The borders of zones taken apart into arcs, each once however many zones have it.</summary>
/// <remarks>
/// An arc runs between two nodes: points where other than two edges meet. A ring without nodes is an arc that
/// begins and ends with its least point.
/// </remarks>
internal sealed class CoverageArcs
{
    private readonly List<Coordinate> _points = [];
    private readonly Dictionary<Coordinate, int> _pointOf = [];
    private readonly List<int[]> _arcs = [];
    private readonly Dictionary<(int, int), int> _arcOf = [];
    private readonly List<List<(int Arc, bool IsReversed)[]>> _ringsOfZone = [];
    private readonly HashSet<(int, int)> _edges = [];

    public CoverageArcs(IEnumerable<Geometry> zones)
    {
        List<List<int[]>> rings = [.. zones.Select(RingsOf)];
        var degree = new int[_points.Count];
        foreach (int[] ring in rings.SelectMany(ofZone => ofZone))
        {
            for (int i = 0; i + 1 < ring.Length; i++)
            {
                if (!_edges.Add(Undirected(ring[i], ring[i + 1]))) continue;
                degree[ring[i]]++;
                degree[ring[i + 1]]++;
            }
        }
        foreach (List<int[]> ofZone in rings)
            _ringsOfZone.Add([.. ofZone.Select(ring => ArcsOf(ring, degree))]);
    }

    /// <summary>All points.</summary>
    public IReadOnlyList<Coordinate> Points => _points;

    /// <summary>The arcs as indices of points, ends included.</summary>
    public IReadOnlyList<int[]> Arcs => _arcs;

    /// <summary>All edges, each with the lower index first.</summary>
    public HashSet<(int, int)> Edges => _edges;

    public static (int, int) Undirected(int a, int b) => a < b ? (a, b) : (b, a);

    /// <summary>A zone put together again from arcs with fewer points.</summary>
    public Geometry Rebuild(int zone, Geometry geometry, ArcThinning thinned)
    {
        int next = 0;
        var polygons = new List<Polygon>();
        for (int part = 0; part < geometry.NumGeometries; part++)
        {
            if (geometry.GetGeometryN(part) is not Polygon polygon || polygon.IsEmpty) continue;
            LinearRing shell = Ring();
            var holes = new LinearRing[polygon.NumInteriorRings];
            for (int hole = 0; hole < holes.Length; hole++) holes[hole] = Ring();
            polygons.Add(PlaneGeometry.Factory.CreatePolygon(shell, holes));
        }
        return geometry is Polygon && polygons.Count == 1
            ? polygons[0]
            : PlaneGeometry.Factory.CreateMultiPolygon([.. polygons]);

        LinearRing Ring()
        {
            var ring = new List<Coordinate>();
            foreach ((int arc, bool isReversed) in _ringsOfZone[zone][next++])
            {
                IEnumerable<int> points = isReversed ? thinned[arc].Reverse() : thinned[arc];
                ring.AddRange(points.Skip(ring.Count == 0 ? 0 : 1).Select(point => _points[point].Copy()));
            }
            return PlaneGeometry.Factory.CreateLinearRing([.. ring]);
        }
    }

    private List<int[]> RingsOf(Geometry zone)
    {
        var rings = new List<int[]>();
        for (int part = 0; part < zone.NumGeometries; part++)
        {
            if (zone.GetGeometryN(part) is not Polygon polygon || polygon.IsEmpty) continue;
            rings.Add(Indexed(polygon.ExteriorRing));
            foreach (LineString hole in polygon.InteriorRings) rings.Add(Indexed(hole));
        }
        return rings;
    }

    private int[] Indexed(LineString ring)
    {
        var indices = new List<int>(ring.NumPoints);
        foreach (Coordinate at in ring.Coordinates)
        {
            if (!_pointOf.TryGetValue(at, out int point))
            {
                point = _points.Count;
                _pointOf.Add(at, point);
                _points.Add(at);
            }
            if (indices.Count == 0 || indices[^1] != point) indices.Add(point);
        }
        return [.. indices];
    }

    private (int Arc, bool IsReversed)[] ArcsOf(int[] ring, int[] degree)
    {
        int[] open = ring[..^1];
        int start = Array.FindIndex(open, point => degree[point] != 2);
        bool isLoop = start < 0;
        if (isLoop) start = Array.IndexOf(open, open.MinBy(point => _points[point]));
        int[] turned = [.. open[start..], .. open[..start], open[start]];
        if (isLoop) return [ArcOf(turned)];
        var arcs = new List<(int, bool)>();
        for (int from = 0, to = 1; to < turned.Length; to++)
        {
            if (degree[turned[to]] == 2) continue;
            arcs.Add(ArcOf(turned[from..(to + 1)]));
            from = to;
        }
        return [.. arcs];
    }

    /// <summary>The arc of a chain of points, which may have been met before the other way round.</summary>
    private (int Arc, bool IsReversed) ArcOf(int[] chain)
    {
        if (_arcOf.TryGetValue((chain[0], chain[1]), out int known)) return (known, !StartsLike(_arcs[
            known], chain));
        _arcOf[(chain[0], chain[1])] = _arcs.Count;
        _arcOf[(chain[^1], chain[^2])] = _arcs.Count;
        _arcs.Add(chain);
        return (_arcs.Count - 1, false);
    }

    private static bool StartsLike(int[] arc, int[] chain) => arc[0] == chain[0] && arc[1] == chain[1];
}
