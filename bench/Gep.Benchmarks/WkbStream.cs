using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>
/// Reads the generator's binary stream: a header of 8 bytes, then for each parcel its id, class, three bytes,
/// length, and WKB of a polygon or multipolygon in degrees.
/// </summary>
internal sealed class WkbStream
{
    private const int HeaderBytes = 8, RecordBytes = 12, LengthOffset = 8, ClassOffset = 4;
    private const int WkbHeadBytes = 5, CountBytes = 4, PositionBytes = 16;
    private const uint MultiPolygonType = 6;

    private readonly List<double> _xs = [], _ys = [];
    private readonly List<int> _rings = [];

    /// <summary>Calls back for each record; the spans are good until the next.</summary>
    public void Read(string path, ParcelTable table)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        Span<byte> record = stackalloc byte[RecordBytes];
        stream.ReadExactly(record[..HeaderBytes]);
        byte[] wkb = new byte[1 << 16];
        while (stream.ReadAtLeast(record, RecordBytes, throwOnEndOfStream: false) == RecordBytes)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(record[LengthOffset..]);
            if (wkb.Length < length) wkb = new byte[2 * length];
            stream.ReadExactly(wkb.AsSpan(0, length));
            Carry(wkb.AsSpan(0, length));
            table.Add(
                record[ClassOffset], CollectionsMarshal.AsSpan(_xs), CollectionsMarshal.AsSpan(_ys),
                CollectionsMarshal.AsSpan(_rings));
        }
    }

    /// <summary>The zones of a stream as geometries.</summary>
    public IReadOnlyList<Geometry> ReadZones(string path)
    {
        var table = new ParcelTable();
        Read(path, table);
        return [.. Enumerable.Range(0, table.Count).Select(table.GeometryOf)];
    }

    private void Carry(ReadOnlySpan<byte> wkb)
    {
        _xs.Clear();
        _ys.Clear();
        _rings.Clear();
        bool isMulti = BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]) == MultiPolygonType;
        int at = WkbHeadBytes, parts = 1;
        if (isMulti) parts = ReadCount(wkb, ref at);
        for (int part = 0; part < parts; part++)
        {
            if (isMulti) at += WkbHeadBytes;
            int rings = ReadCount(wkb, ref at);
            for (int ring = 0; ring < rings; ring++)
            {
                int vertices = ReadCount(wkb, ref at);
                for (int i = 0; i < vertices; i++, at += PositionBytes)
                {
                    (double x, double y) = EqualAreaPlane.PositionOf(
                        BinaryPrimitives.ReadDoubleLittleEndian(wkb[at..]),
                        BinaryPrimitives.ReadDoubleLittleEndian(wkb[(at + sizeof(double))..]));
                    _xs.Add(x);
                    _ys.Add(y);
                }
                _rings.Add(ring == 0 ? vertices : -vertices);
            }
        }
    }

    private static int ReadCount(ReadOnlySpan<byte> wkb, ref int at)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += CountBytes;
        return count;
    }
}
