using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>
/// Three layers drawn from one mesh of fields that share their edges: some fields were surveyed anew and lie
/// over their neighbours, some have vertices that their neighbours have not, some stand twice, some have a
/// hole with a pond in it. Zones follow edges of the mesh, or cross it.
/// </summary>
internal sealed class SurveyScene
{
    private const double West = 1.27e7, South = 3.2e6, Step = 300;
    private const int PointsOfEdge = 4, Layers = 3;

    private readonly int _fields;
    private readonly Random _random;
    private readonly Dictionary<(int, int, bool), Coordinate[]> _edges = [];
    private readonly Coordinate[,] _nodes;

    /// <param name="seed">What chance begins with.</param>
    /// <param name="fields">How many fields a side has.</param>
    public SurveyScene(int seed, int fields = 7)
    {
        (_random, _fields) = (new Random(seed), fields);
        _nodes = new Coordinate[fields + 1, fields + 1];
        for (int column = 0; column <= fields; column++)
        {
            for (int row = 0; row <= fields; row++)
            {
                _nodes[column, row] = new Coordinate(
                    West + Step * column + Jitter(60), South + Step * row + Jitter(60));
            }
        }
        Parcels = [.. Drawn()];
        Zones = _random.Next(2) == 0 ? AlongMesh() : AcrossMesh();
    }

    /// <summary>Parcels by layer, in the order of their ids.</summary>
    public OverlayLayer<string>[] Parcels { get; }

    public OverlayZone<int>[] Zones { get; }

    private double Side => _fields * Step;

    private double Jitter(double most) => most * (2 * _random.NextDouble() - 1);

    private IEnumerable<OverlayLayer<string>> Drawn()
    {
        List<Geometry>[] drawn = [[], [], []];
        for (int column = 0; column < _fields; column++)
        {
            for (int row = 0; row < _fields; row++)
            {
                int layer = _random.Next(Layers);
                foreach (Geometry field in Changed(Field(column, row))) drawn[layer].Add(field);
            }
        }
        for (int i = 0; i < Layers; i++)
        {
            drawn[i].Add(Some.Star(
                _random, West + Side * _random.NextDouble(), South + Side * _random.NextDouble(),
                40 + 500 * _random.NextDouble(), _random.Next(5, 300)));
            yield return new OverlayLayer<string>($"layer {i}", [.. drawn[i]
                .Where(field => new IsValidOp(field).IsValid)
                .Select((field, k) => new OverlayParcel<string>($"{k:D3}", $"class {k % 3}", field))]);
        }
    }

    private IEnumerable<Geometry> Changed(Polygon field)
    {
        switch (_random.Next(9))
        {
            case 0 or 1:
                yield return Moved(field, Jitter(20), Jitter(20), 1 + Jitter(0.05));
                break;
            case 2:
                yield return Moved(field, Jitter(1e-6), Jitter(1e-6), 1);
                break;
            case 3:
                yield return WithMiddles(field);
                break;
            case 4:
                yield return field;
                yield return _random.Next(2) == 0 ? field.Copy() : Moved(field, 0, 0, 0.5);
                break;
            case 5:
                Polygon pond = Moved(field, 0, 0, 0.3);
                yield return PlaneGeometry.Factory.CreatePolygon(
                    field.Shell, [(LinearRing)pond.Shell.Reverse()]);
                yield return _random.Next(2) == 0 ? pond : Moved(pond, Jitter(20), 0, 1);
                break;
            default:
                yield return field;
                break;
        }
    }

    private static Polygon Moved(Polygon field, double byX, double byY, double wider)
    {
        Coordinate centre = field.EnvelopeInternal.Centre;
        var move = AffineTransformation.TranslationInstance(-centre.X, -centre.Y)
            .Scale(wider, wider).Translate(centre.X + byX, centre.Y + byY);
        return (Polygon)move.Transform(field);
    }

    /// <summary>With a vertex amid every edge, on it but for rounding.</summary>
    private static Polygon WithMiddles(Polygon field)
    {
        Coordinate[] ring = field.Coordinates;
        return Closed(ring.Skip(1).SelectMany((to, i) => new[]
        {
            ring[i].Copy(), new Coordinate((ring[i].X + to.X) / 2, (ring[i].Y + to.Y) / 2),
        }));
    }

    private Polygon Field(int column, int row) => Closed(
    [
        .. Edge(column, row, isEast: true), .. Edge(column + 1, row, isEast: false),
        .. Edge(column, row + 1, isEast: true).Reverse(), .. Edge(column, row, isEast: false).Reverse(),
    ]);

    /// <summary>The points of an edge of the mesh, eastwards or northwards, with both ends.</summary>
    private Coordinate[] Edge(int column, int row, bool isEast)
    {
        if (_edges.TryGetValue((column, row, isEast), out Coordinate[]? known)) return known;
        Coordinate from = _nodes[column, row];
        Coordinate to = isEast ? _nodes[column + 1, row] : _nodes[column, row + 1];
        Coordinate[] points = [.. Enumerable.Range(0, PointsOfEdge + 1).Select(i =>
        {
            double along = (double)i / PointsOfEdge, off = i is 0 or PointsOfEdge ? 0 : Jitter(10);
            return i == 0 ? from : i == PointsOfEdge ? to : new Coordinate(
                from.X + along * (to.X - from.X) + off, from.Y + along * (to.Y - from.Y) - off);
        })];
        return _edges[(column, row, isEast)] = points;
    }

    private OverlayZone<int>[] AlongMesh()
    {
        int middle = _fields / 2;
        return [Zone(1, 0, middle), Zone(2, middle, _fields)];

        OverlayZone<int> Zone(int key, int from, int to) => new(key, Closed(
        [
            .. Enumerable.Range(from, to - from).SelectMany(column => Edge(column, 0, isEast: true)),
            .. Enumerable.Range(0, _fields).SelectMany(row => Edge(to, row, isEast: false)),
            .. Enumerable.Range(from, to - from).Reverse()
                .SelectMany(column => Edge(column, _fields, isEast: true).Reverse()),
            .. Enumerable.Range(0, _fields).Reverse()
                .SelectMany(row => Edge(from, row, isEast: false).Reverse()),
        ]));
    }

    private OverlayZone<int>[] AcrossMesh()
    {
        double east = West + Side - 100, north = South + Side - 100;
        double middle = West + Side * (0.3 + 0.4 * _random.NextDouble());
        return
        [
            new(1, Some.Box(West, South, middle, north)), new(2, Some.Box(middle, South, east, north)),
        ];
    }

    private static Polygon Closed(IEnumerable<Coordinate> points)
    {
        var ring = new List<Coordinate>();
        foreach (Coordinate point in points)
        {
            if (ring.Count == 0 || !ring[^1].Equals2D(point)) ring.Add(point.Copy());
        }
        if (!ring[0].Equals2D(ring[^1])) ring.Add(ring[0].Copy());
        return PlaneGeometry.Factory.CreatePolygon([.. ring]);
    }
}
