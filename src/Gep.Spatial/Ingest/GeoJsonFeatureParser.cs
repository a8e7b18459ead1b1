using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Reads one GeoJSON Feature; [RFC7946] §3.2.</summary>
internal sealed class GeoJsonFeatureParser(LayerManifest manifest, long ordinal, ReadLimits limits)
{
    private readonly List<LayerProblem> _problems = [];
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private LayerPlace _place = new(manifest.File, ordinal);
    private bool _isRefused;

    /// <summary>Reads the feature, or says why not; never throws for what the text holds.</summary>
    public SourceRecord Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            return SourceRecord.Of(LayerProblem.At(LayerProblemCode.TextNotUtf8, _place));
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.Depth });
        SourceFeature? feature = null;
        try
        {
            feature = ParseFeature(ref reader, json);
        }
        catch (JsonException)
        {
            Refuse(FaultAt(ref reader, json));
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for an escaped lone surrogate, which no UTF-8 text can hold.
            Refuse(LayerProblem.At(LayerProblemCode.TextNotUtf8, _place));
        }
        return new SourceRecord(_isRefused ? null : feature, _problems);
    }

    private SourceFeature? ParseFeature(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return Malformed("no object");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var parser = new GeoJsonGeometryParser(_place, limits);
        string? type = null, id = null;
        Range? geometry = null;
        RawGeometry? raw = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!seen.Add(name)) Refuse(LayerProblem.At(LayerProblemCode.DuplicateKey, _place, name));
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            if (name == "id") id = ReadId(ref reader);
            else if (name == "type" && reader.TokenType == JsonTokenType.String) type = reader.GetString();
            else if (name == "properties") ReadAttributes(ref reader);
            else if (name == "geometry") raw = parser.TryParse(ref reader);
            reader.Skip();
            if (name == "geometry") geometry = start..(int)reader.BytesConsumed;
        }
        reader.Read();
        if (type != "Feature") return Malformed($"type {type}");
        _place = _place with { FeatureId = id };
        if (geometry is null)
        {
            Refuse(LayerProblem.At(LayerProblemCode.GeometryMissing, _place));
            return null;
        }
        if (raw is null)
        {
            parser = new GeoJsonGeometryParser(_place, limits);
            raw = parser.Parse(json[geometry.Value]);
        }
        if (raw is not null) return new SourceFeature(ordinal, id, _attributes, raw);
        Refuse(parser.Fault!);
        return null;
    }

    private static string? ReadId(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };

    private void ReadAttributes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!seen.Add(name))
                Refuse(LayerProblem.At(LayerProblemCode.DuplicateKey, _place with { Field = name }, name));
            reader.Read();
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                _problems.Add(
                    LayerProblem.At(LayerProblemCode.AttributeNested, _place with { Field = name }, name));
                reader.Skip();
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                _attributes[name] = reader.TokenType == JsonTokenType.String
                    ? reader.GetString()!
                    : Encoding.UTF8.GetString(reader.ValueSpan);
            }
        }
    }

    /// <summary>
    /// Why the reader stopped: too deep, a number that JSON does not have, or anything else.
    /// </summary>
    private LayerProblem FaultAt(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        const int LongestNumberName = 9;
        bool isOpening = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
        if (reader.CurrentDepth + (isOpening ? 1 : 0) >= limits.Depth)
            return LayerProblem.At(LayerProblemCode.TooDeep, _place, $"{limits.Depth}");
        int at = (int)Math.Min(reader.BytesConsumed, json.Length);
        ReadOnlySpan<byte> rest = json[at..].TrimStart(" \t\r\n,[:"u8);
        if (rest.StartsWith("-"u8)) rest = rest[1..];
        if (rest.StartsWith("NaN"u8) || rest.StartsWith("Infinity"u8))
        {
            string name = Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, LongestNumberName)]);
            return LayerProblem.At(LayerProblemCode.CoordinateNotFinite, _place.WithValue(name));
        }
        return LayerProblem.At(LayerProblemCode.FeatureMalformed, _place, $"byte {at} of {json.Length}");
    }

    private SourceFeature? Malformed(string what)
    {
        Refuse(LayerProblem.At(LayerProblemCode.FeatureMalformed, _place, what));
        return null;
    }

    private void Refuse(LayerProblem problem)
    {
        _problems.Add(problem);
        _isRefused = true;
    }
}
