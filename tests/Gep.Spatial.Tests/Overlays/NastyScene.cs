using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>
/// Zones with ragged shared borders, and parcels that use their vertices, run along them, miss them by the
/// smallest numbers, have spikes, bow-ties, slivers, nested holes.
/// </summary>
internal sealed class NastyScene
{
    private const double West = 1.27e7, South = 3.2e6, Side = 10_000;
    private const int Columns = 3, BorderVertices = 40;

    /// <summary>The kinds of parcels, in the order of their numbers.</summary>
    public static readonly string[] Kinds =
    [
        "along a border, with its vertices", "the same, off by 1e-9 m", "the same, off by 1e-7 m",
        "spike to a border, points twice", "bow-tie", "nested holes", "star on vertices of borders",
        "sliver of 1e-14 degrees", "large star",
    ];

    private readonly int _seed;
    private readonly Coordinate[][] _borders;

    public NastyScene(int seed)
    {
        _seed = seed;
        var random = new Random(seed);
        _borders = new Coordinate[Columns + 1][];
        for (int column = 0; column <= Columns; column++)
        {
            _borders[column] = [.. Enumerable.Range(0, BorderVertices + 1).Select(i => new Coordinate(
                West + column * Side / Columns + 600 * (random.NextDouble() - 0.5),
                South + i * Side / BorderVertices))];
        }
    }

    public Geometry[] Zones() => [.. Enumerable.Range(0, Columns).Select(column =>
        (Geometry)PlaneGeometry.Factory.CreatePolygon(
            [.. _borders[column], .. _borders[column + 1].Reverse(), _borders[column][0]]))];

    /// <summary>A valid parcel by its number; empty where nothing is left of it after repair.</summary>
    public Geometry Parcel(int number)
    {
        var random = new Random(unchecked(_seed * 31 + number));
        Geometry drawn = (number % Kinds.Length) switch
        {
            0 => Strip(random, 0),
            1 => Strip(random, 1e-9),
            2 => Strip(random, 1e-7),
            3 => Spiky(random),
            4 => BowTie(random),
            5 => Nested(random),
            6 => Fan(random),
            7 => Sliver(random),
            _ => Large(random),
        };
        if (new IsValidOp(drawn).IsValid) return drawn;
        Geometry repaired = GeometryFixer.Fix(drawn);
        return repaired is Polygon or MultiPolygon ? repaired : PlaneGeometry.Factory.CreatePolygon();
    }

    /// <summary>Runs along a border with its very vertices, off by at most the given length.</summary>
    private Polygon Strip(Random random, double off)
    {
        Coordinate[] border = _borders[random.Next(Columns + 1)];
        int from = random.Next(BorderVertices - 3), to = from + 2 + random.Next(BorderVertices - from - 2);
        double width = (random.Next(2) == 0 ? 1 : -1) * Math.Pow(10, random.Next(-2, 4));
        IEnumerable<Coordinate> along = border[from..(to + 1)].Select(at => new Coordinate(
            at.X + off * (random.NextDouble() - 0.5), at.Y + off * (random.NextDouble() - 0.5)));
        Coordinate[] one = [.. along];
        IEnumerable<Coordinate> back = random.Next(2) == 0
            ? [new(border[to].X + width, border[to].Y), new(border[from].X + width, border[from].Y)]
            : one.Reverse().Select(at => new Coordinate(at.X + width, at.Y + 0.3 * width));
        return Closed([.. one, .. back]);
    }

    private Polygon Spiky(Random random)
    {
        Coordinate at = Anywhere(random), tip = _borders[random.Next(Columns
            + 1)][random.Next(BorderVertices)];
        double size = Math.Pow(10, random.Next(-1, 4));
        return Closed(
        [
            at, new(at.X + size, at.Y), tip.Copy(), new(at.X + size, at.Y + 1e-7 * size),
            new(at.X + size, at.Y + size), new(at.X + size, at.Y + size), new(at.X, at.Y + size),
        ]);
    }

    private static Polygon BowTie(Random random)
    {
        Coordinate a = Anywhere(random), b = Anywhere(random);
        return Closed([a, b, new(a.X + 50, b.Y), new(b.X, a.Y)]);
    }

    private Polygon Nested(Random random)
    {
        Coordinate at = _borders[random.Next(Columns + 1)][random.Next(BorderVertices)];
        double size = Math.Pow(10, random.Next(0, 4));
        return PlaneGeometry.Factory.CreatePolygon(
            Ring(size), [Ring(0.8 * size), Ring(0.6 * size), Ring(1e-6 * size)]);

        LinearRing Ring(double half) => (LinearRing)Closed(
        [
            new(at.X - half, at.Y - half), new(at.X + half, at.Y - half), new(at.X + half, at.Y + half),
            new(at.X - half, at.Y + half),
        ]).ExteriorRing;
    }

    /// <summary>As wide as the last digit of a coordinate, across or along borders.</summary>
    private static Polygon Sliver(Random random)
    {
        const double Width = 1e-14 * Math.PI / 180 * 6378137;
        Coordinate a = Anywhere(random), b = Anywhere(random);
        double wide = Width * random.Next(1, 5);
        return Closed([a, b, new(b.X + wide, b.Y), new(a.X, a.Y + wide)]);
    }

    /// <summary>A star whose vertices are vertices of borders here and there.</summary>
    private Polygon Fan(Random random)
    {
        Coordinate centre = _borders[random.Next(Columns + 1)][random.Next(2, BorderVertices - 2)];
        int points = random.Next(3, 40);
        double size = Math.Pow(10, random.Next(0, 4));
        return Closed([.. Enumerable.Range(0, points).Select(i =>
        {
            double angle = 2 * Math.PI * i / points, r = size * (0.3 + random.NextDouble());
            return random.Next(4) == 0
                ? centre.Copy()
                : new Coordinate(centre.X + r * Math.Cos(angle), centre.Y + r * Math.Sin(angle));
        })]);
    }

    private static Polygon Large(Random random)
    {
        Coordinate at = Anywhere(random);
        return (Polygon)Some.Star(random, at.X, at.Y, 300 + 5000 * random.NextDouble(), random.Next(5, 400));
    }

    private static Coordinate Anywhere(Random random) =>
        new(West + Side * (1.4 * random.NextDouble() - 0.2), South
            + Side * (1.4 * random.NextDouble() - 0.2));

    private static Polygon Closed(Coordinate[] ring) =>
        PlaneGeometry.Factory.CreatePolygon([.. ring, ring[0].Copy()]);
}
