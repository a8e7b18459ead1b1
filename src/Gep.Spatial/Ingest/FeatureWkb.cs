using System.Buffers.Binary;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Ingest;

/// <summary>
/// Features as extended well-known binary in longitude and latitude, CGCS2000, the same bytes as
/// <see cref="GeographicWkb"/> gives of their geometry, written from the coordinates as they were read.
/// </summary>
public static class FeatureWkb
{
    private const int HeaderBytes = sizeof(byte) + sizeof(uint), CountBytes = sizeof(uint);
    private const byte LittleEndian = 1;
    private const uint Point = 1, MultiPoint = 4;

    /// <summary>Most bytes that a feature can take; known without making them.</summary>
    /// <param name="feature">The feature.</param>
    public static int SizeBound(LayerFeature feature)
    {
        LonLatPaths degrees = feature.Degrees;
        return degrees.IsNone
            ? GeographicWkb.Write(feature.Geometry).Length
            : HeaderBytes + CountBytes + CountBytes + degrees.Parts * (HeaderBytes + CountBytes)
                + degrees.Paths * CountBytes + degrees.Vertices * 2 * sizeof(double);
    }

    /// <summary>Writes a feature and says how many bytes it took.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="output">Room for <see cref="SizeBound"/>.</param>
    public static int Write(LayerFeature feature, Span<byte> output)
    {
        LonLatPaths degrees = feature.Degrees;
        if (degrees.IsNone)
        {
            byte[] written = GeographicWkb.Write(feature.Geometry);
            written.CopyTo(output);
            return written.Length;
        }
        int filled = 0;
        for (int part = 0; part < degrees.Parts; part++)
            if (!IsEmpty(degrees, part)) filled++;
        var writer = new Writer(output);
        uint type = (uint)degrees.Kind + Point;
        if (filled > 1)
        {
            writer.Header(type - Point + MultiPoint, GeographicWkb.Cgcs2000Srid);
            writer.Number((uint)filled);
        }
        for (int part = 0; part < degrees.Parts; part++)
        {
            if (IsEmpty(degrees, part)) continue;
            writer.Header(type, filled > 1 ? 0 : GeographicWkb.Cgcs2000Srid);
            writer.Part(degrees, part);
        }
        return writer.Written;
    }

    private static bool IsEmpty(LonLatPaths degrees, int part)
    {
        (int first, int end) = degrees.Part(part);
        return first == end;
    }

    private ref struct Writer(Span<byte> output)
    {
        private readonly Span<byte> output = output;

        public int Written { get; private set; }

        public void Header(uint type, int srid)
        {
            output[Written++] = LittleEndian;
            Number(type | (srid == 0 ? 0 : GeographicWkb.SridFollows));
            if (srid != 0) Number((uint)srid);
        }

        public void Part(LonLatPaths degrees, int part)
        {
            (int first, int end) = degrees.Part(part);
            if (degrees.Kind == RawGeometryKind.Polygon) Number((uint)(end - first));
            for (int path = first; path < end; path++)
            {
                ReadOnlySpan<double> numbers = degrees.Path(path);
                if (degrees.Kind != RawGeometryKind.Point) Number((uint)numbers.Length / 2);
                foreach (double number in numbers)
                {
                    double rounded = GeographicWkb.Rounded(number);
                    BinaryPrimitives.WriteDoubleLittleEndian(output[Written..], rounded);
                    Written += sizeof(double);
                }
            }
        }

        public void Number(uint number)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(output[Written..], number);
            Written += sizeof(uint);
        }
    }
}
