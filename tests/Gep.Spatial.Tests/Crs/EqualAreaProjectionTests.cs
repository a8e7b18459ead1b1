using Gep.Spatial.Crs;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Crs;

/// <summary>Values of PROJ's gie files, of GIGS, and of PROJ 9.1.1 for China's Albers plane.</summary>
public class EqualAreaProjectionTests
{
    private const double Millimetre = 1e-3, GigsMetres = 0.05, GigsMercatorMetres = 0.03;

    [Theory]
    [InlineData(2, 1, 222571.608757106, 110653.326743030)]
    [InlineData(2, -1, 222706.306508391, -110484.267144400)]
    [InlineData(150, 50, 16468399.3582, 5275043.9815)]
    public void Forward_AlbersNearTheEquator_IsThatOfGie(double lon, double lat, double x, double y) =>
        AssertNear(x, y, new AlbersEqualArea(0, 2, 0, 0).Forward(lon, lat), Millimetre);

    [Theory]
    [InlineData(105, 35, 0, 3734810.8182)]
    [InlineData(120, 30, 1424561.0257, 3279461.7033)]
    [InlineData(114.06, 22.55, 937972.3995, 2386489.3091)]
    [InlineData(119.92, 28.45, 1443014.0287, 3106656.7390)]
    [InlineData(126, 45, 1632133.6461, 5035630.3564)]
    [InlineData(110, 25, 504537.1072, 2626681.1604)]
    public void Forward_AlbersOfChina_IsThatOfProj(double lon, double lat, double x, double y)
    {
        (double east, double north) = AlbersEqualArea.China.Forward(lon, lat);
        Assert.Equal(x, east, Millimetre);
        Assert.Equal(y, north, Millimetre);
    }

    [Theory]
    [InlineData(132, -27, 0, -2926820.89)]
    [InlineData(140, 0, 966973.98, -30285.6)]
    [InlineData(140, -20, 832799.36, -2170181.93)]
    [InlineData(140, -40, 693250.21, -4395794.49)]
    [InlineData(150, -60, 1273067.747, -6476375.276)]
    public void Forward_AlbersOfAustralia_IsThatOfGigs(double lon, double lat, double x, double y) =>
        AssertNear(x, y, new AlbersEqualArea(-18, -36, 0, 132).Forward(lon, lat), GigsMetres);

    [Fact]
    public void Forward_Azimuthal_IsThatOfGie() => AssertNear(
        222602.471450095, 110589.827224410, new LambertAzimuthalEqualArea(0, 0).Forward(2, 1), Millimetre);

    [Fact]
    public void FromLonLat_CylindricalPlane_IsThatOfGie()
    {
        Coordinate at = EqualAreaPlane.FromLonLat(2, 1);
        AssertNear(222638.981586547, 110568.812396267, (at.X, at.Y), Millimetre);
    }

    [Theory]
    [InlineData(-63.9997361, 40.0003081, 5158399.999, 14439199.99)]
    [InlineData(-63.9996186, .0003092, 5054400.005, 10002000.0)]
    public void Forward_TransverseMercatorOfArgentina_IsThatOfGigs(double lon, double lat, double x, double y)
    {
        const double QuarterMeridian = 10001965.7293;
        var projection = new TransverseMercator(6378137, 298.257222101, -60, 1, 5_500_000, QuarterMeridian);
        AssertNear(x, y, projection.Forward(lon, lat), GigsMercatorMetres);
    }

    private static void AssertNear(double x, double y, (double X, double Y) actual, double tolerance)
    {
        Assert.Equal(x, actual.X, tolerance);
        Assert.Equal(y, actual.Y, tolerance);
    }
}
