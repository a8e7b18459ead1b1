using System.Text;
using System.Text.Json;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Reads one GeoJSON geometry object; [RFC7946] §3.1.</summary>
internal sealed class GeoJsonGeometryParser(LayerPlace place, ReadLimits limits)
{
    private int _vertices;

    /// <summary>Why there is no geometry; set when <see cref="Parse"/> returns null.</summary>
    public LayerProblem? Fault { get; private set; }

    /// <summary>Whether GeoJSON has a geometry type of that name, supported here or not.</summary>
    public static bool IsGeometryType(string? name) =>
        name is "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon"
            or "GeometryCollection";

    /// <summary>
    /// Reads a sound object whose members are type and coordinates, in this order, in one pass; null, with
    /// the reader left where it was, for any other, which <see cref="Parse"/> is to read.
    /// </summary>
    /// <param name="reader">At the begin of the object; at its end afterwards.</param>
    public RawGeometry? TryParse(ref Utf8JsonReader reader)
    {
        Utf8JsonReader ahead = reader;
        try
        {
            RawGeometry? raw = ReadInOrder(ref ahead);
            if (raw is not null) reader = ahead;
            return raw;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What is wrong is told by whoever reads the object again.
            return null;
        }
    }

    private RawGeometry? ReadInOrder(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        if (!reader.Read() || !IsMember(ref reader, "type"u8)) return null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.String) return null;
        string type = reader.GetString()!;
        if (!reader.Read() || !IsMember(ref reader, "coordinates"u8) || !reader.Read()) return null;
        RawGeometry? raw = Read(type, ref reader, hasCoordinates: true);
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject ? raw : null;
    }

    /// <summary>Reads the object; its members may stand in any order. Null when it is refused.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public RawGeometry? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.Depth });
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return Refuse(LayerProblemCode.GeometryMissing, place);
        if (reader.TokenType != JsonTokenType.StartObject)
            return Refuse(LayerProblemCode.FeatureMalformed, place, "geometry");
        string? type = null;
        Utf8JsonReader coordinates = default;
        bool hasCoordinates = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name == "type")
            {
                if (type is not null) return Refuse(LayerProblemCode.DuplicateKey, place, name);
                type = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                if (type is null) return Refuse(LayerProblemCode.FeatureMalformed, place, "geometry type");
            }
            else if (name == "coordinates")
            {
                if (hasCoordinates) return Refuse(LayerProblemCode.DuplicateKey, place, name);
                coordinates = reader;
                hasCoordinates = true;
            }
            reader.Skip();
        }
        return type is null ? Refuse(LayerProblemCode.FeatureMalformed, place, "geometry type")
            : Read(type, ref coordinates, hasCoordinates);
    }

    private static bool IsMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);

    private RawGeometry? Read(string type, ref Utf8JsonReader coordinates, bool hasCoordinates)
    {
        RawGeometryKind? kind = type switch
        {
            "Point" or "MultiPoint" => RawGeometryKind.Point,
            "LineString" or "MultiLineString" => RawGeometryKind.Line,
            "Polygon" or "MultiPolygon" => RawGeometryKind.Polygon,
            _ => null,
        };
        if (kind is null)
            return Refuse(LayerProblemCode.GeometryTypeUnsupported, place.WithValue(type), type);
        if (!hasCoordinates || coordinates.TokenType == JsonTokenType.Null)
            return Refuse(LayerProblemCode.GeometryMissing, place);

        var parts = new List<IReadOnlyList<double[]>>();
        bool isList = coordinates.TokenType == JsonTokenType.StartArray;
        bool isRead = type switch
        {
            _ when !isList => Malformed(ref coordinates),
            "Point" => ReadSinglePosition(ref coordinates, parts),
            "MultiPoint" or "LineString" => ReadPart(ref coordinates, parts),
            "MultiLineString" => ReadLines(ref coordinates, parts),
            "Polygon" => ReadPolygon(ref coordinates, parts),
            _ => ReadPolygons(ref coordinates, parts),
        };
        if (!isRead) return null;
        if (parts.Count == 0 || parts.All(part => part.Count == 0 || part[0].Length == 0))
            return Refuse(LayerProblemCode.GeometryMissing, place);
        return new RawGeometry(kind.Value, parts);
    }

    private bool ReadSinglePosition(ref Utf8JsonReader reader, List<IReadOnlyList<double[]>> parts)
    {
        var path = new List<double>();
        if (!ReadPosition(ref reader, path)) return false;
        parts.Add([[.. path]]);
        return true;
    }

    private bool ReadPart(ref Utf8JsonReader reader, List<IReadOnlyList<double[]>> parts)
    {
        if (ReadPath(ref reader) is not { } path) return false;
        parts.Add([path]);
        return true;
    }

    private bool ReadLines(ref Utf8JsonReader reader, List<IReadOnlyList<double[]>> parts)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!ReadPart(ref reader, parts)) return false;
        }
        return true;
    }

    private bool ReadPolygon(ref Utf8JsonReader reader, List<IReadOnlyList<double[]>> parts)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return Malformed(ref reader);
        var rings = new List<double[]>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadPath(ref reader) is not { } ring) return false;
            rings.Add(ring);
        }
        if (rings.Count > 0) parts.Add(rings);
        return true;
    }

    private bool ReadPolygons(ref Utf8JsonReader reader, List<IReadOnlyList<double[]>> parts)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!ReadPolygon(ref reader, parts)) return false;
        }
        return true;
    }

    private double[]? ReadPath(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Malformed(ref reader);
            return null;
        }
        var path = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!ReadPosition(ref reader, path)) return null;
        }
        return [.. path];
    }

    /// <summary>Longitude and latitude; height and further numbers are passed over.</summary>
    private bool ReadPosition(ref Utf8JsonReader reader, List<double> path)
    {
        const int LonLat = 2;
        if (reader.TokenType != JsonTokenType.StartArray) return Malformed(ref reader);
        if (++_vertices > limits.Vertices)
            return Fails(LayerProblemCode.TooManyVertices, place, $"{limits.Vertices}");
        int numbers = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number) return Malformed(ref reader);
            double number = reader.GetDouble();
            if (!double.IsFinite(number))
                return Fails(LayerProblemCode.CoordinateNotFinite, place.WithValue(Text(ref reader)));
            if (numbers++ < LonLat) path.Add(number);
        }
        return numbers >= LonLat
            || Fails(LayerProblemCode.PositionMalformed, place, $"{numbers} < {LonLat}");
    }

    private bool Malformed(ref Utf8JsonReader reader)
    {
        string text = reader.TokenType switch
        {
            JsonTokenType.StartArray => "[",
            JsonTokenType.StartObject => "{",
            JsonTokenType.EndArray => "]",
            _ => Text(ref reader),
        };
        return Fails(LayerProblemCode.PositionMalformed, place.WithValue(text), text);
    }

    private static string Text(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);

    private RawGeometry? Refuse(LayerProblemCode code, LayerPlace where, params string[] details)
    {
        Fails(code, where, details);
        return null;
    }

    /// <summary>Notes the fault; always false.</summary>
    private bool Fails(LayerProblemCode code, LayerPlace where, params string[] details)
    {
        Fault = LayerProblem.At(code, where with { Field = "geometry" }, details);
        return false;
    }
}
