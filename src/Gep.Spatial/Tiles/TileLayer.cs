using System.Collections.Immutable;
using Gep.Spatial.Features;

namespace Gep.Spatial.Tiles;

/// <summary>The features of one layer, ready to be written into any tile; shared by all threads.</summary>
public sealed class TileLayer
{
    /// <summary>
    /// Most features of a layer in one tile; of more, those with the largest area are kept.
    /// </summary>
    private const int FeaturesMax = 20_000;

    private const int NameField = 1, FeatureField = 2, KeyField = 3, ValueField = 4, ExtentField = 5,
        VersionField = 15;

    private const int IdField = 1, TagsField = 2, TypeField = 3, GeometryField = 4;
    private const int TextField = 1, DoubleField = 3, SignedField = 6, BoolField = 7;
    private const ulong SpecificationVersion = 2;

    private readonly string _name;
    private readonly ImmutableArray<string> _keys;
    private readonly ulong[] _numbers;
    private readonly WorldShape[] _shapes;
    private readonly int[][] _values;
    private readonly List<byte[]> _encoded = [];
    private readonly BoxIndex _index;

    /// <summary>A layer.</summary>
    /// <param name="name">Its name in the tile.</param>
    /// <param name="keys">Names of its properties.</param>
    /// <param name="features">Its features, in the order in which they are drawn.</param>
    public TileLayer(string name, ImmutableArray<string> keys, IReadOnlyList<TileFeature> features)
    {
        (_name, _keys) = (name, keys);
        _numbers = [.. features.Select(feature => feature.Number)];
        _shapes = [.. features.Select(feature => new WorldShape(feature.Shape))];
        _index = new BoxIndex([.. features.Select(feature => feature.Shape.Bounds)]);
        var known = new Dictionary<object, int>();
        _values = [.. features.Select(feature => Encode(feature.Values, known))];
    }

    /// <summary>The box around its features.</summary>
    public LonLatBox Bounds => _index.Bounds;

    /// <summary>Writes what a tile shows of the layer; null when it shows nothing.</summary>
    internal byte[]? Write(TileAddress address, CancellationToken cancellation)
    {
        var window = new TileWindow(address);
        WireWriter commands = new(), body = new(), feature = new(), tags = new();
        var geometry = new TileGeometry(window, commands);
        var places = new Dictionary<int, int>();
        const double Margin = (double)TileWindow.Buffer / TileWindow.Extent;
        foreach (int item in Seen(_index.Find(address.Ground(Margin)), window))
        {
            cancellation.ThrowIfCancellationRequested();
            geometry.Write(_shapes[item]);
            if (commands.Length == 0) continue;
            tags.Clear();
            for (int key = 0; key < _keys.Length; key++)
            {
                if (_values[item][key] < 0) continue;
                tags.Varint((ulong)key);
                if (!places.TryGetValue(_values[item][key], out int place))
                    places.Add(_values[item][key], place = places.Count);
                tags.Varint((ulong)place);
            }
            feature.Clear();
            feature.Field(IdField, _numbers[item]);
            feature.Field(TagsField, tags.Written);
            feature.Field(TypeField, (ulong)_shapes[item].Kind + 1);
            feature.Field(GeometryField, commands.Written);
            body.Field(FeatureField, feature.Written);
        }
        return body.Length == 0 ? null : Wrap(body, places);
    }

    private byte[] Wrap(WireWriter body, Dictionary<int, int> places)
    {
        var layer = new WireWriter();
        layer.Field(VersionField, SpecificationVersion);
        layer.Field(NameField, _name);
        byte[] head = layer.Written.ToArray();
        layer.Clear();
        foreach (string key in _keys) layer.Field(KeyField, key);
        foreach (int value in places.OrderBy(entry => entry.Value).Select(entry => entry.Key))
            layer.Field(ValueField, _encoded[value]);
        layer.Field(ExtentField, TileWindow.Extent);
        return [.. head, .. body.Written, .. layer.Written];
    }

    /// <summary>What is large enough to be seen, in drawing order.</summary>
    private IEnumerable<int> Seen(List<int> found, TileWindow window)
    {
        List<int> seen = window.LeastWorldSquareUnits == 0
            ? found
            : [.. found.Where(item => _shapes[item].SquareUnits >= window.LeastWorldSquareUnits)];
        return seen.Count <= FeaturesMax
            ? seen
            : seen.OrderByDescending(item => _shapes[item].SquareUnits).ThenBy(item => item)
                .Take(FeaturesMax).Order();
    }

    private int[] Encode(ImmutableArray<object?> values, Dictionary<object, int> known)
    {
        if (values.Length != _keys.Length)
            throw new ArgumentException($"{values.Length} values for {_keys.Length} keys.", nameof(values));
        var places = new int[values.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = -1;
            if (values[i] is not { } value) continue;
            if (!known.TryGetValue(value, out places[i]))
            {
                known.Add(value, places[i] = _encoded.Count);
                _encoded.Add(Encode(value));
            }
        }
        return places;
    }

    private static byte[] Encode(object value)
    {
        var writer = new WireWriter();
        switch (value)
        {
            case string text:
                writer.Field(TextField, text);
                break;
            case double number:
                writer.Field(DoubleField, number);
                break;
            case long number:
                writer.Field(SignedField, WireWriter.ZigZag(number));
                break;
            case bool truth:
                writer.Field(BoolField, truth ? 1u : 0u);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is no value of a tile.", nameof(value));
        }
        return writer.Written.ToArray();
    }
}
