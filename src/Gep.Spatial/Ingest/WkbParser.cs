using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>
/// Reads well-known binary; every length is checked against what is left before anything is allocated.
/// </summary>
/// <remarks>
/// Source: [OGC-SFA] §8; heights and measures (types + 1000, 2000, 3000, or the high bits of EWKB) are passed
/// over.
/// </remarks>
internal sealed class WkbParser(ReadOnlyMemory<byte> wkb, LayerPlace place, ReadLimits limits)
{
    private const uint Point = 1, LineString = 2, Polygon = 3;
    private const uint MultiPoint = 4, MultiLineString = 5, MultiPolygon = 6;
    private const uint EwkbZ = 0x80000000, EwkbM = 0x40000000, EwkbSrid = 0x20000000, EwkbFlags = 0xE0000000;
    private const uint IsoDimensionStep = 1000;
    private const int CountBytes = sizeof(uint), LeastPartBytes = 1 + 2 * sizeof(uint);

    private IReadOnlyList<double[]>[] _parts = new IReadOnlyList<double[]>[1];
    private int _members;
    private int _at;
    private int _vertices;
    private bool _isLittleEndian;
    private int _dimensions;

    /// <summary>Why there is no geometry; set when <see cref="Parse"/> returns null.</summary>
    public LayerProblem? Fault { get; private set; }

    private int Left => wkb.Length - _at;

    /// <summary>Reads one geometry; null when it is refused.</summary>
    public RawGeometry? Parse()
    {
        if (!ReadType(out uint type)) return null;
        bool isRead = type switch
        {
            Point => ReadPoint(),
            LineString => ReadLine(),
            Polygon => ReadPolygon(),
            MultiPoint or MultiLineString or MultiPolygon => ReadMembers(type),
            _ => Fails(LayerProblemCode.GeometryTypeUnsupported, $"WKB {type}"),
        };
        bool isEmpty = _parts.Take(_members).All(part => part.Count == 0 || part[0].Length == 0);
        if (isRead && Left > 0) isRead = Fails($"{Left} bytes behind its end");
        else if (isRead && isEmpty) isRead = Fails(LayerProblemCode.GeometryMissing);
        if (!isRead) return null;
        RawGeometryKind kind = type switch
        {
            Point or MultiPoint => RawGeometryKind.Point,
            LineString or MultiLineString => RawGeometryKind.Line,
            _ => RawGeometryKind.Polygon,
        };
        return new RawGeometry(kind, _parts);
    }

    private bool ReadMembers(uint type)
    {
        if (!ReadCount(LeastPartBytes, out int count)) return false;
        _parts = new IReadOnlyList<double[]>[count];
        for (int i = 0; i < count; i++)
        {
            if (!ReadType(out uint member)) return false;
            if (member != type - MultiPoint + Point) return Fails($"member type {member} in type {type}");
            bool isRead = member switch
            {
                Point => ReadPoint(),
                LineString => ReadLine(),
                _ => ReadPolygon(),
            };
            if (!isRead) return false;
        }
        return true;
    }

    private bool ReadType(out uint type)
    {
        type = 0;
        if (Left < 1 + sizeof(uint)) return BreaksOff();
        byte order = wkb.Span[_at++];
        if (order > 1) return Fails($"byte order {order}");
        _isLittleEndian = order == 1;
        uint code = ReadUInt32();
        bool hasZ = (code & EwkbZ) != 0, hasM = (code & EwkbM) != 0;
        if ((code & EwkbSrid) != 0)
        {
            if (Left < sizeof(uint)) return BreaksOff();
            ReadUInt32();
        }
        code &= ~EwkbFlags;
        uint iso = code / IsoDimensionStep;
        if (iso > 3) return Fails(LayerProblemCode.GeometryTypeUnsupported, $"WKB {code}");
        _dimensions = 2 + (hasZ || iso is 1 or 3 ? 1 : 0) + (hasM || iso is 2 or 3 ? 1 : 0);
        type = code % IsoDimensionStep;
        return true;
    }

    /// <summary>A point; one of NaN is how WKB writes the empty point.</summary>
    private bool ReadPoint()
    {
        if (!ReadPath(1, out double[] path)) return false;
        _parts[_members++] = double.IsNaN(path[0]) && double.IsNaN(path[1]) ? [] : new[] { path };
        return true;
    }

    private bool ReadLine()
    {
        if (!ReadCount(_dimensions * sizeof(double), out int count) || !ReadPath(count, out double[] path))
            return false;
        _parts[_members++] = new[] { path };
        return true;
    }

    private bool ReadPolygon()
    {
        if (!ReadCount(CountBytes, out int rings)) return false;
        var part = new double[rings][];
        for (int ring = 0; ring < rings; ring++)
        {
            if (!ReadCount(_dimensions * sizeof(double), out int count)
                || !ReadPath(count, out double[] path))
            {
                return false;
            }
            part[ring] = path;
        }
        _parts[_members++] = part;
        return true;
    }

    private bool ReadPath(int count, out double[] path)
    {
        path = [];
        _vertices += count;
        if (_vertices > limits.Vertices) return Fails(LayerProblemCode.TooManyVertices, $"{limits.Vertices}");
        if ((long)count * _dimensions * sizeof(double) > Left) return BreaksOff();
        path = new double[2 * count];
        if (_isLittleEndian && _dimensions == 2 && BitConverter.IsLittleEndian)
        {
            int bytes = path.Length * sizeof(double);
            wkb.Span.Slice(_at, bytes).CopyTo(MemoryMarshal.AsBytes(path.AsSpan()));
            _at += bytes;
            return true;
        }
        for (int i = 0; i < count; i++)
        {
            path[2 * i] = ReadDouble();
            path[2 * i + 1] = ReadDouble();
            _at += (_dimensions - 2) * sizeof(double);
        }
        return true;
    }

    /// <summary>
    /// A count of things of at least the given size; refused when they cannot all be there.
    /// </summary>
    private bool ReadCount(int leastBytesEach, out int count)
    {
        count = 0;
        if (Left < CountBytes) return BreaksOff();
        uint written = ReadUInt32();
        if ((long)written * leastBytesEach > Left) return BreaksOff();
        count = (int)written;
        return true;
    }

    private uint ReadUInt32()
    {
        ReadOnlySpan<byte> bytes = wkb.Span.Slice(_at, sizeof(uint));
        _at += sizeof(uint);
        return _isLittleEndian
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
            : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private double ReadDouble()
    {
        ReadOnlySpan<byte> bytes = wkb.Span.Slice(_at, sizeof(double));
        _at += sizeof(double);
        return _isLittleEndian
            ? BinaryPrimitives.ReadDoubleLittleEndian(bytes)
            : BinaryPrimitives.ReadDoubleBigEndian(bytes);
    }

    private bool BreaksOff() => Fails($"it breaks off at byte {_at} of {wkb.Length}");

    private bool Fails(string what) => Fails(LayerProblemCode.GeometryBlobMalformed, what);

    /// <summary>Notes the fault; always false.</summary>
    private bool Fails(LayerProblemCode code, params string[] details)
    {
        Fault = LayerProblem.At(code, place, details);
        return false;
    }
}
