namespace Gep.Spatial.Tiles;

/// <summary>Writes tiles of the Mapbox Vector Tile format.</summary>
/// <remarks>
/// Source: [MVT-2.1]. 4,096 units a side and a margin of 64. The same layers and address give the same
/// bytes.
/// </remarks>
public static class VectorTile
{
    private const int LayerField = 3;

    /// <summary>Zoom from which on every feature and vertex is there.</summary>
    public const int FullDetailZoom = TileWindow.FullDetailZoom;

    /// <summary>The bytes of a tile; none when no layer has anything there.</summary>
    /// <param name="address">Which tile.</param>
    /// <param name="layers">Its layers, from below.</param>
    /// <param name="cancellation">Stops it between features.</param>
    public static byte[] Encode(
        TileAddress address, IEnumerable<TileLayer> layers, CancellationToken cancellation)
    {
        var tile = new WireWriter();
        foreach (TileLayer layer in layers)
        {
            if (layer.Write(address, cancellation) is { } bytes) tile.Field(LayerField, bytes);
        }
        return tile.Written.ToArray();
    }
}
