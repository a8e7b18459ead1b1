using System.Globalization;
using System.Text;
using System.Text.Json;
using Gep.Spatial.Features;
using Gep.Spatial.Ingest;

namespace Gep.Spatial.Tests.Features;

public class LayerSketchTests
{
    private const int Positions = 5_000;
    private const double CentreLongitude = 114.3, CentreLatitude = 30.6, Radius = 0.05;

    [Theory]
    [InlineData(Positions + 1, Positions + 1)]
    [InlineData(400, 400)]
    [InlineData(1, 100)]
    public void Of_ACircle_HasNoMorePositionsThanAskedForAndStaysWhereItIs(int most, int expectedAtMost)
    {
        var shape = Assert.Single(LayerSketch.Of([Circle()], most));

        Assert.InRange(shape.Vertices, 4, expectedAtMost);
        Assert.Equal(CentreLongitude - Radius, shape.Bounds.West, 0.02);
        Assert.Equal(CentreLatitude + Radius, shape.Bounds.North, 0.02);
    }

    [Fact]
    public void Write_AShape_RoundsToTheMetre()
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            LayerSketch.Write(json, LayerSketch.Of([Circle()], int.MaxValue)[0]);

        string text = Encoding.UTF8.GetString(buffer.ToArray());
        Assert.DoesNotMatch(@"\.[0-9]{6}", text);
        Assert.Contains("[114.35,30.6]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CentreOf_ACircle_IsInsideIt()
    {
        var (longitude, latitude) = LayerSketch.CentreOf(Circle());

        Assert.Equal(CentreLongitude, longitude, 1e-9);
        Assert.Equal(CentreLatitude, latitude, 1e-4);
        Assert.Equal(CentreLongitude, LayerSketch.InsideOf(Circle()).Longitude, Radius);
    }

    private static LayerFeature Circle()
    {
        var ring = new StringBuilder();
        for (int step = 0; step <= Positions; step++)
        {
            double angle = 2 * Math.PI * (step % Positions) / Positions;
            double longitude = CentreLongitude + Radius * Math.Cos(angle);
            double latitude = CentreLatitude + Radius * Math.Sin(angle);
            ring.Append(step == 0 ? "" : ",").Append(string.Create(
                CultureInfo.InvariantCulture, $"[{longitude:F9},{latitude:F9}]"));
        }
        string text = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
            + $"\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}}}}]}}";
        var manifest = new LayerManifest("circles", "circles.geojson");
        return Assert.Single(LayerIngest.Ingest(manifest, GeoJsonReader.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), manifest)).Features);
    }
}
