using System.Buffers.Binary;
using System.Text.Json;

namespace Gep.Api.Persistence.Geometries;

/// <summary>Writes a stored geometry as GeoJSON, longitude and latitude as they are kept.</summary>
internal static class EwkbGeoJson
{
    private const uint SridFollows = 0x20000000;
    private const uint TypeMask = 0xFF;

    private static readonly string[] Names =
    [
        "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
        "GeometryCollection",
    ];

    private const uint PointType = 1, LineType = 2, PolygonType = 3, CollectionType = 7;

    /// <summary>Writes the geometry as a JSON value.</summary>
    public static void Write(Utf8JsonWriter json, StoredGeometry geometry)
    {
        var reader = new Reader(geometry.Ewkb);
        WriteGeometry(json, ref reader);
    }

    private static void WriteGeometry(Utf8JsonWriter json, ref Reader reader)
    {
        uint type = reader.Type();
        json.WriteStartObject();
        json.WriteString("type", Names[type - PointType]);
        if (type == CollectionType)
        {
            json.WriteStartArray("geometries");
            for (uint left = reader.Number(); left > 0; left--) WriteGeometry(json, ref reader);
            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates");
            WriteCoordinates(json, ref reader, type);
        }
        json.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, ref Reader reader, uint type)
    {
        if (type == PointType)
        {
            WritePosition(json, ref reader);
            return;
        }
        json.WriteStartArray();
        for (uint left = reader.Number(); left > 0; left--)
        {
            if (type == LineType) WritePosition(json, ref reader);
            else if (type == PolygonType) WriteCoordinates(json, ref reader, LineType);
            else WriteCoordinates(json, ref reader, reader.Type());
        }
        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, ref Reader reader)
    {
        json.WriteStartArray();
        json.WriteNumberValue(reader.Ordinate());
        json.WriteNumberValue(reader.Ordinate());
        json.WriteEndArray();
    }

    /// <summary>Reads what PostGIS sends: little-endian on every machine that is in use.</summary>
    private ref struct Reader(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> rest = rest;

        public uint Type()
        {
            bool isLittleEndian = rest[0] == 1;
            if (!isLittleEndian) throw new InvalidDataException("A stored geometry is not little-endian.");
            rest = rest[1..];
            uint type = Number();
            if ((type & SridFollows) != 0) Number();
            return type & TypeMask;
        }

        public uint Number()
        {
            uint number = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            rest = rest[sizeof(uint)..];
            return number;
        }

        public double Ordinate()
        {
            double ordinate = BinaryPrimitives.ReadDoubleLittleEndian(rest);
            rest = rest[sizeof(double)..];
            return ordinate;
        }
    }
}
