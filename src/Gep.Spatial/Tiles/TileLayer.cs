using System.Collections.Immutable;
using Gep.Spatial.Features;

namespace Gep.Spatial.Tiles;

/// <summary>The features of one layer, ready to be written into any tile; shared by all threads.</summary>
/// <remarks>
/// A tile shows the largest features by themselves. What is too small or too many for that is drawn as a
/// mosaic of the property that colours the map, where the layer has one.
/// </remarks>
public sealed class TileLayer
{
    /// <summary>Most features of a layer that one tile shows by themselves.</summary>
    public const int FeaturesMax = 3_000;

    /// <summary>
    /// From this many on, the features of a tile carry only properties that many of them share, and vertices
    /// on a coarser grid, so that the tile stays below half a megabyte and is drawn quickly.
    /// </summary>
    public const int CrowdMin = 1_500;

    /// <summary>Up to this zoom all features are looked at one by one; deeper, an index finds them.</summary>
    private const int ScanZoomMax = 10;

    private const int NameField = 1, FeatureField = 2, KeyField = 3, ValueField = 4, ExtentField = 5,
        VersionField = 15;

    private const ulong SpecificationVersion = 2;

    private readonly string _name;
    private readonly ImmutableArray<string> _keys;
    private readonly TileFeatures _features;
    private readonly BoxIndex _index;

    /// <summary>A layer.</summary>
    /// <param name="name">Its name in the tile.</param>
    /// <param name="keys">Names of its properties.</param>
    /// <param name="features">Its features, in the order in which they are drawn.</param>
    /// <param name="mosaicKey">
    /// The property whose values are drawn where features are too small to be seen; null leaves these out.
    /// </param>
    public TileLayer(
        string name, ImmutableArray<string> keys, IReadOnlyList<TileFeature> features,
        string? mosaicKey = null)
    {
        (_name, _keys) = (name, keys);
        _features = new TileFeatures(keys, features, mosaicKey);
        _index = new BoxIndex([.. features.Select(feature => feature.Shape.Bounds)]);
    }

    /// <summary>The box around its features.</summary>
    public LonLatBox Bounds => _index.Bounds;

    /// <summary>Writes what a tile shows of the layer; null when it shows nothing.</summary>
    internal byte[]? Write(TileAddress address, CancellationToken cancellation)
    {
        var window = new TileWindow(address);
        using var mosaic = _features.HasMosaic ? new TileMosaic(window, _features.MosaicValues) : null;
        List<int> seen = Seen(address, window, mosaic, cancellation);
        var body = new WireWriter();
        bool isCrowd = seen.Count >= CrowdMin;
        var values = new TileValues(_features, isCrowd);
        var geometry = new TileGeometry(isCrowd ? TileWindow.OfCrowd(address) : window);
        var feature = new TileFeatureWriter(_features, values, geometry);
        mosaic?.Write(piece => feature.WriteMosaic(body, FeatureField, piece));
        foreach (int item in seen)
        {
            cancellation.ThrowIfCancellationRequested();
            feature.Write(body, FeatureField, item);
        }
        return body.Length == 0 ? null : Wrap(body, values);
    }

    private byte[] Wrap(WireWriter body, TileValues values)
    {
        var head = new WireWriter();
        head.Field(VersionField, SpecificationVersion);
        head.Field(NameField, _name);
        var tail = new WireWriter();
        foreach (string key in _keys) tail.Field(KeyField, key);
        values.WriteTo(tail, ValueField);
        tail.Field(ExtentField, TileWindow.Extent);
        return [.. head.Written, .. body.Written, .. tail.Written];
    }

    /// <summary>
    /// What is shown by itself, in drawing order: what is large enough, and of more than fit the largest. The
    /// rest goes into the mosaic.
    /// </summary>
    private List<int> Seen(
        TileAddress address, TileWindow window, TileMosaic? mosaic, CancellationToken cancellation)
    {
        const double Margin = (double)TileWindow.Buffer / TileWindow.Extent;
        var seen = new List<int>();
        if (address.Zoom <= ScanZoomMax)
        {
            cancellation.ThrowIfCancellationRequested();
            _features.Scan(window, seen, mosaic);
        }
        else
        {
            foreach (int item in _index.Find(address.Ground(Margin)))
            {
                if (_features.SquareUnits(item) >= window.LeastWorldSquareUnits) seen.Add(item);
                else _features.AddTo(mosaic, item);
            }
        }
        if (seen.Count <= FeaturesMax) return seen;
        seen.Sort(_features.CompareBySize);
        foreach (int item in seen[FeaturesMax..]) _features.AddTo(mosaic, item);
        seen.RemoveRange(FeaturesMax, seen.Count - FeaturesMax);
        seen.Sort();
        return seen;
    }
}
