using System.Globalization;
using Gep.Spatial.Features;
using Gep.Spatial.Measures;
using Gep.Spatial.Tiles;
using Gep.Testing;

namespace Gep.Spatial.Tests.Tiles;

public class VectorTileTests
{
    private const int Buffer = 64, Extent = 4096;

    [Fact]
    public void Encode_Square_CarriesIdValuesAndNullsLeftOut()
    {
        var layer = new TileLayer("squares", ["name", "area", "count", "good", "none"],
            [new TileFeature((1UL << 52) - 1, Shape(Some.Square), ["武汉", 1.5, -3L, true, null])]);

        var decoded = DecodedTile.Of(Encode(TileAddress.At(10, 114.35, 30.55), layer)).Single();
        var feature = decoded.Features.Single();

        Assert.Equal(("squares", 2UL, 4096UL), (decoded.Name, decoded.Version, decoded.Extent));
        Assert.Equal((1UL << 52) - 1, feature.Id);
        Assert.Equal(3, feature.Type);
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["name"] = "武汉",
                ["area"] = 1.5,
                ["count"] = -3L,
                ["good"] = true,
            },
            feature.Properties);
    }

    [Fact]
    public void Encode_NothingThere_HasNoBytes() =>
        Assert.Empty(Encode(TileAddress.At(10, 0, 0), Layer(Shape(Some.Square))));

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(15)]
    public void Encode_RandomStars_AreWoundClippedAndWithoutRepeats(int zoom)
    {
        var shapes = Stars(seed: zoom, count: 400);
        var tile = Encode(TileAddress.At(zoom, 114.5, 30.7), Layer([.. shapes]));

        foreach (var path in DecodedTile.Of(tile).Single().Features.SelectMany(feature => feature.Paths))
        {
            Assert.True(DecodedFeature.TwiceArea(path) > 0);
            Assert.True(path.Count >= 3);
            Assert.All(path, position =>
            {
                Assert.InRange(position.X, -Buffer, Extent + Buffer);
                Assert.InRange(position.Y, -Buffer, Extent + Buffer);
            });
            for (int i = 0; i < path.Count; i++) Assert.NotEqual(path[i], path[(i + 1) % path.Count]);
        }
    }

    [Fact]
    public void Encode_PolygonWithHole_HoleRunsTheOtherWay()
    {
        var shape = Shape("{\"type\":\"Polygon\",\"coordinates\":[[[114.3,30.5],[114.4,30.5],[114.4,30.6],"
            + "[114.3,30.6],[114.3,30.5]],[[114.32,30.52],[114.38,30.52],[114.38,30.58],[114.32,30.52]]]}");

        var paths = DecodedTile.Of(Encode(TileAddress.At(9, 114.35, 30.55), Layer(shape)))
            .Single().Features.Single().Paths;

        Assert.Equal([true, false], paths.Select(path => DecodedFeature.TwiceArea(path) > 0));
    }

    /// <summary>Two squares share a ragged border: at every zoom its positions stay the same in
    /// both.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(13)]
    public void Encode_SharedBorder_StaysShared(int zoom)
    {
        var random = new Random(zoom);
        var border = Enumerable.Range(0, 101)
            .Select(i => (X: 114.3 + 0.01 * random.NextDouble(), Y: 30.0 + 0.01 * i)).ToArray();
        var left = Shape(Ring([(113.5, 30.0), .. border, (113.5, 31.0)]));
        var right = Shape(Ring([.. border, (115.0, 31.0), (115.0, 30.0)]));

        var features = DecodedTile.Of(Encode(TileAddress.At(zoom, 114.3, 30.5), Layer(left, right)))
            .Single().Features;

        var onLeft = Middle(features[0]);
        Assert.NotEmpty(onLeft);
        Assert.Equal(onLeft, Middle(features[1]));

        List<(int X, int Y)> Middle(DecodedFeature feature)
        {
            var all = feature.Paths.SelectMany(path => path).ToArray();
            return [.. all.Where(position => position.Y > -Buffer && position.Y < Extent + Buffer)
                .Where(position => features.All(other => other.Paths.Any(path => path.Contains(position))))
                .Distinct().Order()];
        }
    }

    [Fact]
    public void Encode_LowZoom_LeavesOutWhatIsNotSeen()
    {
        var tiny = Shape(Ring([(114.3, 30.5), (114.301, 30.5), (114.301, 30.501), (114.3, 30.501)]));
        var layer = Layer(tiny, Shape(Some.Square));

        int Count(int zoom) => DecodedTile.Of(Encode(TileAddress.At(zoom, 114.3004, 30.5004), layer))
            .Sum(decoded => decoded.Features.Count);

        Assert.Equal(1, Count(8));
        Assert.Equal(2, Count(VectorTile.FullDetailZoom));
    }

    /// <summary>
    /// A tiling of ragged cells, drawn as its tiles show it: no ground twice, none left out, at any zoom.
    /// </summary>
    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Encode_Tiling_HasNeitherGapsNorOverlaps(int zoom)
    {
        const int Cells = 12;
        var tile = TileAddress.At(zoom, 114.3, 30.5);
        var ground = tile.Ground(margin: 0.2);
        var corners = Corners(new Random(zoom), ground, Cells);
        var shapes = from row in Enumerable.Range(0, Cells)
                     from column in Enumerable.Range(0, Cells)
                     select Shape(Ring([corners[row, column], corners[row, column + 1],
                         corners[row + 1, column + 1], corners[row + 1, column]]));

        var features = DecodedTile.Of(Encode(tile, Layer([.. shapes]))).Single().Features;

        // Each edge of one cell runs the other way in its neighbour, but along the clipping box.
        var edges = new Dictionary<((int X, int Y), (int X, int Y)), int>();
        long twice = 0;
        foreach (var path in features.SelectMany(feature => feature.Paths))
        {
            twice += DecodedFeature.TwiceArea(path);
            for (int i = 0; i < path.Count; i++)
            {
                foreach (var unit in UnitsOf(path[i], path[(i + 1) % path.Count]))
                    edges[unit] = edges.GetValueOrDefault(unit) + 1;
            }
        }
        Assert.All(edges, edge => Assert.True(
            IsOnBox(edge.Key)
                || edge.Value == 1 && edges.GetValueOrDefault((edge.Key.Item2, edge.Key.Item1)) == 1,
            $"{edge.Key} {edge.Value}"));
        Assert.Equal(2L * (Extent + 2 * Buffer) * (Extent + 2 * Buffer), twice);
    }

    [Fact]
    public void Encode_Zoom14_KeepsTheAreaOfItsShapes()
    {
        var random = new Random(14);
        var tile = TileAddress.At(14, 114.5, 30.7);
        var ground = tile.Ground(0);
        double lon = (ground.West + ground.East) / 2, lat = (ground.South + ground.North) / 2;
        var shapes = Enumerable.Range(0, 60).Select(_ => FeatureShape.OfLonLat(Some.Star(
            random, lon + 0.004 * (random.NextDouble() - 0.5), lat + 0.004 * (random.NextDouble() - 0.5),
            0.0005 + 0.002 * random.NextDouble(), 40))).ToArray();

        var features = DecodedTile.Of(Encode(tile, Layer(shapes))).Single().Features;

        double unit = 2 * WebMercator.HalfWorldMetres / (1 << 14) / Extent;
        Assert.Equal(shapes.Length, features.Count);
        for (int i = 0; i < shapes.Length; i++)
        {
            double squareMetres = 0.5 * features[i].Paths.Sum(DecodedFeature.TwiceArea) * unit * unit;
            // Rounding moves each of the forty vertices by half a unit at most.
            Assert.InRange(squareMetres / MercatorArea(shapes[i]), 0.99, 1.01);
        }
    }

    [Fact]
    public void Encode_Crowd_ShowsTheLargestAndTheRestAsMosaic()
    {
        const int Side = 74;
        var tile = TileAddress.At(13, 114.5, 30.7);
        var ground = tile.Ground(margin: -0.01);
        double width = (ground.East - ground.West) / Side, height = (ground.North - ground.South) / Side;
        var features = (from row in Enumerable.Range(0, Side)
                        from column in Enumerable.Range(0, Side)
                        let share = (row + column) % 2 == 0 ? 1 : 0.9
                        select new TileFeature((ulong)(row * Side + column), Shape(Ring([
                            (ground.West + column * width, ground.South + row * height),
                            (ground.West + (column + share) * width, ground.South + row * height),
                            (ground.West + (column + share) * width, ground.South + (row + share) * height),
                            (ground.West + column * width, ground.South + (row + share) * height)])),
                            [row < Side / 2 ? "forest" : "water", $"P{row}-{column}"])).ToArray();

        byte[] bytes = Encode(tile, new TileLayer("parcels", ["type", "id"], features, mosaicKey: "type"));
        var shown = DecodedTile.Of(bytes).Single().Features;

        var mosaic = shown.Where(feature => feature.Id >= 1UL << 52).ToArray();
        Assert.Equal(TileLayer.FeaturesMax, shown.Count - mosaic.Length);
        Assert.Equal(["forest", "water"], mosaic.Select(piece => (string)piece.Properties["type"]));
        Assert.All(shown, feature => Assert.False(feature.Properties.ContainsKey("id")));
        // The larger ones, one of two, are all there; the mosaic lies under the others and under them.
        Assert.Equal(
            features.Where((_, i) => (i / Side + i % Side) % 2 == 0).Select(feature => feature.Number),
            shown.Select(feature => feature.Id).Where(id => id < 1UL << 52)
                .Where(id => ((int)id / Side + (int)id % Side) % 2 == 0));
        Assert.All(mosaic.SelectMany(piece => piece.Paths), path =>
            Assert.True(DecodedFeature.TwiceArea(path) > 0));
        Assert.InRange(bytes.Length, 1, 500_000);
    }

    [Theory]
    [InlineData(TileLayer.CrowdMin - 1, 4)]
    [InlineData(TileLayer.CrowdMin, 8)]
    public void Encode_Vertices_LieOnTheGridOfTheirNumber(int features, int units)
    {
        const int Column = 40;
        var random = new Random(10);
        var tile = TileAddress.At(10, 114.5, 30.7);
        var ground = tile.Ground(margin: 0);
        double step = (ground.East - ground.West) / Column;
        var shapes = Enumerable.Range(0, features).Select(i => FeatureShape.OfLonLat(Some.Star(
            random, ground.West + (i % Column + 0.5) * step, ground.South + (i / Column + 0.5) * step * 0.8,
            0.4 * step, 12))).ToArray();

        var shown = DecodedTile.Of(Encode(tile, Layer(shapes))).Single().Features;

        Assert.Equal(features, shown.Count);
        int[] positions = [.. shown.SelectMany(feature => feature.Paths)
            .SelectMany(path => path.SelectMany(position => new[] { position.X, position.Y }))];
        Assert.All(positions, each => Assert.Equal(0, each % units));
        Assert.Contains(positions, each => each % (2 * units) != 0);
    }

    [Fact]
    public void Encode_LinesAndPoints_AreCutAtTheBuffer()
    {
        var line = Shape("{\"type\":\"LineString\",\"coordinates\":[[110,30.55],[120,30.55]]}");
        var point = Shape("{\"type\":\"Point\",\"coordinates\":[114.35,30.55]}");

        var features = DecodedTile.Of(Encode(TileAddress.At(10, 114.35, 30.55), Layer(line, point)))
            .Single().Features;

        Assert.Equal([-Buffer, Extent + Buffer], features[0].Paths.Single().Select(position => position.X));
        Assert.Equal((1, 1), (features[1].Type, features[1].Paths.Count));
    }

    [Theory]
    [InlineData("99", "0", "0")]
    [InlineData("21", "0", "0")]
    [InlineData("3", "-1", "0")]
    [InlineData("3", "8", "0")]
    [InlineData("3", "0", "99999999999")]
    [InlineData("3", "0x1", "0")]
    [InlineData("", "0", "0")]
    public void TryParse_NoSuchTile_IsRefused(string zoom, string column, string row) =>
        Assert.False(TileAddress.TryParse(zoom, column, row, out _));

    [Fact]
    public void Ground_OfTheWorld_IsTheSquareOfWebMaps()
    {
        Assert.True(TileAddress.TryParse("0", "0", "0", out var world));
        var ground = world.Ground(0);

        Assert.Equal((-180, 180), (ground.West, ground.East));
        Assert.Equal(85.0511287798, ground.North, 9);
        Assert.Equal(-85.0511287798, ground.South, 9);
    }

    private static byte[] Encode(TileAddress address, TileLayer layer) =>
        VectorTile.Encode(address, [layer], CancellationToken.None);

    private static TileLayer Layer(params FeatureShape[] shapes) => new("shapes", ["n"],
        [.. shapes.Select((shape, i) => new TileFeature((ulong)i, shape, [(long)i]))]);

    private static FeatureShape Shape(string geometry) =>
        FeatureShape.Of(Some.Ingested(Some.Collection(geometry)).Features.Single());

    private static IEnumerable<FeatureShape> Stars(int seed, int count)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => FeatureShape.OfLonLat(Some.Star(
            random, 114 + random.NextDouble(), 30.2 + random.NextDouble(), 0.05, 24)));
    }

    /// <summary>The corners of cells that fill a box, those within moved at random.</summary>
    private static (double X, double Y)[,] Corners(Random random, LonLatBox box, int cells)
    {
        var corners = new (double X, double Y)[cells + 1, cells + 1];
        for (int row = 0; row <= cells; row++)
        {
            for (int column = 0; column <= cells; column++)
            {
                bool isWithin = row % cells != 0 && column % cells != 0;
                double Moved(int cell) => (cell + (isWithin ? 0.7 * (random.NextDouble() - 0.5) : 0)) / cells;
                corners[row, column] = (
                    box.West + Moved(column) * (box.East - box.West),
                    box.South + Moved(row) * (box.North - box.South));
            }
        }
        return corners;
    }

    /// <summary>The steps of an edge between whole positions on it.</summary>
    private static IEnumerable<((int X, int Y), (int X, int Y))> UnitsOf(
        (int X, int Y) from, (int X, int Y) to)
    {
        int dx = to.X - from.X, dy = to.Y - from.Y, steps = Divisor(Math.Abs(dx), Math.Abs(dy));
        for (int i = 0; i < steps; i++)
        {
            yield return ((from.X + dx / steps * i, from.Y + dy / steps * i),
                (from.X + dx / steps * (i + 1), from.Y + dy / steps * (i + 1)));
        }
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);

    private static bool IsOnBox(((int X, int Y) From, (int X, int Y) To) edge) =>
        edge.From.X == edge.To.X && edge.From.X is -Buffer or Extent + Buffer
        || edge.From.Y == edge.To.Y && edge.From.Y is -Buffer or Extent + Buffer;

    private static double MercatorArea(FeatureShape shape)
    {
        double sum = 0;
        for (int i = 0; i + 3 < shape.LonLat.Length; i += 2)
        {
            (double x0, double y0) = WebMercator.FromLonLat(shape.LonLat[i], shape.LonLat[i + 1]);
            (double x1, double y1) = WebMercator.FromLonLat(shape.LonLat[i + 2], shape.LonLat[i + 3]);
            sum += x0 * y1 - x1 * y0;
        }
        return Math.Abs(sum) / 2;
    }

    private static string Ring((double X, double Y)[] positions) =>
        "{\"type\":\"Polygon\",\"coordinates\":[["
        + string.Join(',', positions.Append(positions[0]).Select(position =>
            string.Create(CultureInfo.InvariantCulture, $"[{position.X},{position.Y}]")))
        + "]]}";
}
