using Gep.Spatial.Crs;
using Gep.Spatial.Measures;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Ingest;

/// <summary>
/// Builds geometries of the equal-area plane from positions as they stand in a file, after checking each
/// position and ring; counts vertices on the way.
/// </summary>
internal sealed class GeometryAssembly(CoordinateSystem crs)
{
    private const double HalfGlobeDegrees = 180;
    private const int LeastRingPositions = 4, LeastDistinctInRing = 3, LeastLinePositions = 2;

    private readonly List<Coordinate> _path = [];

    public long Vertices { get; private set; }

    public long VerticesOnEChartsGrid { get; private set; }

    /// <summary>The geometry, not yet checked for validity; null when it is refused.</summary>
    public Geometry? Assemble(
        RawGeometry raw, LayerPlace place, List<LayerProblem> problems, out RawGeometry degrees)
    {
        degrees = raw = ToDegrees(raw, place, problems, out bool isRefused);
        if (isRefused) return null;
        foreach (double[] path in raw.Parts.SelectMany(part => part))
        {
            if (FaultIn(path, place, raw.Kind) is not { } fault) continue;
            problems.Add(fault);
            return null;
        }
        if (raw.Kind == RawGeometryKind.Polygon) return Polygons(raw, place, problems);
        return raw.Kind == RawGeometryKind.Line ? Lines(raw, place, problems) : Points(raw);
    }

    /// <summary>The geometry in longitude and latitude, whatever the system of the file.</summary>
    private RawGeometry ToDegrees(
        RawGeometry raw, LayerPlace place, List<LayerProblem> problems, out bool isRefused)
    {
        isRefused = false;
        if (crs.Kind == CoordinateKind.Degrees) return raw;
        foreach (double[] path in raw.Parts.SelectMany(part => part))
        {
            for (int i = 0; i < path.Length; i += 2)
            {
                if (CoordinateCheck.FaultBeforeReprojection(path[i], path[i + 1], crs, place) is { } fault)
                {
                    problems.Add(fault);
                    isRefused = true;
                    return raw;
                }
            }
        }
        return raw with { Parts = [.. raw.Parts.Select(part => part.Select(ToDegrees).ToArray())] };
    }

    private double[] ToDegrees(double[] path)
    {
        var degrees = new double[path.Length];
        for (int i = 0; i < path.Length; i += 2)
            (degrees[i], degrees[i + 1]) = crs.ToLonLat(path[i], path[i + 1]);
        return degrees;
    }

    private LayerProblem? FaultIn(double[] path, LayerPlace place, RawGeometryKind kind)
    {
        for (int i = 0; i < path.Length; i += 2)
        {
            double lon = path[i], lat = path[i + 1];
            Vertices++;
            if (!double.IsFinite(lon) || !double.IsFinite(lat))
                return LayerProblem.At(LayerProblemCode.CoordinateNotFinite, place);
            if (CoordinateCheck.FaultOfDegrees(lon, lat, crs, place) is { } fault) return fault;
            if (i > 0 && kind != RawGeometryKind.Point && Math.Abs(lon - path[i - 2]) > HalfGlobeDegrees)
                return LayerProblem.At(LayerProblemCode.AntimeridianCrossed, At(place, path, i));
            if (Gcj02Suspicion.IsOnEChartsGrid(lon) && Gcj02Suspicion.IsOnEChartsGrid(lat))
                VerticesOnEChartsGrid++;
        }
        return null;
    }

    private static Geometry Points(RawGeometry raw)
    {
        Point[] points = raw.Parts.SelectMany(part => part)
            .SelectMany(path => Enumerable.Range(0, path.Length / 2).Select(i => (path, i)))
            .Select(at => PlaneGeometry.Factory.CreatePoint(
                EqualAreaPlane.FromLonLat(at.path[2 * at.i], at.path[2 * at.i + 1])))
            .ToArray();
        return points.Length == 1 ? points[0] : PlaneGeometry.Factory.CreateMultiPoint(points);
    }

    private Geometry? Lines(RawGeometry raw, LayerPlace place, List<LayerProblem> problems)
    {
        var lines = new List<LineString>();
        foreach (double[] path in raw.Parts.SelectMany(part => part))
        {
            Carry(path);
            if (Distinct() >= LeastLinePositions)
                lines.Add(PlaneGeometry.Factory.CreateLineString([.. _path]));
            else
                problems.Add(TooShort(place, path, LayerProblemSeverity.Warning));
        }
        return lines.Count switch
        {
            0 => Nothing(place, problems),
            1 => lines[0],
            _ => PlaneGeometry.Factory.CreateMultiLineString([.. lines]),
        };
    }

    private Geometry? Polygons(RawGeometry raw, LayerPlace place, List<LayerProblem> problems)
    {
        var polygons = new List<Polygon>();
        foreach (IReadOnlyList<double[]> part in raw.Parts)
        {
            LinearRing? shell = part.Count == 0 ? null : Ring(part[0], place, problems);
            if (shell is null) continue;
            var holes = new List<LinearRing>();
            for (int hole = 1; hole < part.Count; hole++)
            {
                if (Ring(part[hole], place, problems) is { } ring) holes.Add(ring);
            }
            polygons.Add(PlaneGeometry.Factory.CreatePolygon(shell, [.. holes]));
        }
        return polygons.Count switch
        {
            0 => Nothing(place, problems),
            1 => polygons[0],
            _ => PlaneGeometry.Factory.CreateMultiPolygon([.. polygons]),
        };
    }

    private LinearRing? Ring(double[] path, LayerPlace place, List<LayerProblem> problems)
    {
        Carry(path);
        if (_path.Count > 0 && !_path[0].Equals2D(_path[^1]))
        {
            problems.Add(LayerProblem.At(LayerProblemCode.RingNotClosed, At(place, path, path.Length - 2)));
            _path.Add(_path[0].Copy());
        }
        if (_path.Count >= LeastRingPositions && Distinct() >= LeastDistinctInRing)
            return PlaneGeometry.Factory.CreateLinearRing([.. _path]);
        problems.Add(TooShort(place, path, LayerProblemSeverity.Warning));
        return null;
    }

    private void Carry(double[] path)
    {
        _path.Clear();
        for (int i = 0; i < path.Length; i += 2) _path.Add(EqualAreaPlane.FromLonLat(path[i], path[i + 1]));
    }

    /// <summary>Different positions of the path, counted up to what a ring needs.</summary>
    private int Distinct()
    {
        if (_path.Count == 0) return 0;
        Coordinate first = _path[0];
        if (_path.Find(position => !position.Equals2D(first)) is not { } second) return 1;
        return _path.Exists(position => !position.Equals2D(first) && !position.Equals2D(second))
            ? LeastDistinctInRing
            : LeastLinePositions;
    }

    private static Geometry? Nothing(LayerPlace place, List<LayerProblem> problems)
    {
        problems.Add(TooShort(place, [], LayerProblemSeverity.Refusal));
        return null;
    }

    private static LayerProblem TooShort(LayerPlace place, double[] path, LayerProblemSeverity severity) =>
        LayerProblem.At(LayerProblemCode.RingTooShort, severity, At(place, path, 0));

    private static LayerPlace At(LayerPlace place, double[] path, int i) =>
        i < 0 || i >= path.Length ? place : place with { Longitude = path[i], Latitude = path[i + 1] };
}
