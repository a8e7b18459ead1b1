using System.Collections.Concurrent;
using System.IO.Compression;
using Gep.Spatial.Tiles;

namespace Gep.Api.Maps;

/// <summary>
/// Tiles of one snapshot that were asked for, as they were sent; of more than fit the oldest go.
/// </summary>
internal sealed class TileCache
{
    /// <summary>Most bytes that are kept, 128 MiB: some thousand tiles, packed and plain.</summary>
    private const long BytesMax = 128L * 1024 * 1024;

    /// <summary>What a kept tile takes beside its bytes.</summary>
    private const int EntryBytes = 256;

    private readonly ConcurrentDictionary<(string Set, TileAddress Address, TilePacking Packing), byte[]>
        tiles = new();

    private readonly ConcurrentQueue<(string Set, TileAddress Address, TilePacking Packing)> order = new();
    private long bytes;

    /// <summary>A tile; none where nothing is.</summary>
    /// <param name="set">The set of tiles.</param>
    /// <param name="address">Which tile.</param>
    /// <param name="packing">How it is sent.</param>
    /// <param name="cancellation">Stops its making.</param>
    public byte[] Find(TileSet set, TileAddress address, TilePacking packing, CancellationToken cancellation)
    {
        var key = (set.Id, address, packing);
        if (tiles.TryGetValue(key, out byte[]? known)) return known;
        byte[] tile = packing == TilePacking.Plain
            ? VectorTile.Encode(address, set.Collections.Select(collection => collection.Tiles), cancellation)
            : Packed(Find(set, address, TilePacking.Plain, cancellation), packing);
        if (!tiles.TryAdd(key, tile)) return tile;
        order.Enqueue(key);
        long kept = Interlocked.Add(ref bytes, tile.Length + EntryBytes);
        while (kept > BytesMax && order.TryDequeue(out var oldest))
        {
            if (tiles.TryRemove(oldest, out byte[]? gone))
                kept = Interlocked.Add(ref bytes, -(gone.Length + EntryBytes));
        }
        return tile;
    }

    private static byte[] Packed(byte[] tile, TilePacking packing)
    {
        if (tile.Length == 0) return tile;
        using var packed = new MemoryStream();
        using (Stream stream = packing == TilePacking.Brotli
            ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(tile);
        }
        return packed.ToArray();
    }
}
