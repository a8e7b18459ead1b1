using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Tests.Crs;

public class ProjectionTests
{
    private const double Millimetre = 1e-3;

    // PROJ 9.1.1, EPSG:4490 to Gauss-Krüger; northing before easting as the authority has it.
    [Theory]
    [InlineData(4547, 22.55, 114.06, 2494705.4215, 506171.5546)]
    [InlineData(4547, 30.5, 114.3, 3375580.0002, 528799.7425)]
    [InlineData(4547, 31.2, 112.6, 3453993.1439, 366567.7013)]
    [InlineData(4547, 30, 114, 3320113.3978, 500000)]
    [InlineData(4547, 40, 115.5, 4430606.9516, 628093.3590)]
    [InlineData(4526, 22.55, 114.06, 2494705.4215, 38506171.5546)]
    [InlineData(4549, 28.45, 119.92, 3148314.7447, 492163.9806)]
    [InlineData(4549, 28, 121, 3098844.7652, 598364.6809)]
    [InlineData(4549, 30.25, 118.5, 3348779.2273, 355626.5378)]
    [InlineData(4526, 30.6, 114.3, 3386666.2506, 38528770.2373)]
    [InlineData(4547, 31.36, 115.05, 3471364.8729, 599903.3590)]
    public void FromLonLat_GaussKrueger_IsThatOfProj(
        int code, double latitude, double longitude, double northing, double easting)
    {
        CoordinateSystem system = Find(code);
        (double east, double north) = system.FromLonLat(longitude, latitude);
        (double first, double second) = system.InAuthorityOrder(east, north);
        Assert.Equal(northing, first, Millimetre);
        Assert.Equal(easting, second, Millimetre);
        (double lon, double lat) = system.ToLonLat(easting, northing);
        Assert.Equal(longitude, lon, tolerance: 1e-8);
        Assert.Equal(latitude, lat, tolerance: 1e-8);
    }

    // OSGeo/PROJ test/gie: tmerc on GRS80.
    [Theory]
    [InlineData(2, 1, 222650.796797586, 110642.229411933)]
    [InlineData(30, 89.9999, 5.584698978, 10001956.056248082)]
    [InlineData(44.69, 35.37, 4168136.489446198, 4985511.302287407)]
    public void Forward_FarFromTheMeridian_IsThatOfGie(double lon, double lat, double x, double y)
    {
        var projection = new TransverseMercator(6378137, 298.257222101, 0, 1, 0, 0);
        (double east, double north) = projection.Forward(lon, lat);
        Assert.Equal(x, east, tolerance: 1e-6);
        Assert.Equal(y, north, tolerance: 1e-6);
    }

    [Fact]
    public void All_CodesOfCgcs2000_AreThere()
    {
        int[] codes = [.. Enumerable.Range(4491, 64), 4490, 4326, 3857, 32649, 32650, 32750];
        Assert.All(codes, code => Assert.True(CoordinateSystem.TryFind($"EPSG:{code}", out _), $"{code}"));
        Assert.Equal(AxisOrder.NorthEast, Find(4547).Axes);
        Assert.Equal(AxisOrder.EastNorth, Find(32650).Axes);
    }

    [Fact]
    public void ToLonLat_EverySystem_ComesBack()
    {
        foreach (CoordinateSystem system in CoordinateSystem.All.Where(system => system.Reaches(114)))
        {
            (double east, double north) = system.FromLonLat(114.3, 30.5);
            (double lon, double lat) = system.ToLonLat(east, north);
            Assert.Equal(114.3, lon, tolerance: 1e-10);
            Assert.Equal(30.5, lat, tolerance: 1e-10);
        }
    }

    [Theory]
    [InlineData(4490, 528799.7, 3375580.0, LayerProblemCode.CrsUnitMismatch)]
    [InlineData(4490, 38528799.7, 3375580.0, LayerProblemCode.CrsUnitMismatch)]
    [InlineData(4490, 12723817.8, 3570000.0, LayerProblemCode.CrsUnitMismatch)]
    [InlineData(4490, 30.5, 114.3, LayerProblemCode.LongitudeLatitudeSwapped)]
    [InlineData(4547, 114.3, 30.5, LayerProblemCode.CrsUnitMismatch)]
    [InlineData(4547, 3375580.0, 528799.7, LayerProblemCode.AxesSwapped)]
    [InlineData(4547, 1500000, 3375580.0, LayerProblemCode.OutsideZone)]
    [InlineData(3857, 1e9, 3e6, LayerProblemCode.CoordinateOutOfRange)]
    public void Ingest_CoordinatesOfAnotherSystem_AreNamed(
        int code, double x, double y, LayerProblemCode expected)
    {
        string square = FormattableString.Invariant(
            $$"""{"type":"Polygon","coordinates":[[[{{x}},{{y}}],[{{x + 1}},{{y}}],[{{x}},{{y + 1}}],[{{x}},{{y}}]]]}""");
        IngestedLayer layer = Some.Ingested(
            Some.Collection(square), new LayerManifest("parcels", "parcels.geojson", Find(code)));
        Assert.Equal(expected, Assert.Single(layer.Problems).Code);
        Assert.Empty(layer.Features);
    }

    [Fact]
    public void Ingest_GaussKruegerSquare_HasTheAreaOfTheEllipsoid()
    {
        (double Lon, double Lat)[] corners =
            [(114.3, 30.5), (114.4, 30.5), (114.4, 30.6), (114.3, 30.6), (114.3, 30.5)];
        foreach (int code in new[] { 4547, 4526, 3857, 32650 })
        {
            CoordinateSystem system = Find(code);
            string positions = string.Join(',', corners.Select(at =>
            {
                (double east, double north) = system.FromLonLat(at.Lon, at.Lat);
                return FormattableString.Invariant($"[{east:R},{north:R}]");
            }));
            IngestedLayer layer = Some.Ingested(
                Some.Collection($$"""{"type":"Polygon","coordinates":[[{{positions}}]]}"""),
                new LayerManifest("parcels", "parcels.geojson", system));
            Assert.Equal(106371614.656597, Assert.Single(layer.Features).SquareMetres, tolerance: 0.01);
        }
    }

    [Fact]
    public void Ingest_Gcj02_IsCarriedBack()
    {
        (double lon, double lat) = Gcj02.FromWgs84(114.3, 30.5);
        (double backLon, double backLat) = Gcj02.ToWgs84(lon, lat);
        Assert.Equal(114.3, backLon, tolerance: 1e-10);
        Assert.Equal(30.5, backLat, tolerance: 1e-10);
        Assert.True(CoordinateSystem.TryFind("gcj-02", out CoordinateSystem? found));
        Assert.Same(CoordinateSystem.Gcj02, found);
    }

    private static CoordinateSystem Find(int code) =>
        CoordinateSystem.TryFind($"EPSG:{code}", out CoordinateSystem? found)
            ? found
            : throw new ArgumentOutOfRangeException(nameof(code));
}
