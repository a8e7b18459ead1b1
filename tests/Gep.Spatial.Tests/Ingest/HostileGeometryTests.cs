using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gep.Spatial.Ingest;
using Gep.Spatial.Overlays;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Ingest;

/// <summary>
/// Hostile layers: a clear problem or a sound result, quickly; other cases are files of tests/bad-input.
/// </summary>
[Collection(MeasuredMemory.Name)]
public class HostileGeometryTests
{
    /// <summary>Alone each takes a few seconds; other suites may keep the machine busy.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(150);

    [Theory]
    [InlineData("[[[114,30],[114.1,30.1],[114.1,30],[114,30.1],[114,30]]]",
        LayerProblemCode.GeometryInvalidRepaired)]
    [InlineData("[[[114,30],[114.1,30],[114.1,30.1],[114,30]],[[114,30],[114.1,30],[114.1,30.1],[114,30]]]",
        LayerProblemCode.GeometryUnrepairable)]
    [InlineData("[[[179,10],[-179,10],[-179,12],[179,12],[179,10]]]", LayerProblemCode.AntimeridianCrossed)]
    [InlineData("[[[30.5,114.3],[30.6,114.3],[30.6,114.4],[30.5,114.3]]]",
        LayerProblemCode.LongitudeLatitudeSwapped)]
    [InlineData("[[[12723817,3570000],[12723917,3570000],[12723917,3570100],[12723817,3570000]]]",
        LayerProblemCode.CrsUnitMismatch)]
    [InlineData("[[[114,30],[114.1,30],[114,30]]]", LayerProblemCode.RingTooShort)]
    [InlineData("[[[114],[114.1,30],[114,30.1],[114,30]]]", LayerProblemCode.PositionMalformed)]
    [InlineData("[[[1e309,30],[114.1,30],[114,30.1],[114,30]]]", LayerProblemCode.CoordinateNotFinite)]
    [InlineData("[]", LayerProblemCode.GeometryMissing)]
    public void Ingest_HostilePolygon_HasAClearProblem(string coordinates, LayerProblemCode expected)
    {
        IngestedLayer layer = Some.Ingested(
            Some.Collection($$"""{"type":"Polygon","coordinates":{{coordinates}}}"""));
        Assert.Contains(expected, layer.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Ingest_CollectionsNestedDeep_AreRefusedQuickly() // row 28
    {
        const int Depth = 100_000;
        string nested = string.Concat(
                Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", Depth))
            + string.Concat(Enumerable.Repeat("]}", Depth));
        IngestedLayer layer = InTime(() => Some.Ingested(Some.Collection(nested)));
        Assert.Contains(LayerProblemCode.TooDeep, layer.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Ingest_MillionVertices_AreReadInTime()
    {
        const int Vertices = 300_000;
        var ring = new StringBuilder();
        for (int i = 0; i <= Vertices; i++)
        {
            double angle = 2 * Math.PI * (i % Vertices) / Vertices;
            ring.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture,
                $"[{114 + 0.1 * Math.Cos(angle):F9},{30 + 0.1 * Math.Sin(angle):F9}]");
        }
        IngestedLayer layer = InTime(() => Some.Ingested(
            Some.Collection($$"""{"type":"Polygon","coordinates":[[{{ring}}]]}""")));
        Assert.Single(layer.Features);
    }

    [Fact]
    public void Ingest_ManyHolesAndKeys_AreReadInTime()
    {
        const int Holes = 10_000, Side = 100;
        var rings = new StringBuilder("[[114,30],[115,30],[115,31],[114,31],[114,30]]");
        for (int i = 0; i < Holes; i++)
        {
            double x = 114.001 + i % Side * 0.0099, y = 30.001 + i / Side * 0.0099;
            rings.Append(CultureInfo.InvariantCulture,
                $",[[{x},{y}],[{x},{y + 0.005}],[{x + 0.005},{y + 0.005}],[{x + 0.005},{y}],[{x},{y}]]");
        }
        string keys = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"k{i}\":{i}"));
        string feature = $$"""{"type":"Feature","properties":{"__proto__":"x",{{keys}}},"geometry":"""
            + $$$"""{"type":"Polygon","coordinates":[{{{rings}}}]}}""";
        IngestedLayer layer = InTime(() => Some.Ingested(
            $$"""{"features":[{{feature}}],"type":"FeatureCollection"}"""));
        Assert.Single(layer.Features);
        Assert.Equal(10_001, layer.Features[0].Attributes.Count);
    }

    [Fact]
    public void Compute_StarsThroughEachOther_AreCutInTime() // row 40
    {
        const int Stars = 60;
        var random = new Random(40);
        OverlayParcel<string>[] stars = [.. Enumerable.Range(0, Stars).Select(i => new OverlayParcel<string>(
            $"s{i:D2}", "star", Some.Star(random, 5000 + i, 5000, 4000, 300)))];
        Geometry zone = Some.Star(random, 5000, 5000, 6000, 3000);
        var result = InTime(() => AreaOverlay.Compute(
            [new OverlayZone<int>(0, zone)], [new OverlayLayer<string>("stars", stars)]));
        Assert.InRange(result.Residual.LargestParcelSquareMetres, 0, 1e-2);
    }

    [Theory]
    [InlineData(100, 1 << 20)]
    [InlineData(100, -5)]
    [InlineData(100, 4)]
    public void Read_ShapefileWithWrongLength_HasAProblem(int at, int words)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Testing.Repository.PathOf("tests", "bad-input"),
            "crs-undeclared.shp"));
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at + 4), words);
        LayerManifest manifest = Some.Manifest();
        IngestedLayer layer = InTime(() => LayerIngest.Ingest(manifest, ShapefileReader.Read(
            new ShapefileParts(new MemoryStream(file), null, null, null), manifest)));
        Assert.Contains(layer.Problems, problem =>
            problem.Code is LayerProblemCode.ShapefileUnreadable or LayerProblemCode.GeometryBlobMalformed);
    }

    [Fact]
    public void Read_TableOfTwoBillionRows_IsRefusedQuickly()
    {
        byte[] shapes = File.ReadAllBytes(Path.Combine(Testing.Repository.PathOf("tests", "bad-input"),
            "crs-undeclared.shp"));
        var table = new byte[33 + 5];
        table[0] = 3;
        table.AsSpan(4, 4).Fill(0xFF);
        (table[8], table[10], table[32]) = (33, 5, 0x0D);
        LayerManifest manifest = Some.Manifest();
        IngestedLayer layer = InTime(() => LayerIngest.Ingest(manifest, ShapefileReader.Read(
            new ShapefileParts(new MemoryStream(shapes), new MemoryStream(table), null, "GBK"), manifest)));
        Assert.True(layer.IsRefused);
        Assert.Contains(LayerProblemCode.ShapefileUnreadable, layer.Problems.Select(problem => problem.Code));
    }

    private static T InTime<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Quick);
        return result;
    }
}
