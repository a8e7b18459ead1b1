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

    private FeatureShape(ShapeKind kind, double[] lonLat, int[] pathEnds, int[] partEnds)
    {
        (Kind, LonLat, PathEnds, PartEnds) = (kind, lonLat, pathEnds, partEnds);
        LonLatBox bounds = LonLatBox.Empty;
        for (int i = 0; i < lonLat.Length; i += 2)
            bounds = bounds.Join(new LonLatBox(lonLat[i], lonLat[i + 1], lonLat[i], lonLat[i + 1]));
        Bounds = bounds;
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
    internal double[] LonLat { get; }

    /// <summary>Where each path ends, in vertices.</summary>
    internal int[] PathEnds { get; }

    /// <summary>Where each part ends, in paths.</summary>
    internal int[] PartEnds { get; }

    /// <summary>The shape of an ingested feature.</summary>
    public static FeatureShape Of(LayerFeature feature) => OfPlane(feature.Geometry);

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
        return new FeatureShape(kind, [.. lonLat], [.. pathEnds], [.. partEnds]);

        void AddPath(Geometry path, bool? isClockwise)
        {
            Coordinate[] positions = path.Coordinates;
            if (isClockwise is { } wanted && wanted != (SignedArea(positions) < 0)) Array.Reverse(positions);
            foreach (Coordinate position in positions)
            {
                Coordinate degrees = toLonLat(position);
                lonLat.Add(Math.Round(degrees.X, Decimals, MidpointRounding.AwayFromZero));
                lonLat.Add(Math.Round(degrees.Y, Decimals, MidpointRounding.AwayFromZero));
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
