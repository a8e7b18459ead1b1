using System.Collections.Immutable;

namespace Gep.Spatial.Tiles;

/// <summary>The features of a tile layer as tables, one row a feature.</summary>
/// <remarks>
/// Values that many features share are kept once, with a number each; the others stay with their feature.
/// </remarks>
internal sealed class TileFeatures
{
    /// <summary>A property of more values is one of single features: an id, an area.</summary>
    private const int SharedValuesMax = 256;

    private readonly ulong[] _numbers;
    private readonly WorldShape[] _shapes;
    private readonly WorldBox[] _boxes;
    private readonly float[] _squareUnits;

    /// <summary>Numbers of shared values, a row of <see cref="SharedKeys"/> a feature; −1 for none.</summary>
    private readonly short[] _shared;

    /// <summary>Values of single features, a row of <see cref="OwnKeys"/> a feature.</summary>
    private readonly object?[] _own;

    private readonly int _mosaicColumn;

    public TileFeatures(ImmutableArray<string> keys, IReadOnlyList<TileFeature> features, string? mosaicKey)
    {
        if (features.FirstOrDefault(feature => feature.Values.Length != keys.Length) is { } wrong)
        {
            throw new ArgumentException(
                $"{wrong.Values.Length} values for {keys.Length} keys.", nameof(features));
        }
        _numbers = [.. features.Select(feature => feature.Number)];
        _shapes = [.. features.Select(feature => new WorldShape(feature.Shape))];
        _boxes = [.. _shapes.Select(shape => shape.Box)];
        _squareUnits = [.. _shapes.Select(shape => (float)shape.SquareUnits)];
        int mosaic = mosaicKey is null ? -1 : keys.IndexOf(mosaicKey);
        var known = Enumerable.Range(0, keys.Length).Select(key => ValuesOf(features, key)).ToArray();
        SharedKeys = [.. Enumerable.Range(0, keys.Length).Where(key => known[key] is not null)];
        OwnKeys = [.. Enumerable.Range(0, keys.Length).Where(key => known[key] is null)];
        _mosaicColumn = SharedKeys.IndexOf(mosaic);
        var values = ImmutableArray.CreateBuilder<byte[]>();
        _shared = new short[features.Count * SharedKeys.Length];
        for (int column = 0; column < SharedKeys.Length; column++)
        {
            var numbers = known[SharedKeys[column]]!;
            int first = values.Count;
            foreach (object value in numbers.Keys) values.Add(TileValues.Encode(value));
            for (int item = 0; item < features.Count; item++)
            {
                object? value = features[item].Values[SharedKeys[column]];
                _shared[item * SharedKeys.Length + column] =
                    value is null ? (short)-1 : (short)(first + numbers[value]);
            }
            if (column == _mosaicColumn) MosaicValues = (first, values.Count);
        }
        SharedValues = values.ToImmutable();
        _own = new object?[features.Count * OwnKeys.Length];
        for (int item = 0; item < features.Count; item++)
        {
            for (int column = 0; column < OwnKeys.Length; column++)
                _own[item * OwnKeys.Length + column] = features[item].Values[OwnKeys[column]];
        }
        MosaicRows = HasMosaic ? RowsOfMosaic() : [];
    }

    /// <summary>Keys whose values are shared, rising.</summary>
    public ImmutableArray<int> SharedKeys { get; }

    /// <summary>The other keys, rising.</summary>
    public ImmutableArray<int> OwnKeys { get; }

    /// <summary>The shared values as the tile has them.</summary>
    public ImmutableArray<byte[]> SharedValues { get; }

    /// <summary>Whether small features are drawn as a mosaic.</summary>
    public bool HasMosaic => _mosaicColumn >= 0;

    /// <summary>The shared values that the mosaic shows, from the first to behind the last.</summary>
    public (int First, int End) MosaicValues { get; }

    /// <summary>The shared values that go with each value of the mosaic, such as its name.</summary>
    private short[][] MosaicRows { get; }

    public ulong Number(int item) => _numbers[item];

    public WorldShape Shape(int item) => _shapes[item];

    public float SquareUnits(int item) => _squareUnits[item];

    /// <summary>Number of the value that a feature adds to the mosaic; −1 for none.</summary>
    private int MosaicOf(int item) => _shared[item * SharedKeys.Length + _mosaicColumn];

    public ReadOnlySpan<short> Shared(int item) =>
        _shared.AsSpan(item * SharedKeys.Length, SharedKeys.Length);

    public ReadOnlySpan<short> SharedOfMosaic(int value) => MosaicRows[value - MosaicValues.First];

    public ReadOnlySpan<object?> Own(int item) => _own.AsSpan(item * OwnKeys.Length, OwnKeys.Length);

    /// <summary>The largest first, of equal ones the one that is drawn first.</summary>
    public int CompareBySize(int a, int b)
    {
        int order = _squareUnits[b].CompareTo(_squareUnits[a]);
        return order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>Finds what a tile shows by itself, in order, and puts the rest into the mosaic.</summary>
    public void Scan(TileWindow window, List<int> seen, TileMosaic? mosaic)
    {
        WorldBox view = window.View;
        float least = (float)window.LeastWorldSquareUnits;
        for (int item = 0; item < _boxes.Length; item++)
        {
            ref readonly WorldBox box = ref _boxes[item];
            bool isApart = box.Left > view.Right | box.Right < view.Left | box.Top > view.Bottom
                | box.Bottom < view.Top;
            if (isApart) continue;
            if (_squareUnits[item] >= least) seen.Add(item);
            else AddTo(mosaic, item);
        }
    }

    /// <summary>Adds a feature to a mosaic, where there is one.</summary>
    public void AddTo(TileMosaic? mosaic, int item) =>
        mosaic?.Add(_boxes[item], _squareUnits[item], MosaicOf(item));

    /// <summary>Values of a key in order of their first feature; null where they are many.</summary>
    private static Dictionary<object, int>? ValuesOf(IReadOnlyList<TileFeature> features, int key)
    {
        var values = new Dictionary<object, int>();
        foreach (var feature in features)
        {
            if (feature.Values[key] is not { } value || values.ContainsKey(value)) continue;
            if (values.Count == SharedValuesMax) return null;
            values.Add(value, values.Count);
        }
        return values;
    }

    /// <summary>Of each value of the mosaic what all its features have in common.</summary>
    private short[][] RowsOfMosaic()
    {
        var rows = new short[MosaicValues.End - MosaicValues.First][];
        for (int item = 0; item < _boxes.Length; item++)
        {
            int value = MosaicOf(item) - MosaicValues.First;
            if (value < 0) continue;
            if (rows[value] is not { } row)
            {
                rows[value] = Shared(item).ToArray();
                continue;
            }
            var own = Shared(item);
            for (int column = 0; column < row.Length; column++)
                if (row[column] != own[column]) row[column] = -1;
        }
        return rows;
    }
}
