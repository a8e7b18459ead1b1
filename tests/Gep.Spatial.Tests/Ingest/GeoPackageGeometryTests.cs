using System.Buffers.Binary;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Gep.Spatial.Tests.Ingest;

public class GeoPackageGeometryTests
{
    private const string WithHole =
        "MULTIPOLYGON(((114 30,115 30,115 31,114 31,114 30),(114.2 30.2,114.2 30.4,114.4 30.4,114.2 30.2)),"
        + "((116 30,117 30,116 31,116 30)))";

    [Theory]
    [InlineData("POINT(114 30)")]
    [InlineData("LINESTRING(114 30,115 31)")]
    [InlineData("POLYGON((114 30,115 30,115 31,114 30))")]
    [InlineData("MULTIPOINT((114 30),(115 31))")]
    [InlineData("MULTILINESTRING((114 30,115 31),(116 30,117 31))")]
    [InlineData(WithHole)]
    public void Decode_EveryType_IsWhatWasEncoded(string wkt)
    {
        foreach (ByteOrder order in Enum.GetValues<ByteOrder>())
        {
            foreach (Ordinates ordinates in new[] { Ordinates.XY, Ordinates.XYZ, Ordinates.XYZM })
            {
                Geometry drawn = new WKTReader().Read(wkt);
                var writer = new WKBWriter(
                    order, false, ordinates != Ordinates.XY, ordinates == Ordinates.XYZM);
                byte[] wkb = writer.Write(drawn);
                SourceRecord record = Decode(Blob(wkb, envelopeDoubles: 4));
                Assert.Empty(record.Problems);
                IngestedLayer layer = LayerIngest.Ingest(Some.Manifest(), [record]);
                Assert.Equal(drawn.NumPoints, Assert.Single(layer.Features).Geometry.NumPoints);
            }
        }
    }

    [Fact]
    public void Decode_EwkbWithSrid_IsRead()
    {
        Geometry drawn = new WKTReader().Read(WithHole);
        drawn.SRID = 4490;
        byte[] wkb = new WKBWriter(ByteOrder.LittleEndian, handleSRID: true).Write(drawn);
        Assert.NotNull(Decode(Blob(wkb, envelopeDoubles: 0)).Feature);
    }

    [Fact]
    public void Decode_CutAnywhere_IsAProblem()
    {
        byte[] blob = Blob(new WKBWriter().Write(new WKTReader().Read(WithHole)), envelopeDoubles: 6);
        for (int length = 0; length < blob.Length; length++)
        {
            SourceRecord record = Decode(blob[..length]);
            Assert.Null(record.Feature);
            Assert.Equal(LayerProblemCode.GeometryBlobMalformed, Assert.Single(record.Problems).Code);
        }
    }

    [Fact]
    public void Decode_AnyByteChanged_NeverThrows()
    {
        byte[] blob = Blob(new WKBWriter().Write(new WKTReader().Read(WithHole)), envelopeDoubles: 4);
        for (int at = 0; at < blob.Length; at++)
        {
            foreach (byte value in new byte[] { 0, 1, 7, 0x7F, 0x80, 0xFF })
            {
                byte[] changed = [.. blob];
                changed[at] = value;
                IngestedLayer layer = LayerIngest.Ingest(Some.Manifest(), [Decode(changed)]);
                Assert.True(layer.Features.Count == 1 || layer.Problems.Count > 0, $"byte {at} = {value}");
            }
        }
    }

    [Fact]
    public void Decode_HugeCount_AllocatesNothing()
    {
        const long Bound = 1_000_000;
        byte[] blob = Blob(
            new WKBWriter().Write(new WKTReader().Read("LINESTRING(114 30,115 31)")), envelopeDoubles: 0);
        const int CountAt = 8 + 5;
        BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(CountAt), 0x7FFFFFFF);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Decode(blob).Feature);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bound);
    }

    private static SourceRecord Decode(byte[] blob) => GeoPackageGeometry.Decode(
        new EncodedFeature(1, "1", blob, new Dictionary<string, string>()), Some.Manifest());

    private static byte[] Blob(byte[] wkb, int envelopeDoubles)
    {
        byte flags = (byte)(1 | envelopeDoubles switch { 0 => 0, 4 => 1 << 1, 6 => 2 << 1, _ => 4 << 1 });
        return [(byte)'G', (byte)'P', 0, flags, 0x8A, 0x11, 0, 0, .. new byte[envelopeDoubles * 8], .. wkb];
    }
}
