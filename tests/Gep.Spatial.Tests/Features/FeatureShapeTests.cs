using System.Text;
using System.Text.Json;
using Gep.Spatial.Features;

namespace Gep.Spatial.Tests.Features;

public class FeatureShapeTests
{
    private const string Clockwise =
        "{\"type\":\"Polygon\",\"coordinates\":[[[114.123456789,30.5],[114.123456789,30.6],[114.4,30.6],"
        + "[114.4,30.5],[114.123456789,30.5]],[[114.2,30.52],[114.3,30.52],[114.3,30.55],[114.2,30.52]]]}";

    [Fact]
    public void Write_ClockwiseShell_RunsAsGeoJsonWantsAndKeepsNineDecimals()
    {
        Assert.Equal(
            "{\"type\":\"Polygon\",\"coordinates\":[[[114.123456789,30.5],[114.4,30.5],[114.4,30.6],"
            + "[114.123456789,30.6],[114.123456789,30.5]],[[114.2,30.52],[114.3,30.55],[114.3,30.52],"
            + "[114.2,30.52]]]}",
            Text(Shape(Clockwise), ResponseCrs.Crs84));
    }

    [Theory]
    [InlineData("EPSG/0/4490", "[30.5,114.3]")]
    [InlineData("EPSG/0/4326", "[30.5,114.3]")]
    [InlineData("OGC/1.3/CRS84", "[114.3,30.5]")]
    [InlineData("EPSG/0/3857", "[12723817.7977,3567983.4559]")]
    public void Write_OtherSystem_HasItsAxesAndUnits(string crs, string position)
    {
        var shape = Shape("{\"type\":\"Point\",\"coordinates\":[114.3,30.5]}");

        Assert.Equal(
            $"{{\"type\":\"Point\",\"coordinates\":{position}}}",
            Text(shape, ResponseCrs.Find($"http://www.opengis.net/def/crs/{crs}")!));
    }

    [Theory]
    [InlineData("MultiPoint", "[[114.3,30.5],[114.4,30.6]]")]
    [InlineData("LineString", "[[114.3,30.5],[114.4,30.6]]")]
    [InlineData("MultiLineString", "[[[114.3,30.5],[114.4,30.6]],[[115,30],[115,31]]]")]
    [InlineData("MultiPolygon",
        "[[[[114,30],[115,30],[115,31],[114,30]]],[[[112,30],[113,30],[113,31],[112,30]]]]")]
    public void Write_EachType_GivesBackWhatWasRead(string type, string coordinates)
    {
        string text = $"{{\"type\":\"{type}\",\"coordinates\":{coordinates}}}";

        Assert.Equal(text, Text(Shape(text), ResponseCrs.Crs84));
    }

    [Theory]
    [InlineData("POLYGON((114 30,115 30,115 31,114 31,114 30))", ShapeRelation.Within, true)]
    [InlineData("POLYGON((114 30,115 30,115 31,114 31,114 30))", ShapeRelation.Contains, false)]
    [InlineData("POINT(114.35 30.55)", ShapeRelation.Contains, true)]
    [InlineData("POINT(114.45 30.55)", ShapeRelation.Intersects, false)]
    [InlineData("POINT(114.45 30.55)", ShapeRelation.Disjoint, true)]
    [InlineData("LINESTRING(114 30.55,115 30.55)", ShapeRelation.Crosses, true)]
    [InlineData("POLYGON((114.4 30.5,115 30.5,115 30.6,114.4 30.6,114.4 30.5))", ShapeRelation.Touches, true)]
    [InlineData("POLYGON((114.35 30.5,115 30.5,115 30.6,114.35 30.6,114.35 30.5))", ShapeRelation.Overlaps, true)]
    [InlineData("MULTIPOLYGON(((114.3 30.5,114.4 30.5,114.4 30.6,114.3 30.6,114.3 30.5)))",
        ShapeRelation.Equals, true)]
    public void Matches_SquareOfWuhan_LiesAsAsked(string wkt, ShapeRelation relation, bool expected)
    {
        int at = 0;
        var query = WktText.Read(wkt, ref at, ResponseCrs.Crs84, out string? fault);

        Assert.Null(fault);
        Assert.Equal(wkt.Length, at);
        Assert.Equal(expected, query!.Matches(relation, Shape(Some.Square)));
    }

    [Theory]
    [InlineData("POLYGON((0 0,1 1,1 0,0 1,0 0))")]
    [InlineData("POLYGON((0 0,1 1,1 0))")]
    [InlineData("POLYGON((0 0,1 1,1 0,2 2))")]
    [InlineData("POINT(1)")]
    [InlineData("POINT(NaN 1)")]
    [InlineData("POINT(1e999 1)")]
    [InlineData("POINT(200 1)")]
    [InlineData("LINESTRING(1 1)")]
    [InlineData("GEOMETRYCOLLECTION(POINT(1 1))")]
    [InlineData("POLYGON EMPTY")]
    [InlineData("POLYGON((((((((((")]
    [InlineData("")]
    public void Read_BadText_NamesTheFault(string wkt)
    {
        int at = 0;
        var query = WktText.Read(wkt, ref at, ResponseCrs.Crs84, out string? fault);

        Assert.Null(query);
        Assert.NotEmpty(fault!);
    }

    private static FeatureShape Shape(string geometry) =>
        FeatureShape.Of(Some.Ingested(Some.Collection(geometry)).Features.Single());

    private static string Text(FeatureShape shape, ResponseCrs crs)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) GeoJsonGeometry.Write(json, shape, crs);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
