using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Ingest;

/// <summary>
/// The hostile layers of the clients' list, by row: a clear problem or a sound feature, soon and in bounded
/// memory. Rows 28, 39 and 40 are in <see cref="HostileGeometryTests"/>, 46 and 47 with the file formats.
/// </summary>
[Collection(MeasuredMemory.Name)]
public class HostileRowsTests
{
    private const string Box = "[[114,30],[114.1,30],[114.1,30.1],[114,30.1],[114,30]]";
    private const string Hole = "[[114.02,30.02],[114.02,30.08],[114.08,30.08],[114.08,30.02],[114.02,30.02]]";
    /// <summary>Alone each takes a few seconds; other suites may keep the machine busy.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(150);

    [Theory]
    [InlineData(24, "[[[NaN,30],[114.1,30],[114,30.1],[114,30]]]")]
    [InlineData(24, "[[[Infinity,30],[114.1,30],[114,30.1],[114,30]]]")]
    [InlineData(24, "[[[1e309,30],[114.1,30],[114,30.1],[114,30]]]")]
    [InlineData(24, "[[[-1e309,30],[114.1,30],[114,30.1],[114,30]]]")]
    [InlineData(25, "null")]
    [InlineData(25, "[[null]]")]
    [InlineData(25, "[[[114],[114.1,30],[114,30.1],[114,30]]]")]
    [InlineData(25, "[[[\"114\",30],[114.1,30],[114,30.1],[114,30]]]")]
    [InlineData(26, "[[[114,30],[114.1,30],[114,30]]]")]
    [InlineData(26, "[[[114,30],[114,30],[114,30],[114,30]]]")]
    [InlineData(27, "[" + Box + "," + Box + "]")]
    [InlineData(31, "[[[179,10],[-179,10],[-179,12],[179,12],[179,10]]]")]
    [InlineData(31, "[[[0,89],[120,89],[-120,89],[0,89]]]")]
    [InlineData(31, "[[[0,90.5],[120,89],[60,88],[0,90.5]]]")]
    [InlineData(32, "[[[30.5,114.3],[30.6,114.3],[30.6,114.4],[30.5,114.3]]]")]
    [InlineData(37, "[[[12723817,3570000],[12723917,3570000],[12723917,3570100],[12723817,3570000]]]")]
    public void Ingest_Unusable_IsRefusedWithItsProblem(int row, string coordinates)
    {
        IngestedLayer layer = Soonest(() => Some.Ingested(
            Some.Collection($$"""{"type":"Polygon","coordinates":{{coordinates}}}""")));
        Assert.True(layer.Features.Count == 0, $"row {row}");
        Assert.Contains(layer.Problems, problem => problem.Severity != LayerProblemSeverity.Remark);
    }

    // What is mended keeps the area that it plainly has, and says so where it moved any.
    [Theory]
    [InlineData(25, 1, "[[[114,30,5,1],[114.1,30,5,1],[114.1,30.1,5,1],[114,30.1,5,1],[114,30,5,1]]]")]
    [InlineData(26, 1, "[[[114,30],[114.1,30],[114.1,30.1],[114,30.1]]]")]
    [InlineData(26, 1, "[[[114,30],[114,30],[114.1,30],[114.1,30],[114.1,30.1],[114,30.1],[114,30]]]")]
    [InlineData(27, 0.5, "[[[114,30],[114.1,30.1],[114.1,30],[114,30.1],[114,30]]]")]
    [InlineData(27, 1.5, "[" + Box + ",[[115,31],[115,31.1],[115.1,31.1],[115,31]]]")]
    [InlineData(27, 0.64, "[" + Box + "," + Hole + "," + Hole + "]")]
    [InlineData(36, 1, "[[[114,30],[114.1,30],[114.2,30],[114.1,30],[114.1,30.1],[114,30.1],[114,30]]]")]
    [InlineData(36, 1, "[[[114,30],[114.1,30],[114.2,30.00000000000001],[114.1,30.00000000000002],"
        + "[114.1,30.1],[114,30.1],[114,30]]]")]
    public void Ingest_Mendable_KeepsItsArea(int row, double share, string coordinates)
    {
        double whole = Some.Ingested(
            Some.Collection($$"""{"type":"Polygon","coordinates":[{{Box}}]}""")).Features[0].SquareMetres;
        IngestedLayer layer = Soonest(() => Some.Ingested(
            Some.Collection($$"""{"type":"Polygon","coordinates":{{coordinates}}}""")));
        double area = Assert.Single(layer.Features).SquareMetres;
        Assert.True(Math.Abs(share - area / whole) < 0.02, $"row {row}: {area / whole}");
        Assert.Equal(layer.Repairs.Count > 0, layer.Problems.Any(problem =>
            problem.Code == LayerProblemCode.GeometryInvalidRepaired));
    }

    [Fact]
    public void Ingest_MillionVertices_AreRefusedSoonInBoundedMemory() // row 29
    {
        IngestedLayer refused = InBoundedMemory(RingOf(1_000_000));
        Assert.Contains(LayerProblemCode.FeatureTooLarge, refused.Problems.Select(problem => problem.Code));
        IngestedLayer read = InBoundedMemory(RingOf(600_000));
        Assert.Equal(600_001, Assert.Single(read.Features).Geometry.NumPoints);
    }

    [Fact]
    public void Ingest_HundredThousandHoles_AreReadInBoundedMemory() // row 30
    {
        const int Holes = 100_000, Side = 317;
        var rings = new StringBuilder("[[114,30],[118,30],[118,34],[114,34],[114,30]]");
        for (int i = 0; i < Holes; i++)
        {
            double x = Math.Round(114.001 + i % Side * 0.0126, 4), y = Math.Round(30.001
                + i / Side * 0.0126, 4);
            rings.Append(CultureInfo.InvariantCulture,
                $",[[{x},{y}],[{x},{y + 0.005:F4}],[{x + 0.005:F4},{y + 0.005:F4}],[{x},{y}]]");
        }
        IngestedLayer layer = InBoundedMemory(rings.ToString());
        Assert.Equal(Holes, ((Polygon)Assert.Single(layer.Features).Geometry).NumInteriorRings);
    }

    [Fact]
    public void Ingest_OldCrsMember_IsHeldAgainstTheManifest() // row 34
    {
        string text = Some.Collection($$"""{"type":"Polygon","coordinates":[{{Box}}]}""").TrimEnd()[..^1]
            + ""","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}}}""";
        IngestedLayer layer = Some.Ingested(text);
        Assert.Empty(layer.Features);
        Assert.Contains(layer.Problems, problem =>
            problem.Code is LayerProblemCode.CrsConflict or LayerProblemCode.CrsUnitMismatch);
    }

    [Fact]
    public void Ingest_EmptyParts_ArePassedOver() // row 35
    {
        IngestedLayer layer = Some.Ingested(
            Some.Collection("{\"type\":\"MultiPolygon\",\"coordinates\":[[],[" + Box + "],[]]}"));
        Assert.True(layer.Features.Count == 1 || layer.Problems.Count > 0);
        Assert.All(layer.Features, feature => Assert.True(feature.SquareMetres > 1e8));
    }

    [Fact]
    public void Ingest_KeysTwiceAndTypeLast_AreSeen() // row 38
    {
        string geometry = $$"""{"coordinates":[{{Box}}],"type":"Polygon"}""";
        Assert.Single(Some.Ingested(Some.Collection(geometry)).Features);
        string twice = $$"""{"type":"Point","coordinates":[1,1],"coordinates":[{{Box}}],"type":"Polygon"}""";
        Assert.Contains(LayerProblemCode.DuplicateKey, Some.Ingested(Some.Collection(twice)).Problems
            .Select(problem => problem.Code));
    }

    [Fact]
    public void Ingest_LongTextAndOddKeys_AreText() // row 39
    {
        string properties = """{"__proto__":"x","constructor":{"a":1},"long":"@"}"""
            .Replace("@", new string('水', 350_000), StringComparison.Ordinal);
        string text = Some.Collection($$"""{"type":"Polygon","coordinates":[{{Box}}]}""")
            .Replace("\"properties\":{}", "\"properties\":" + properties, StringComparison.Ordinal);
        LayerFeature feature = Assert.Single(Soonest(() => Some.Ingested(text)).Features);
        Assert.Equal("x", feature.Attributes["__proto__"]);
        Assert.Equal(350_000, feature.Attributes["long"].Length);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(3e-9)]
    [InlineData(1e-7)]
    [InlineData(1e-5)]
    public void Compute_BordersNearlyTheSame_AddUp(double metres) // row 41
    {
        var random = new Random(41);
        Geometry one = Some.Star(random, 1.27e7, 3.2e6, 5000, 2000);
        Coordinate[] shaken = [.. one.Coordinates[..^1].Select(at => new Coordinate(
            at.X + metres * (random.NextDouble() - 0.5), at.Y + metres * (random.NextDouble() - 0.5)))];
        Geometry other = PlaneGeometry.Factory.CreatePolygon([.. shaken, shaken[0].Copy()]);
        var result = Soonest(() => AreaOverlay.Compute(
            [new OverlayZone<int>(0, Some.Box(1.27e7 - 9000, 3.2e6 - 9000, 1.27e7 + 9000, 3.2e6 + 9000))],
            [Layer("one", one), Layer("other", other)]));
        Assert.InRange(result.Residual.LargestParcelSquareMetres, 0, 1e-3);
        double both = result.ClassAreas.Sum(area => area.NetSquareMetres);
        Assert.InRange(both - EllipsoidArea.SquareMetres(one), -1e-3, 1e-3 + metres * one.Length);
    }

    private static OverlayLayer<string> Layer(string name, Geometry shape) =>
        new(name, [new OverlayParcel<string>(name, name, shape)]);

    private static string RingOf(int vertices)
    {
        var ring = new StringBuilder("[");
        for (int i = 0; i <= vertices; i++)
        {
            double angle = 2 * Math.PI * (i % vertices) / vertices;
            ring.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture,
                $"[{114 + 0.1 * Math.Cos(angle):F8},{30 + 0.1 * Math.Sin(angle):F8}]");
        }
        return ring.Append(']').ToString();
    }

    /// <summary>
    /// Ingests a polygon, which may allocate no more than some times the length of its text.
    /// </summary>
    private static IngestedLayer InBoundedMemory(string rings)
    {
        const int Times = 60;
        string text = Some.Collection($$"""{"type":"Polygon","coordinates":[{{rings}}]}""");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        IngestedLayer layer = Soonest(() => Some.Ingested(text));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, (
            long)Times * text.Length);
        return layer;
    }

    private static T Soonest<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Soon);
        return result;
    }
}
