using Gep.Spatial.Measures;

namespace Gep.Spatial.Tests.Measures;

/// <summary>Areas and lengths of GeographicLib's test suite and of its Planimeter.</summary>
public class GeodesicAreaTests
{
    private const double Relative = 1e-9, PrintedTo = 0.5;

    // Latitude before longitude, as GeographicLib prints it; perimeter [m], area [m²].
    [Theory]
    [InlineData("pole", "89,0 89,90 89,180 89,270", 631819.8745, 24952305678)]
    [InlineData("octant", "90,0 0,0 0,90", 30022685.6300, 63758202715511)]
    [InlineData("half about the pole", "89,.1 89,90.1 89,-179.9", 539297.6671, 12476152839)]
    [InlineData("pole twice", "89,0 89,120 89,240 89,0 89,120 89,240", 1160741.9595, 32415230257)]
    [InlineData("triangle", "2,1 1,2 3,3", 652827.2022, 18454562325.45119)]
    [InlineData("degree cell", "50,3 50,4 51,4 51,3", 364369.720880, 7892061583.206543)]
    [InlineData("28 N", "28,119 28,120 29,120 29,119", 417455.3633, 10850425162.5)]
    [InlineData("Shenzhen", "22.4,113.75 22.4,114.65 22.9,114.65 22.9,113.75", null, 5122086082.8)]
    [InlineData("53 N", "53,123 53,124 54,124 54,123", null, 7385201238)]
    [InlineData("antimeridian", "10,179 10,-179 12,-179 12,179", 879542.4892, 48357252007)]
    [InlineData("the same elsewhere", "10,1 10,3 12,3 12,1", 879542.4892, 48357252007)]
    [InlineData("hole", "28.4,119.4 28.4,119.6 28.6,119.6 28.6,119.4", null, 434018886.5)]
    public void SquareMetres_PolygonOfTheSuite_IsThatOfGeographicLib(
        string name, string text, double? perimeter, double expected)
    {
        (double, double)[] ring = Ring(text);
        double area = GeodesicArea.SquareMetres(ring)!.Value;
        double tolerance = Math.Max(Relative * expected, expected > 1e10 ? PrintedTo : 0.05);
        Assert.True(Math.Abs(area - expected) <= tolerance, $"{name}: {area:R} for {expected:R}");
        if (perimeter is { } metres)
            Assert.Equal(metres, GeodesicArea.PerimeterMetres(ring)!.Value, tolerance: 1e-9 * metres);
    }

    [Fact]
    public void SquareMetres_Hectare_IsOneHectare()
    {
        (double, double)[] ring = Ring(
            "22.55,114.06 22.549999997062,114.0609722025 22.550903031284,114.0609722025 22.550903034222,114.06");
        Assert.Equal(10000.0, GeodesicArea.SquareMetres(ring)!.Value, tolerance: 0.05);
        Assert.Equal(399.999349, GeodesicArea.PerimeterMetres(ring)!.Value, tolerance: 1e-6);
    }

    [Fact]
    public void SquareMetres_SliverAroundHalfTheEarth_IsNothing()
    {
        (double, double)[] ring = Ring("9,-1e-14 9,180 9,0");
        Assert.InRange(
            GeodesicArea.SquareMetres(ring)!.Value, 0, 1e-9 * GeodesicArea.EllipsoidSquareMetres);
        Assert.Equal(36026861.8077, GeodesicArea.PerimeterMetres(ring)!.Value,
            tolerance: 1e-9 * 36026861.8077);
    }

    [Fact]
    public void SignedSquareMetres_Reversed_IsTheOutsideWithItsSign()
    {
        (double, double)[] ring = Ring("2,1 1,2 3,3");
        double inside = GeodesicArea.SignedSquareMetres(ring)!.Value;
        Assert.True(inside > 0);
        Assert.Equal(-inside, GeodesicArea.SignedSquareMetres([.. ring.Reverse()])!.Value, tolerance: 1e-3);
        Assert.Equal(
            510047167161763, GeodesicArea.EllipsoidSquareMetres - inside, tolerance: 1e-9 * 510047167161763);
        Assert.Equal(
            510065621724088.5, GeodesicArea.EllipsoidSquareMetres, tolerance: 1e-9 * 510065621724088.5);
    }

    [Fact]
    public void SquareMetres_PlacesOppositeEachOther_IsNotGuessed() =>
        Assert.Null(GeodesicArea.SquareMetres(Ring("0,0 0,179.9 1,90")));

    // Rhumb edges of Wyoming run along meridians and parallels: 41 to 45 N, 104:3 to 111:3 W.
    [Fact]
    public void SquareMetres_RhumbEdges_AreThoseOfTheEqualAreaPlane()
    {
        const double West = -111.05, East = -104.05;
        double plane = SurveyArea((West, 41), (East, 41), (East, 45), (West, 45));
        Assert.Equal(253588376329, plane, tolerance: Relative * 253588376329);
    }

    // The survey's vectors T-A1 to T-A7: the printed series, and the closed form beside it.
    [Theory]
    [InlineData("T-A1", "30,114 30,115 31,115 31,114", 10642393438.7113, 10642393438.7123)]
    [InlineData("T-A2", "30.5,114.3 30.5,114.4 30.6,114.4 30.6,114.3", 106371614.656597, 106371614.656607)]
    [InlineData("T-A3", "30.50,114.30 30.50,114.31 30.51,114.31 30.51,114.30", 1064199.23726242,
        1064199.23726251)]
    [InlineData("T-A5", "30.5,114.3 30.5,114.4 30.6,114.3", 53185807.3282984, null)]
    [InlineData("T-A6 hole", "30.53,114.33 30.53,114.37 30.57,114.37 30.57,114.33", 17019460.160856, null)]
    [InlineData("T-A7", "0,0 0,360 90,360 90,0", 255032810857371.0, 255032810859246.0)]
    public void SquareMetres_SurveyVector_IsThatOfSeriesAndClosedForm(
        string vector, string text, double series, double? exact)
    {
        const double SeriesAccuracy = 1e-12, LeastPrinted = 5e-13;
        (double Lon, double Lat)[] ring = Ring(text);
        double bySeries = SurveySeriesArea.SquareMetres(ring), byPlane = SurveyArea(ring);
        Assert.True(Math.Abs(bySeries - series) <= SeriesAccuracy * series, $"{vector}: series {bySeries:R}");
        if (exact is { } closed)
            Assert.True(Math.Abs(byPlane - closed) <= (SeriesAccuracy
                + LeastPrinted) * closed, $"{vector}: {byPlane:R}");
        bool isParcel = series < 1e12;
        if (isParcel) Assert.True(Math.Abs(byPlane - bySeries) <= SeriesAccuracy * series,
            $"{vector}: {byPlane:R}");
        Assert.Equal(
            -SurveySeriesArea.SignedSquareMetres(ring),
            SurveySeriesArea.SignedSquareMetres([.. ring.Reverse()]), tolerance: SeriesAccuracy * series);
    }

    [Fact]
    public void SquareMetres_SmallParcel_DiffersLittleFromTheSurveys()
    {
        (double, double)[] ring = Ring("30.5,114.3 30.5,114.31 30.51,114.31 30.51,114.3");
        Assert.Equal(SurveyArea(ring), GeodesicArea.SquareMetres(ring)!.Value, tolerance: 0.1);
    }

    private static double SurveyArea(params (double Lon, double Lat)[] ring) => EllipsoidArea.SquareMetres(
        PlaneGeometry.Factory.CreatePolygon(
            [.. ring.Append(ring[0]).Select(at => EqualAreaPlane.FromLonLat(at.Lon, at.Lat))]));

    private static (double Lon, double Lat)[] Ring(string text) => [.. text.Split(' ').Select(pair =>
    {
        string[] words = pair.Split(',');
        return (Number(words[1]), Number(words[0]));
    })];

    private static double Number(string text) =>
        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
