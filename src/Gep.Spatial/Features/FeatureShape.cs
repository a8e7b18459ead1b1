using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Features;

/// <summary>
/// A geometry kept for reading: longitudes and latitudes [°] as packed numbers, shells counter-clockwise,
/// holes clockwise, as GeoJSON has them.
/// </summary>
/// <remarks>
/// Positions are rounded to 1e-9° (0.1 mm), which gives back what a file of nine decimals held.
/// </remarks>
public sealed class FeatureShape
{
    private const int Decimals = 9;

    private static readonly int[] OnePart = [1];

    private readonly ReadOnlyMemory<double> _lonLat;

    private FeatureShape(ShapeKind kind, ReadOnlyMemory<double> lonLat, int[] pathEnds, int[] partEnds)
    {
        (Kind, _lonLat, PathEnds, PartEnds) = (kind, lonLat, pathEnds, partEnds);
        (double west, double south) = (double.PositiveInfinity, double.PositiveInfinity);
        (double east, double north) = (double.NegativeInfinity, double.NegativeInfinity);
        ReadOnlySpan<double> numbers = lonLat.Span;
        for (int i = 0; i < numbers.Length; i += 2)
        {
            (west, east) = (Math.Min(west, numbers[i]), Math.Max(east, numbers[i]));
            (south, north) = (Math.Min(south, numbers[i + 1]), Math.Max(north, numbers[i + 1]));
        }
        Bounds = new LonLatBox(west, south, east, north);
    }

    /// <summary>What its parts are.</summary>
    public ShapeKind Kind { get; }

    /// <summary>The box around it.</summary>
    public LonLatBox Bounds { get; }

    /// <summary>Number of its parts; more than one is a multi-geometry.</summary>
    public int Parts => PartEnds.Length;

    /// <summary>Number of its vertices, closing ones included.</summary>
    public int Vertices => LonLat.Length / 2;

    /// <summary>Longitude, latitude, longitude, …; rings are closed.</summary>
    internal ReadOnlySpan<double> LonLat => _lonLat.Span;

    /// <summary>Where each path ends, in vertices.</summary>
    internal int[] PathEnds { get; }

    /// <summary>Where each part ends, in paths.</summary>
    internal int[] PartEnds { get; }

    /// <summary>The shape of an ingested feature; where that may be, on the coordinates it keeps.</summary>
    public static FeatureShape Of(LayerFeature feature) =>
        TryShare(feature.Degrees) ?? OfPlane(feature.Geometry);

    /// <summary>The shape of a geometry of the equal-area plane.</summary>
    internal static FeatureShape OfPlane(Geometry geometry) => Of(geometry, EqualAreaPlane.ToLonLat);

    /// <summary>The shape of a geometry whose coordinates are longitudes and latitudes.</summary>
    internal static FeatureShape OfLonLat(Geometry geometry) => Of(geometry, position => position);

    /// <summary>The path of that number as its first and its behind-last vertex.</summary>
    internal (int First, int End) Path(int path) => (path == 0 ? 0 : PathEnds[path - 1], PathEnds[path]);

    /// <summary>The geometry in longitudes and latitudes.</summary>
    internal Geometry ToGeometry()
    {
        GeometryFactory factory = PlaneGeometry.Factory;
        var parts = new List<Geometry>(Parts);
        for (int part = 0, path = 0; part < Parts; part++)
        {
            int firstPath = path;
            path = PartEnds[part];
            parts.Add(Kind switch
            {
                ShapeKind.Point => factory.CreatePoint(Positions(firstPath)[0]),
                ShapeKind.Line => factory.CreateLineString(Positions(firstPath)),
                ShapeKind.Polygon => factory.CreatePolygon(
                    factory.CreateLinearRing(Positions(firstPath)),
                    [.. Enumerable.Range(firstPath + 1, path - firstPath - 1)
                        .Select(hole => factory.CreateLinearRing(Positions(hole)))]),
            });
        }
        return parts.Count == 1 ? parts[0] : factory.BuildGeometry(parts);
    }

    /// <summary>
    /// A polygon of one ring as it was read, if that is rounded and turned as a shape has it: then it needs
    /// no room of its own.
    /// </summary>
    private static FeatureShape? TryShare(LonLatPaths degrees)
    {
        if (degrees.IsNone || degrees.Kind != RawGeometryKind.Polygon || degrees.Paths != 1) return null;
        ReadOnlySpan<double> numbers = degrees.All.Span;
        foreach (double number in numbers)
            if (!number.Equals(Rounded(number))) return null;
        double twiceArea = 0;
        for (int i = 2; i + 1 < numbers.Length; i += 2)
        {
            twiceArea += (numbers[i - 2] - numbers[0]) * (numbers[i + 1] - numbers[1])
                - (numbers[i] - numbers[0]) * (numbers[i - 1] - numbers[1]);
        }
        return twiceArea > 0
            ? new FeatureShape(ShapeKind.Polygon, degrees.All, [numbers.Length / 2], OnePart)
            : null;
    }

    private static double Rounded(double degrees) =>
        Math.Round(degrees, Decimals, MidpointRounding.AwayFromZero);

    private Coordinate[] Positions(int path)
    {
        (int first, int end) = Path(path);
        var positions = new Coordinate[end - first];
        for (int i = 0; i < positions.Length; i++)
            positions[i] = new Coordinate(LonLat[2 * (first + i)], LonLat[2 * (first + i) + 1]);
        return positions;
    }

    private static FeatureShape Of(Geometry geometry, Func<Coordinate, Coordinate> toLonLat)
    {
        var lonLat = new List<double>(2 * geometry.NumPoints);
        List<int> pathEnds = [], partEnds = [];
        for (int part = 0; part < geometry.NumGeometries; part++)
        {
            Geometry member = geometry.GetGeometryN(part);
            if (member is Polygon polygon)
            {
                AddPath(polygon.ExteriorRing, isClockwise: false);
                foreach (LineString hole in polygon.InteriorRings) AddPath(hole, isClockwise: true);
            }
            else
            {
                AddPath(member, isClockwise: null);
            }
            partEnds.Add(pathEnds.Count);
        }
        ShapeKind kind = geometry.Dimension switch
        {
            Dimension.Surface => ShapeKind.Polygon,
            Dimension.Curve => ShapeKind.Line,
            _ => ShapeKind.Point,
        };
        return new FeatureShape(kind, lonLat.ToArray(), [.. pathEnds], [.. partEnds]);

        void AddPath(Geometry path, bool? isClockwise)
        {
            Coordinate[] positions = path.Coordinates;
            if (isClockwise is { } wanted && wanted != (SignedArea(positions) < 0)) Array.Reverse(positions);
            foreach (Coordinate position in positions)
            {
                Coordinate degrees = toLonLat(position);
                lonLat.Add(Rounded(degrees.X));
                lonLat.Add(Rounded(degrees.Y));
            }
            pathEnds.Add(lonLat.Count / 2);
        }
    }

    private static double SignedArea(Coordinate[] ring)
    {
        double sum = 0;
        for (int i = 1; i < ring.Length; i++)
        {
            sum += (ring[i - 1].X - ring[0].X) * (ring[i].Y - ring[0].Y)
                - (ring[i].X - ring[0].X) * (ring[i - 1].Y - ring[0].Y);
        }
        return sum;
    }
}
