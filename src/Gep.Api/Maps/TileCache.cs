using System.Collections.Concurrent;
using System.IO.Compression;
using Gep.Spatial.Features;
using Gep.Spatial.Tiles;

namespace Gep.Api.Maps;

/// <summary>
/// Tiles of one snapshot as they are sent: those of low zooms, made with the snapshot, and those that were
/// asked for, of which the oldest go when they are more than fit.
/// </summary>
internal sealed class TileCache
{
    /// <summary>Most bytes that are kept, 128 MiB: some thousand tiles, packed and plain.</summary>
    private const long BytesMax = 128L * 1024 * 1024;

    /// <summary>What a kept tile takes beside its bytes.</summary>
    private const int EntryBytes = 256;

    /// <summary>A zoom of more tiles than this is not made in advance.</summary>
    private const int PreparedTilesMax = 128;

    private readonly ConcurrentDictionary<(string Set, TileAddress Address, TilePacking Packing), byte[]>
        tiles = new(), prepared = new();

    private readonly ConcurrentQueue<(string Set, TileAddress Address, TilePacking Packing)> order = new();
    private long bytes;

    /// <summary>Makes the tiles of the zooms that show many features at once, before anybody asks.</summary>
    /// <param name="set">The set of tiles.</param>
    /// <param name="bounds">The box around its features.</param>
    /// <param name="cancellation">Stops between tiles.</param>
    public void Prepare(TileSet set, LonLatBox bounds, CancellationToken cancellation)
    {
        if (bounds.IsEmpty) return;
        for (int zoom = 0; zoom < VectorTile.FullDetailZoom; zoom++)
        {
            TileAddress[] within = [.. TileAddress.Within(zoom, bounds).Take(PreparedTilesMax + 1)];
            if (within.Length > PreparedTilesMax) return;
            Parallel.ForEach(within, new ParallelOptions { CancellationToken = cancellation }, address =>
            {
                byte[] plain = Encode(set, address, cancellation);
                prepared[(set.Id, address, TilePacking.Plain)] = plain;
                prepared[(set.Id, address, TilePacking.Brotli)] = Packed(plain, TilePacking.Brotli);
            });
        }
    }

    /// <summary>A tile; none where nothing is.</summary>
    /// <param name="set">The set of tiles.</param>
    /// <param name="address">Which tile.</param>
    /// <param name="packing">How it is sent.</param>
    /// <param name="cancellation">Stops its making.</param>
    public byte[] Find(TileSet set, TileAddress address, TilePacking packing, CancellationToken cancellation)
    {
        var key = (set.Id, address, packing);
        if (prepared.TryGetValue(key, out byte[]? known) || tiles.TryGetValue(key, out known)) return known;
        byte[] tile = packing == TilePacking.Plain
            ? Encode(set, address, cancellation)
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

    private static byte[] Encode(TileSet set, TileAddress address, CancellationToken cancellation) =>
        VectorTile.Encode(address, set.Collections.Select(collection => collection.Tiles), cancellation);

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
