namespace Gep.Spatial.Tiles;

/// <summary>The values that one tile names, each once, in the order in which they are first named.</summary>
/// <param name="features">The features of the layer.</param>
/// <param name="isCrowded">Whether values of single features are left out.</param>
internal sealed class TileValues(TileFeatures features, bool isCrowded)
{
    private const int TextField = 1, DoubleField = 3, SignedField = 6, BoolField = 7;

    private readonly int[] _placeOfShared = new int[features.SharedValues.Length];
    private readonly Dictionary<object, int> _placeOfOwn = [];
    private readonly List<byte[]> _values = [];

    /// <summary>Writes the tags of a feature: places of keys and values.</summary>
    public void WriteTags(WireWriter tags, int item)
    {
        WriteShared(tags, features.Shared(item));
        if (isCrowded) return;
        var own = features.Own(item);
        for (int column = 0; column < own.Length; column++)
        {
            if (own[column] is not { } value) continue;
            if (!_placeOfOwn.TryGetValue(value, out int place))
            {
                _placeOfOwn.Add(value, place = _values.Count);
                _values.Add(Encode(value));
            }
            tags.Varint((ulong)features.OwnKeys[column]);
            tags.Varint((ulong)place);
        }
    }

    /// <summary>Writes the tags of a piece of the mosaic.</summary>
    public void WriteMosaicTags(WireWriter tags, int value) =>
        WriteShared(tags, features.SharedOfMosaic(value));

    /// <summary>Writes the values.</summary>
    public void WriteTo(WireWriter layer, int field)
    {
        foreach (byte[] value in _values) layer.Field(field, value);
    }

    /// <summary>A value as the tile has it.</summary>
    public static byte[] Encode(object value)
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

    private void WriteShared(WireWriter tags, ReadOnlySpan<short> shared)
    {
        for (int column = 0; column < shared.Length; column++)
        {
            int value = shared[column];
            if (value < 0) continue;
            // Places are kept plus one, so that zero means none yet.
            if (_placeOfShared[value] == 0)
            {
                _values.Add(features.SharedValues[value]);
                _placeOfShared[value] = _values.Count;
            }
            tags.Varint((ulong)features.SharedKeys[column]);
            tags.Varint((ulong)(_placeOfShared[value] - 1));
        }
    }
}
