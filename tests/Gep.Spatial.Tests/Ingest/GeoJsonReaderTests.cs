using System.Text;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Tests.Ingest;

[Collection(MeasuredMemory.Name)]
public class GeoJsonReaderTests
{
    private const double SquareOfTenthDegree = 106371614.656597;

    [Fact]
    public void Read_Collection_GivesFeaturesInThePlane()
    {
        IngestedLayer layer = Some.Ingested(
            Some.Collection(Some.Square, "{\"type\":\"Point\",\"coordinates\":[114,30]}"));

        Assert.Empty(layer.Problems);
        Assert.Equal(
            [("f1", 1L), ("f2", 2L)], layer.Features.Select(feature => (feature.Id, feature.Ordinal)));
        Assert.Equal(SquareOfTenthDegree, layer.Features[0].SquareMetres, tolerance: 1e-3);
        Assert.Equal(0, layer.Features[1].SquareMetres);
    }

    [Theory]
    [InlineData("{\"type\":\"Feature\",\"properties\":null,\"geometry\":" + Some.Square + "}")]
    [InlineData("{\"geometry\":" + Some.Square + ",\"properties\":{},\"type\":\"Feature\"}")]
    [InlineData(Some.Square)]
    [InlineData("{\"features\":[{\"geometry\":" + Some.Square + ",\"type\":\"Feature\"}],"
        + "\"type\":\"FeatureCollection\"}")]
    public void Read_OtherForms_GiveTheSame(string text) =>
        Assert.Equal(
            SquareOfTenthDegree, Assert.Single(Some.Ingested(text).Features).SquareMetres, tolerance: 1e-3);

    [Fact]
    public void Read_Heights_ArePassedOver()
    {
        string text = Some.Collection(
            "{\"type\":\"LineString\",\"coordinates\":[[114,30,20,1],[114.5,30,21]]}");
        Assert.Equal(2, Assert.Single(Some.Ingested(text).Features).Geometry.NumPoints);
    }

    [Fact]
    public void Read_Attributes_KeepNumbersAsWritten()
    {
        const string Feature =
            "{\"type\":\"Feature\",\"properties\":{\"a\":\"东湖\",\"b\":1.50,\"c\":null,\"d\":true,\"e\":1e2},"
            + "\"geometry\":" + Some.Square + "}";
        LayerFeature feature = Assert.Single(Some.Ingested(Feature).Features);
        Assert.Equal(
            [("a", "东湖"), ("b", "1.50"), ("d", "true"), ("e", "1e2")],
            feature.Attributes.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Read_OneBadFeature_KeepsTheOthersAndTheirOrdinals()
    {
        string text = Some.Collection(
            Some.Square, "{\"type\":\"Point\",\"coordinates\":[NaN,1]}", Some.Square);
        IngestedLayer layer = Some.Ingested(text);
        Assert.Equal([1L, 3L], layer.Features.Select(feature => feature.Ordinal));
        Assert.Equal(2, Assert.Single(layer.Problems).Feature);
        Assert.False(layer.IsRefused);
    }

    [Fact]
    public void Read_CutAnywhere_NeverThrowsAndRefusesTheLayer()
    {
        byte[] text = Encoding.UTF8.GetBytes(Some.Collection(Some.Square, Some.Square));
        for (int length = 0; length < text.Length; length++)
        {
            using var stream = new MemoryStream(text, 0, length);
            IngestedLayer layer = LayerIngest.Ingest(
                Some.Manifest(), GeoJsonReader.Read(stream, Some.Manifest()));
            Assert.True(layer.IsRefused, $"cut at {length}");
            Assert.Empty(layer.Features);
        }
    }

    [Fact]
    public void Read_AnyByteChanged_NeverThrows()
    {
        byte[] text = Encoding.UTF8.GetBytes(Some.Collection(Some.Square));
        var random = new Random(1);
        for (int at = 0; at < text.Length; at++)
        {
            byte[] changed = [.. text];
            changed[at] = (byte)random.Next(256);
            using var stream = new MemoryStream(changed);
            IngestedLayer layer = LayerIngest.Ingest(
                Some.Manifest(), GeoJsonReader.Read(stream, Some.Manifest()));
            Assert.True(layer.Features.Count <= 1);
        }
    }

    [Fact]
    public void Read_SmallReads_GiveTheSameAsOne()
    {
        string text = Some.Collection([.. Enumerable.Repeat(Some.Square, 2000)]);
        using var stream = new TricklingStream(Encoding.UTF8.GetBytes(text));
        IngestedLayer layer = LayerIngest.Ingest(
            Some.Manifest(), GeoJsonReader.Read(stream, Some.Manifest()));
        Assert.Empty(layer.Problems);
        Assert.Equal(2000, layer.Features.Count);
    }

    [Fact]
    public void NewlineRead_RecordSeparators_AreAccepted()
    {
        const string Feature = "{\"type\":\"Feature\",\"id\":5,\"geometry\":" + Some.Square + "}";
        using Stream stream = Some.Text($"\u001e{Feature}\n\u001e{Feature}\r\n\n{Feature}");
        IngestedLayer layer = LayerIngest.Ingest(
            Some.Manifest(), NewlineGeoJsonReader.Read(stream, Some.Manifest()));
        Assert.Equal(["5", "5", "5"], layer.Features.Select(feature => feature.Id));
        Assert.Equal(
            [LayerProblemCode.DuplicateFeatureId], layer.Problems.Select(found => found.Code).Distinct());
    }

    /// <summary>Gives one byte a read.</summary>
    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, 1));
    }
}
