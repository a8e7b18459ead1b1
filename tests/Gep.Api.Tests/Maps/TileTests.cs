using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Gep.Spatial.Tiles;
using Gep.Testing;

namespace Gep.Api.Tests.Maps;

[Collection(WuhanServiceTests.Name)]
public class TileTests(WuhanService service)
{
    private const double Longitude = 114.3, Latitude = 30.4;

    private static readonly string Tile = $"/tiles/overview/{TileAddress.At(12, Longitude, Latitude)}.mvt";

    [Fact]
    public async Task TileJson_EachSet_DescribesTilesThatAnswer()
    {
        var sets = (await service.JsonAsync("/tiles")).GetProperty("sets").EnumerateArray().ToArray();

        Assert.Equal(13, sets.Length);
        foreach (var set in sets)
        {
            var json = await service.JsonAsync(set.GetProperty("tilejson").GetString()!);
            var bounds = json.GetProperty("bounds").EnumerateArray().Select(each =>
                each.GetDouble()).ToArray();
            var address = TileAddress.At(9, (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2);
            string template = json.GetProperty("tiles")[0].GetString()!;
            using var answer = await service.GetAsync(
                template.Replace("{z}/{x}/{y}", address.ToString(), StringComparison.Ordinal));
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NoContent });
            Assert.Equal(service.Snapshot.Id, json.GetProperty("snapshot").GetString());
        }
    }

    [Fact]
    public async Task Tile_Values_AreThoseOfTheFeatures()
    {
        using var answer = await service.GetAsync(Tile);
        var layers = DecodedTile.Of(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal(["districts", "parcels"], layers.Select(layer => layer.Name));
        Assert.Equal("application/vnd.mapbox-vector-tile", answer.Content.Headers.ContentType!.MediaType);
        foreach (var layer in layers)
        {
            var collection = service.Snapshot.Maps.Find(layer.Name)!;
            var byNumber = collection.Features.ToDictionary(feature => feature.Number);
            Assert.NotEmpty(layer.Features);
            foreach (var feature in layer.Features)
            {
                var known = byNumber[feature.Id];
                foreach (var property in collection.TileProperties)
                {
                    object? value = known.Values[collection.FindProperty(property.Name)!.Value];
                    object? expected = value is decimal yuan ? (double)yuan : value;
                    Assert.Equal(expected, feature.Properties.GetValueOrDefault(property.Name));
                }
            }
        }
    }

    [Fact]
    public async Task Tiles_OfOneZoom_HoldEveryParcelWithTheSameId()
    {
        var collection = service.Snapshot.Maps.Find("parcels")!;
        var bounds = collection.Bounds;
        var first = TileAddress.At(12, bounds.West, bounds.North);
        var last = TileAddress.At(12, bounds.East, bounds.South);
        var seen = new HashSet<ulong>();
        for (int column = first.Column; column <= last.Column; column++)
        {
            for (int row = first.Row; row <= last.Row; row++)
            {
                using var answer = await service.GetAsync($"/tiles/parcels/12/{column}/{row}.mvt");
                var tile = DecodedTile.Of(await answer.Content.ReadAsByteArrayAsync());
                seen.UnionWith(tile.SelectMany(layer => layer.Features).Select(feature => feature.Id));
            }
        }

        Assert.Subset(collection.Features.Select(feature => feature.Number).ToHashSet(), seen);
        Assert.InRange(seen.Count, collection.Features.Length * 99 / 100, collection.Features.Length);
    }

    [Fact]
    public async Task Tile_Empty_HasNoContent()
    {
        using var answer = await service.GetAsync("/tiles/parcels/10/0/0.mvt");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Tile_Compressed_HoldsTheSameBytes(string encoding)
    {
        using var plain = await service.GetAsync(Tile);
        using var packed = await service.GetAsync(Tile, "Accept-Encoding", encoding);
        await using var stream = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br"
            ? new BrotliStream(stream, CompressionMode.Decompress)
            : new GZipStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);

        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), bytes.ToArray());
    }

    [TileJudgeFact]
    public async Task Tile_ReadByMapbox_HasIntegerIdsAndValues()
    {
        using var answer = await service.GetAsync(Tile);
        string file = Path.GetTempFileName();
        OutsideProgram? judged;
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        try
        {
            await File.WriteAllBytesAsync(file, bytes);
            judged = OutsideProgram.Run(TileJudgeFactAttribute.Folder, "node", "decode.mjs", file);
        }
        finally
        {
            File.Delete(file);
        }
        Assert.True(judged is { ExitCode: 0 }, judged?.Errors);
        using var layers = JsonDocument.Parse(judged!.Output);
        var ours = DecodedTile.Of(bytes);

        Assert.Equal(
            ours.Select(layer => (layer.Name, layer.Features.Count)),
            layers.RootElement.EnumerateArray().Select(layer =>
                (layer.GetProperty("name").GetString()!, layer.GetProperty("features").GetArrayLength())));
        var district = layers.RootElement[0].GetProperty("features")[0];
        Assert.Equal(
            district.GetProperty("id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
            district.GetProperty("properties").GetProperty("code").GetString());
        Assert.All(layers.RootElement[1].GetProperty("features").EnumerateArray(), parcel =>
        {
            Assert.InRange(parcel.GetProperty("id").GetInt64(), 0, 1L << 52);
            Assert.True(parcel.GetProperty("properties").GetProperty("area_m2").GetDouble() > 0);
            Assert.Equal(3, parcel.GetProperty("type").GetInt32());
        });
    }
}
