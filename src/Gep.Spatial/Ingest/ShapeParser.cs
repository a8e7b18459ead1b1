using System.Buffers.Binary;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Reads the content of one Shapefile record; heights and measures are passed over.</summary>
internal sealed class ShapeParser(byte[] content, LayerPlace place, ReadLimits limits)
{
    private const int Null = 0, Point = 1, Line = 3, Polygon = 5, MultiPoint = 8, KindsPerDimension = 10;
    private const int LargestType = 28, BoxBytes = 32, PositionBytes = 16, CountBytes = 4;

    /// <summary>Why there is no geometry; set when <see cref="Parse"/> returns null.</summary>
    public LayerProblem? Fault { get; private set; }

    public RawGeometry? Parse()
    {
        if (content.Length < CountBytes) return Fails(LayerProblemCode.GeometryBlobMalformed, "no type");
        int type = ReadInt32(0);
        if (type is < 0 or > LargestType) return Fails(LayerProblemCode.GeometryTypeUnsupported, $"{type}");
        return (type % KindsPerDimension) switch
        {
            _ when type == Null => Fails(LayerProblemCode.GeometryMissing),
            Point => Points(CountBytes, 1),
            MultiPoint => content.Length < CountBytes + BoxBytes + CountBytes
                ? BreaksOff()
                : Points(CountBytes + BoxBytes + CountBytes, ReadInt32(CountBytes + BoxBytes)),
            Line => Paths(RawGeometryKind.Line),
            Polygon => Paths(RawGeometryKind.Polygon),
            _ => Fails(LayerProblemCode.GeometryTypeUnsupported, $"{type}"),
        };
    }

    private RawGeometry? Points(int at, int count)
    {
        if (count < 1) return Fails(LayerProblemCode.GeometryMissing);
        if ((long)count * PositionBytes > content.Length - at) return BreaksOff();
        return new RawGeometry(RawGeometryKind.Point, [[Path(at, count)]]);
    }

    private RawGeometry? Paths(RawGeometryKind kind)
    {
        int at = CountBytes + BoxBytes;
        if (content.Length < at + 2 * CountBytes) return BreaksOff();
        int parts = ReadInt32(at), points = ReadInt32(at + CountBytes);
        at += 2 * CountBytes;
        if (parts < 0 || points < 0
            || (long)parts * CountBytes + (long)points * PositionBytes > content.Length - at)
        {
            return BreaksOff();
        }
        if (points > limits.Vertices) return Fails(LayerProblemCode.TooManyVertices, $"{limits.Vertices}");
        if (parts == 0 || points == 0) return Fails(LayerProblemCode.GeometryMissing);
        var paths = new List<double[]>(parts);
        for (int part = 0; part < parts; part++)
        {
            int from = ReadInt32(at + part * CountBytes);
            int to = part + 1 < parts ? ReadInt32(at + (part + 1) * CountBytes) : points;
            if (from < 0 || to < from || to > points)
                return Fails(LayerProblemCode.GeometryBlobMalformed, $"part {part + 1}");
            paths.Add(Path(at + parts * CountBytes + from * PositionBytes, to - from));
        }
        return new RawGeometry(
            kind,
            kind == RawGeometryKind.Line ? [.. paths.Select(path => new[] { path })]
                : RingGrouping.Of(paths));
    }

    private double[] Path(int at, int count)
    {
        var path = new double[2 * count];
        for (int i = 0; i < path.Length; i++)
            path[i] = BinaryPrimitives.ReadDoubleLittleEndian(content.AsSpan(at + i * sizeof(double)));
        return path;
    }

    private int ReadInt32(int at) => BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(at));

    private RawGeometry? BreaksOff() =>
        Fails(LayerProblemCode.GeometryBlobMalformed, $"its content of {content.Length} bytes is too short");

    private RawGeometry? Fails(LayerProblemCode code, params string[] details)
    {
        Fault = LayerProblem.At(code, place with { Field = "geometry" }, details);
        return null;
    }
}
