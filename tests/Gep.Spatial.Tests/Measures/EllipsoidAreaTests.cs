using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Gep.Spatial.Tests.Measures;

public class EllipsoidAreaTests
{
    private const double SeriesAccuracy = 1e-11;

    // Values: computed by the national survey's series rule on CGCS2000, vectors T-A1 to T-A6.
    [Theory]
    [InlineData("T-A1", 114, 30, 115, 31, 10642393438.7113)]
    [InlineData("T-A2", 114.3, 30.5, 114.4, 30.6, 106371614.656597)]
    [InlineData("T-A3", 114.30, 30.50, 114.31, 30.51, 1064199.23726242)]
    [InlineData("T-A7 half globe", 0, 0, 360, 90, 255032810857371)]
    public void SquareMetres_Cell_IsThatOfTheSurveySeries(
        string vector, double west, double south, double east, double north, double expected)
    {
        AssertClose(
            expected, EllipsoidArea.SquareMetres(Cell(west, south, east, north)), SeriesAccuracy, vector);
    }

    [Fact]
    public void SignedSquareMetres_EitherDirection_DiffersInSignOnly()
    {
        CoordinateSequence ring = Cell(114.3, 30.5, 114.4, 30.6).ExteriorRing.CoordinateSequence;
        CoordinateSequence reversed = ring.Reversed();

        AssertClose(106371614.656597, EllipsoidArea.SignedSquareMetres(ring), SeriesAccuracy, "T-A4");
        AssertClose(-106371614.656597, EllipsoidArea.SignedSquareMetres(reversed), SeriesAccuracy, "T-A4");
        Assert.Equal(EllipsoidArea.SquareMetres(ring), EllipsoidArea.SquareMetres(reversed));
    }

    [Fact]
    public void SquareMetres_Triangle_TakesTheMeanLongitudeOfEachEdge()
    {
        Polygon triangle = PolygonOf([(114.3, 30.5), (114.4, 30.5), (114.3, 30.6)]);
        AssertClose(53185807.3282984, EllipsoidArea.SquareMetres(triangle), SeriesAccuracy, "T-A5");
    }

    [Fact]
    public void SquareMetres_Hole_IsTakenAway()
    {
        Polygon hole = Cell(114.33, 30.53, 114.37, 30.57);
        Polygon ring = PlaneGeometry.Factory.CreatePolygon(
            (LinearRing)Cell(114.3, 30.5, 114.4, 30.6).ExteriorRing, [(LinearRing)hole.ExteriorRing]);

        AssertClose(17019460.160856, EllipsoidArea.SquareMetres(hole), SeriesAccuracy, "T-A6 hole");
        AssertClose(89352154.4957407, EllipsoidArea.SquareMetres(ring), SeriesAccuracy, "T-A6");
    }

    [Fact]
    public void SquareMetres_AgainstGaussKruger_IsSmallerByTheProjectionsError()
    {
        const string Cgcs2000 =
            """GEOGCS["CGCS2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],"""
            + """PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""";
        const string GaussKruger =
            $"""PROJCS["CM 114",{Cgcs2000},PROJECTION["Transverse_Mercator"],"""
            + """PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",114],"""
            + """PARAMETER["scale_factor",1],"""
            + """PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]""";
        var systems = new CoordinateSystemFactory();
        var transform = new CoordinateTransformationFactory().CreateFromCoordinateSystems(
            systems.CreateFromWkt(Cgcs2000), systems.CreateFromWkt(GaussKruger)).MathTransform;
        (double Lon, double Lat)[] square = [(114.3, 30.5), (114.4, 30.5), (114.4, 30.6), (114.3, 30.6)];
        Coordinate[] ring = [.. square.Append(square[0]).Select(at =>
        {
            (double x, double y) = transform.Transform(at.Lon, at.Lat);
            return new Coordinate(x, y);
        })];

        double planar = EllipsoidArea.SquareMetres(PlaneGeometry.Factory.CreatePolygon(ring));

        AssertClose(106374572.6608, planar, 1e-10, "T-A8");
        Assert.InRange(planar - EllipsoidArea.SquareMetres(Cell(114.3, 30.5, 114.4, 30.6)), 2957, 2959);
    }

    // Edges along parallels: closed form and densified equal-area projection agree. GeographicLib's
    // ellipsoid.
    [Theory]
    [InlineData(119, 28, 120, 29, 10850336759.03, 1e-11)]
    [InlineData(113.75, 22.4, 114.65, 22.9, 5122027107.72, 1e-11)]
    [InlineData(123, 53, 124, 54, 7385377018.60, 1e-11)]
    [InlineData(-180, -90, 180, 90, 510065621724088.5, 1e-9)]
    [InlineData(119.4, 28.4, 119.6, 28.6, 434018886.5, 1e-6)]
    public void SquareMetres_Cell_IsThatOfOtherPrograms(
        double west, double south, double east, double north, double expected, double accuracy)
    {
        AssertClose(expected, EllipsoidArea.SquareMetres(Cell(west, south, east, north)), accuracy, "oracle");
    }

    [Fact]
    public void SquareMetres_GeodesicHectare_IsOneHectareAsPrinted()
    {
        // The oracle prints one decimal; its perimeter, 0.65 mm short of 400 m, says 9999.967.
        const double PrintedTo = 0.05;
        Polygon hectare = PolygonOf(
        [
            (114.06, 22.55), (114.0609722025, 22.549999997062),
            (114.0609722025, 22.550903031284), (114.06, 22.550903034222),
        ]);
        Assert.Equal(10000.0, EllipsoidArea.SquareMetres(hectare), PrintedTo);
    }

    [Theory]
    [InlineData("POINT(1 1)")]
    [InlineData("LINESTRING(0 0, 9 9)")]
    [InlineData("POLYGON EMPTY")]
    public void SquareMetres_NoArea_IsZero(string wkt) =>
        Assert.Equal(0, EllipsoidArea.SquareMetres(Some.Wkt(wkt)));

    [Theory]
    [InlineData(114.3, 30.5)]
    [InlineData(-179.9999, -89.9)]
    [InlineData(0, 0)]
    [InlineData(180, 89.9)]
    public void ToLonLat_AfterFromLonLat_IsTheSamePlace(double longitude, double latitude)
    {
        Coordinate back = EqualAreaPlane.ToLonLat(EqualAreaPlane.FromLonLat(longitude, latitude));
        Assert.Equal(longitude, back.X, tolerance: 1e-10);
        Assert.Equal(latitude, back.Y, tolerance: 1e-10);
    }

    private static Polygon Cell(double west, double south, double east, double north) =>
        PolygonOf([(west, south), (east, south), (east, north), (west, north)]);

    private static Polygon PolygonOf((double Lon, double Lat)[] vertices) =>
        PlaneGeometry.Factory.CreatePolygon(
            [.. vertices.Append(vertices[0]).Select(at => EqualAreaPlane.FromLonLat(at.Lon, at.Lat))]);

    private static void AssertClose(double expected, double actual, double relative, string what) =>
        Assert.True(
            Math.Abs(actual - expected) <= relative * Math.Abs(expected),
            $"{what}: expected {expected:R}, got {actual:R}");
}
