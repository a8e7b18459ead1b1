using System.IO.Compression;
using Gep.Api.Maps;
using Gep.Spatial.Tiles;

namespace Gep.Api.Tests.Maps;

[Collection(WuhanServiceTests.Name)]
public class TileCacheTests(WuhanService service)
{
    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(13)]
    public void Find_AnyTile_IsWhatItsLayersAre(int zoom)
    {
        var set = service.Snapshot.Maps.FindTileSet("parcels")!;
        foreach (var address in TileAddress.Within(zoom, set.Collections[0].Bounds).Take(40))
        {
            byte[] made = VectorTile.Encode(address, [set.Collections[0].Tiles], CancellationToken.None);
            byte[] plain = Find(TilePacking.Plain), packed = Find(TilePacking.Brotli);

            Assert.Equal(made, plain);
            Assert.Same(plain, Find(TilePacking.Plain));
            if (made.Length > 0) Assert.Equal(made, Unpacked(packed));

            byte[] Find(TilePacking packing) =>
                service.Snapshot.Maps.Tiles.Find(set, address, packing, CancellationToken.None);
        }
    }

    [Fact]
    public void Tiles_OfTheWholeCity_StayBelowHalfAMegabyte()
    {
        var set = service.Snapshot.Maps.FindTileSet("parcels")!;
        for (int zoom = 8; zoom <= 11; zoom++)
        {
            foreach (var address in TileAddress.Within(zoom, set.Collections[0].Bounds))
            {
                byte[] tile = service.Snapshot.Maps.Tiles.Find(
                    set, address, TilePacking.Plain, CancellationToken.None);
                Assert.InRange(tile.Length, 0, 500_000);
            }
        }
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
