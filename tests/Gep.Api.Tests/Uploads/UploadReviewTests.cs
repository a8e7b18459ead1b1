using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gep.Api.Tests.Persistence;
using Gep.Spatial.Crs;
using Gep.Testing;

namespace Gep.Api.Tests.Uploads;

/// <summary>What a review says of files good and bad; nothing is accepted here.</summary>
[Collection(StoreTests.Name)]
public sealed partial class UploadReviewTests(TinyService tiny) : IClassFixture<TinyService>
{
    private const string Position = "[114.12, 30.55]";

    [StoreFact]
    public async Task Review_OfALargerLake_MeasuresBothByClass()
    {
        var upload = await ReviewAsync(UploadSteps.Waters(Position, "[114.12, 30.56]"));
        var review = upload.GetProperty("review");

        Assert.Equal("READY", upload.GetProperty("state").GetString());
        Assert.Equal(2, review.GetProperty("before").GetProperty("featureCount").GetInt32());
        Assert.Equal("km²", review.GetProperty("after").GetProperty("area").GetProperty("unit").GetString());
        var lake = review.GetProperty("classes").EnumerateArray()
            .Single(each => each.GetProperty("code").GetString() == "WET/lake");
        Assert.True(AreaOf(lake, "areaAfter") > AreaOf(lake, "areaBefore"));
        var marsh = review.GetProperty("classes").EnumerateArray()
            .Single(each => each.GetProperty("code").GetString() == "WET/marsh");
        Assert.Equal(AreaOf(marsh, "areaBefore"), AreaOf(marsh, "areaAfter"));
        Assert.Equal(2, review.GetProperty("accounts").GetArrayLength());
        var shown = review.GetProperty("map").GetProperty("features");
        Assert.Equal(
            [("W1", "WET/lake"), ("W2", "WET/marsh")],
            shown.EnumerateArray().Select(feature => feature.GetProperty("properties")).Select(each =>
                (each.GetProperty("id").GetString(), each.GetProperty("class").GetString())));
        Assert.Contains(
            "[114.12,30.56]", shown[0].GetProperty("geometry").ToString(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Review_OfARingThatCrossesItself_ShowsPlaceAndMovedArea()
    {
        var review = (await ReviewAsync(UploadSteps.Waters(
            "[114.08, 30.52], [114.12, 30.52], [114.12, 30.55], [114.08, 30.55]",
            "[114.08, 30.52], [114.12, 30.55], [114.12, 30.52], [114.08, 30.55]"))).GetProperty("review");

        Assert.Equal(1, review.GetProperty("repairCount").GetInt32());
        var finding = review.GetProperty("findings").EnumerateArray()
            .First(each => each.GetProperty("code").GetString() == "geometry-invalid-repaired");
        Assert.Equal("W1", finding.GetProperty("featureId").GetString());
        Assert.Equal(1, finding.GetProperty("feature").GetInt64());
        Assert.Equal(114.1, finding.GetProperty("longitude").GetDouble(), 1e-6);
        Assert.Equal(30.535, finding.GetProperty("latitude").GetDouble(), 1e-4);
        Assert.Equal("m²", finding.GetProperty("moved").GetProperty("unit").GetString());
        Assert.True(finding.GetProperty("moved").GetProperty("amount").GetDouble() > 1);
        Assert.Equal("WARNING", review.GetProperty("map").GetProperty("features")[0]
            .GetProperty("properties").GetProperty("finding").GetString());
        Assert.Contains(
            review.GetProperty("places").GetProperty("features").EnumerateArray(),
            place => place.GetProperty("properties").GetProperty("featureId").GetString() == "W1");
    }

    [StoreFact]
    public async Task Review_OfSwappedAxes_IsRefusedAndSaysSo()
    {
        var upload = await ReviewAsync(Moved(position => (position.Latitude, position.Longitude)));
        var review = upload.GetProperty("review");

        Assert.Equal("REFUSED", upload.GetProperty("state").GetString());
        Assert.Contains("longitude-latitude-swapped", CodesOf(review, "suspicions"));
        Assert.Empty(review.GetProperty("accounts").EnumerateArray());
    }

    [StoreFact]
    public async Task Review_OfALayerInGcj02_SuspectsIt()
    {
        Assert.True(CoordinateSystem.TryFind("GCJ-02", out var gcj02));
        MemoryStream InGcj02() => Moved(
            position => gcj02!.FromLonLat(position.Longitude, position.Latitude), "forests.ndjson");

        var review = (await ReviewAsync(InGcj02(), "forests.ndjson")).GetProperty("review");
        var declared = (await ReviewAsync(InGcj02(), "forests.ndjson", "GCJ-02")).GetProperty("review");

        Assert.Contains("gcj02-suspected", CodesOf(review, "suspicions"));
        Assert.DoesNotContain("gcj02-suspected", CodesOf(declared, "suspicions"));
    }

    [StoreFact]
    public async Task Review_OfALayerOfAnotherCity_WarnsThatItIsElsewhere()
    {
        var review = (await ReviewAsync(Moved(position => (position.Longitude + 5, position.Latitude))))
            .GetProperty("review");

        Assert.Contains("layer-elsewhere", CodesOf(review, "suspicions"));
    }

    [StoreFact]
    public async Task Review_OfAnUnknownType_PointsAtItsFeature()
    {
        var upload = await ReviewAsync(UploadSteps.Waters("WET/marsh", "WET/swamp"));

        Assert.Equal("REFUSED", upload.GetProperty("state").GetString());
        var finding = upload.GetProperty("review").GetProperty("findings")[0];
        Assert.Equal("ecosystem-type-unknown", finding.GetProperty("code").GetString());
        Assert.Equal("W2", finding.GetProperty("featureId").GetString());
        Assert.InRange(finding.GetProperty("longitude").GetDouble(), 114.15, 114.17);
    }

    [StoreTheory]
    [InlineData("not-json.geojson")]
    [InlineData("crs-unit-mismatch.geojson")]
    [InlineData("geometry-missing.gpkg")]
    [InlineData("feature-malformed.ndjson")]
    [InlineData("archive-refused.zip")]
    public async Task Review_OfABrokenFile_NamesWhatIsWrong(string name)
    {
        byte[] bytes = await File.ReadAllBytesAsync(Repository.PathOf("tests", "bad-input", name));

        var upload = await ReviewAsync(new MemoryStream(bytes), name);

        Assert.Equal("REFUSED", upload.GetProperty("state").GetString());
        Assert.Contains(
            Path.GetFileNameWithoutExtension(name), CodesOf(upload.GetProperty("review"), "findings"));
    }

    private async Task<JsonElement> ReviewAsync(
        Stream file, string name = "waters.geojson", string? crs = null)
    {
        var service = await tiny.GetAsync();
        string id = await UploadSteps.SendAsync(
            service.Graph, name == "forests.ndjson" ? "forests" : "waters", file, Guid.NewGuid().ToString(),
            name, crs);
        var upload = await UploadSteps.ShowAsync(service.Graph, id);
        await UploadSteps.RejectAsync(service.Graph, id);
        return upload;
    }

    /// <summary>A layer of the tiny workspace, each position moved.</summary>
    private static MemoryStream Moved(
        Func<(double Longitude, double Latitude), (double Longitude, double Latitude)> move,
        string name = "waters.geojson")
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "workspaces", "tiny", "layers", name));
        return new MemoryStream(Encoding.UTF8.GetBytes(Pair().Replace(text, match =>
        {
            var (longitude, latitude) = move((Number(match.Groups[1]), Number(match.Groups[2])));
            return string.Create(CultureInfo.InvariantCulture, $"[{longitude:R}, {latitude:R}]");
        })));
    }

    private static double Number(Group digits) => double.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static double AreaOf(JsonElement change, string name) =>
        change.GetProperty(name).GetProperty("amount").GetDouble();

    private static List<string> CodesOf(JsonElement review, string list) =>
        [.. review.GetProperty(list).EnumerateArray().Select(each => each.GetProperty("code").GetString()!)];

    [GeneratedRegex(@"\[([0-9.]+), ([0-9.]+)\]")]
    private static partial Regex Pair();
}
