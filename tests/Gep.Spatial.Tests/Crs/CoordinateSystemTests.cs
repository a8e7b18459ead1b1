using Gep.Spatial.Crs;

namespace Gep.Spatial.Tests.Crs;

public class CoordinateSystemTests
{
    [Theory]
    [InlineData("EPSG:4490", 4490)]
    [InlineData("4490", 4490)]
    [InlineData("epsg:4326", 4326)]
    [InlineData(" urn:ogc:def:crs:EPSG::4490 ", 4490)]
    [InlineData("urn:ogc:def:crs:EPSG:9.9:4326", 4326)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 4326)]
    [InlineData("OGC:CRS84", 4326)]
    public void TryFind_KnownName_IsFound(string text, int epsgCode)
    {
        Assert.True(CoordinateSystem.TryFind(text, out CoordinateSystem? found));
        Assert.Equal(epsgCode, found.EpsgCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("EPSG:")]
    [InlineData("EPSG:4555")]
    [InlineData("ESRI:4490")]
    [InlineData("WGS84")]
    [InlineData("EPSG:04490")]
    public void TryFind_OtherName_IsNot(string? text) => Assert.False(CoordinateSystem.TryFind(text, out _));
}
