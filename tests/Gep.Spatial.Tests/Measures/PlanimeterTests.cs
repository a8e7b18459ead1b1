using System.Diagnostics;
using System.Globalization;
using Gep.Spatial.Crs;
using Gep.Spatial.Measures;
using Gep.Testing;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Measures;

/// <summary>Judged by GeographicLib's Planimeter and PROJ's cs2cs where they are installed.</summary>
public class PlanimeterTests
{
    [ToolFact("Planimeter", "geographiclib-tools")]
    public void SquareMetres_SmallPolygons_AreThoseOfPlanimeter()
    {
        const double Relative = 5e-9, GeodesicEdges = 1e-3, PlanimeterRounding = 2e-4;
        var random = new Random(4490);
        for (int i = 0; i < 20; i++)
        {
            double lon = 73.5 + 61 * random.NextDouble(), lat = 18 + 35 * random.NextDouble();
            (double Lon, double Lat)[] ring = [.. Enumerable.Range(0, 24).Select(k => (
                Math.Round(lon + 0.001 * Math.Cos(Math.PI * k / 12), 9),
                Math.Round(lat + 0.001 * Math.Sin(Math.PI * k / 12), 9)))];
            string input = string.Join('\n', ring.Select(at =>
                FormattableString.Invariant($"{at.Lat} {at.Lon}")));
            string[] words = Run("Planimeter", input, "-e", "6378137", "1/298.257222101", "-p", "10").Split(
                ' ');
            double expected = double.Parse(words[2], CultureInfo.InvariantCulture);
            Coordinate[] plane = [.. ring.Append(ring[0]).Select(at =>
                EqualAreaPlane.FromLonLat(at.Lon, at.Lat))];
            double actual = EllipsoidArea.SquareMetres(PlaneGeometry.Factory.CreatePolygon(plane));
            Assert.InRange(Math.Abs(actual - expected), 0, Math.Max(GeodesicEdges, Relative * expected));
            // Planimeter subtracts two numbers of 1e11 m² for each edge: its own rounding at this size.
            Assert.Equal(
                expected, GeodesicArea.SquareMetres(ring)!.Value, tolerance: Math.Max(PlanimeterRounding,
                    1e-9 * expected));
        }
    }

    [ToolFact("Planimeter", "geographiclib-tools")]
    public void SquareMetres_LargePolygons_AreThoseOfPlanimeter()
    {
        var random = new Random(4479);
        for (int i = 0; i < 20; i++)
        {
            double lon = 360 * random.NextDouble() - 180, lat = 120 * random.NextDouble() - 60;
            double size = Math.Pow(10, -2 + 3 * random.NextDouble());
            (double Lon, double Lat)[] ring = [.. Enumerable.Range(0, 7).Select(k => (
                Math.Round(lon + size * Math.Cos(2 * Math.PI * k / 7), 9),
                Math.Round(lat + size * Math.Sin(2 * Math.PI * k / 7), 9)))];
            string input = string.Join('\n', ring.Select(at =>
                FormattableString.Invariant($"{at.Lat} {at.Lon}")));
            string[] words = Run("Planimeter", input, "-e", "6378137", "1/298.257222101", "-p", "10").Split(
                ' ');
            double perimeter = double.Parse(words[1], CultureInfo.InvariantCulture);
            double expected = double.Parse(words[2], CultureInfo.InvariantCulture);
            Assert.Equal(expected, GeodesicArea.SquareMetres(ring)!.Value, tolerance: 1e-9 * expected);
            Assert.Equal(perimeter, GeodesicArea.PerimeterMetres(ring)!.Value, tolerance: 1e-9 * perimeter);
        }
    }

    [ToolFact("cs2cs", "proj-bin")]
    public void FromLonLat_EveryZone_IsThatOfCs2cs()
    {
        const double Millimetre = 1e-3;
        foreach (CoordinateSystem system in CoordinateSystem.All.Where(system =>
            system.EpsgCode is >= 4491 and <= 4554))
        {
            double meridian = Enumerable.Range(70, 80).First(lon => system.Reaches(lon)
                && !system.Reaches(lon - 5)) + 3;
            string input = FormattableString.Invariant($"30.5 {meridian}");
            string[] words = Run("cs2cs", input, "-f", "%.6f", "EPSG:4490", system.Code)
                .Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
            (double east, double north) = system.FromLonLat(meridian, 30.5);
            (double first, double second) = system.InAuthorityOrder(east, north);
            Assert.Equal(double.Parse(words[0], CultureInfo.InvariantCulture), first, Millimetre);
            Assert.Equal(double.Parse(words[1], CultureInfo.InvariantCulture), second, Millimetre);
        }
    }

    private static string Run(string program, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardInput.Write(input + "\n");
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
