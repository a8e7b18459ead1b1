using System.Globalization;
using Gep.Spatial.Features;
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

    private static string Ring((double X, double Y)[] positions) =>
        "{\"type\":\"Polygon\",\"coordinates\":[["
        + string.Join(',', positions.Append(positions[0]).Select(position =>
            string.Create(CultureInfo.InvariantCulture, $"[{position.X},{position.Y}]")))
        + "]]}";
}
