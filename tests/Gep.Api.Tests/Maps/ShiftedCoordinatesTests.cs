using System.Globalization;
using System.Text.Json;
using Gep.Spatial.Crs;
using Gep.Spatial.Features;
using Gep.Testing;

namespace Gep.Api.Tests.Maps;

/// <summary>Features in GCJ-02, for the maps of Chinese providers.</summary>
[Collection(WuhanServiceTests.Name)]
public class ShiftedCoordinatesTests(WuhanService service)
{
    private const double MetresPerDegree = 111_320, MillimetreInMetres = 0.001;

    private static readonly string Shifted = ResponseCrs.Shifted.Uri;

    [Theory]
    [InlineData("/ogc/collections/districts/items?limit=20")]
    [InlineData("/ogc/collections/parcels/items?limit=200&ecosystem_type=WET/lake")]
    [InlineData("/ogc/collections/districts/items/420106?")]
    public async Task Features_InGcj02_AreShiftedAndComeBackWithinAMillimetre(string path)
    {
        var plain = Positions(await service.JsonAsync(path));
        using var answer = await service.GetAsync($"{path}&crs={Shifted}");
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var shifted = Positions(document.RootElement);

        Assert.Equal($"<{Shifted}>", answer.Headers.GetValues("Content-Crs").Single());
        Assert.Equal(plain.Count, shifted.Count);
        for (int place = 0; place < plain.Count; place++)
        {
            var back = Gcj02.ToWgs84(shifted[place].Longitude, shifted[place].Latitude);
            Assert.InRange(Metres(back, plain[place]), 0, MillimetreInMetres);
            Assert.InRange(Metres(shifted[place], plain[place]), 300, 900);
        }
    }

    /// <summary>A pair that public implementations agree on, through the service's own system.</summary>
    [Fact]
    public void FromLonLat_KnownPoint_IsThatOfThePublicFormula()
    {
        (double longitude, double latitude) = ResponseCrs.Shifted.FromLonLat(116.404, 39.915);

        Assert.Equal(116.41024449916938, longitude, tolerance: 1e-9);
        Assert.Equal(39.91640428150164, latitude, tolerance: 1e-9);
    }

    [Fact]
    public async Task Collections_WithShapes_ListTheSystem()
    {
        var collection = await service.JsonAsync("/ogc/collections/districts");

        Assert.Contains(
            Shifted, collection.GetProperty("crs").EnumerateArray().Select(uri => uri.GetString()));
        Assert.NotEqual(Shifted, collection.GetProperty("storageCrs").GetString());
    }

    [Fact]
    public async Task BoxAndFilter_InGcj02_FindWhatTheUnshiftedOnesFind()
    {
        var (west, south) = Gcj02.FromWgs84(114.3, 30.5);
        var (east, north) = Gcj02.FromWgs84(114.4, 30.6);
        string box = string.Create(
            CultureInfo.InvariantCulture, $"{west:R},{south:R},{east:R},{north:R}");

        int plain = await service.CountAsync("parcels", "S_INTERSECTS(geometry, BBOX(114.3,30.5,114.4,30.6))");
        var byBox = await service.JsonAsync(
            $"/ogc/collections/parcels/items?limit=1&bbox={box}&bbox-crs={Shifted}");
        string filter = Uri.EscapeDataString($"S_INTERSECTS(geometry, BBOX({box}))");
        var byFilter = await service.JsonAsync(
            $"/ogc/collections/parcels/items?limit=1&filter={filter}&filter-crs={Shifted}");

        Assert.True(plain > 0);
        Assert.Equal(plain, byBox.GetProperty("numberMatched").GetInt32());
        Assert.Equal(plain, byFilter.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task FeatureCollection_InGcj02_IsThatOfTheFeatures()
    {
        var items = await service.JsonAsync($"/ogc/collections/districts/items?limit=20&crs={Shifted}");
        var data = await service.DataAsync(
            "{ featureCollection(collection: \"districts\", properties: [\"name\"], crs: \"" + Shifted
            + "\") }");
        var unknown = await service.GraphQLAsync(
            "{ featureCollection(collection: \"districts\", crs: \"EPSG:1\") }");

        var collection = data.GetProperty("featureCollection");
        Assert.Equal(Shifted, collection.GetProperty("crs").GetString());
        Assert.Equal(Positions(items), Positions(collection));
        Assert.Contains(Shifted, unknown.GetProperty("errors").ToString(), StringComparison.Ordinal);
    }

    [GdalFact]
    public void Ogrinfo_CollectionWithASystemItDoesNotKnow_ReadsItWithoutAWord()
    {
        var run = OutsideProgram.Run(
            null, "ogrinfo", ["-ro", "-so", $"OAPIF:{service.Base}/ogc", "districts"]);

        Assert.True(run is { ExitCode: 0 }, run?.Errors);
        Assert.Equal("", run!.Errors);
        Assert.Contains("Feature Count: 13", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Every position of a feature or collection, in order.</summary>
    private static List<(double Longitude, double Latitude)> Positions(JsonElement json)
    {
        var features = json.TryGetProperty("features", out var many)
            ? many.EnumerateArray().ToArray() : [json];
        var positions = new List<(double, double)>();
        foreach (var feature in features) Add(feature.GetProperty("geometry").GetProperty("coordinates"));
        return positions;

        void Add(JsonElement array)
        {
            if (array[0].ValueKind == JsonValueKind.Number)
                positions.Add((array[0].GetDouble(), array[1].GetDouble()));
            else foreach (var part in array.EnumerateArray()) Add(part);
        }
    }

    private static double Metres(
        (double Longitude, double Latitude) one, (double Longitude, double Latitude) other)
    {
        double east = (one.Longitude - other.Longitude) * Math.Cos(one.Latitude * Math.PI / 180);
        return MetresPerDegree * Math.Sqrt(
            east * east + (one.Latitude - other.Latitude) * (one.Latitude - other.Latitude));
    }
}
