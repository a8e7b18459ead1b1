using System.Text.RegularExpressions;
using Gep.Testing;

namespace Gep.Api.Tests.Maps;

/// <summary>GDAL's driver of OGC API – Features lists, counts, filters and pages what is served.</summary>
[Collection(WuhanServiceTests.Name)]
public partial class GdalTests(WuhanService service)
{
    [GdalFact]
    public void Ogrinfo_List_NamesEveryCollection()
    {
        string list = Ogrinfo("-so").Output;

        foreach (var collection in service.Snapshot.Maps.Collections)
            Assert.Contains($": {collection.Id} ", list, StringComparison.Ordinal);
    }

    [GdalFact]
    public void Ogrinfo_Count_IsThatOfTheCollection()
    {
        Assert.Equal(13, Count("districts"));
        Assert.Equal(service.Snapshot.Maps.Find("parcels")!.Features.Length, Count("parcels"));
    }

    [GdalFact]
    public async Task Ogrinfo_AttributeAndBox_FilterAsTheServiceDoes()
    {
        int lakes = await service.CountAsync("parcels", "ecosystem_type = 'WET/lake'");
        int inBox = await service.CountAsync("parcels",
            "S_INTERSECTS(geometry, BBOX(114.3,30.5,114.4,30.6))");

        Assert.Equal(lakes, Count("parcels", "-where", "ecosystem_type = 'WET/lake'"));
        Assert.Equal(1, Count("districts", "-where", "name = '江夏区'"));
        Assert.Equal(inBox, Count("parcels", "-spat", "114.3", "30.5", "114.4", "30.6"));
    }

    [GdalFact]
    public void Ogrinfo_AllFeatures_ArePagedAndWhole()
    {
        string text = Ogrinfo("-al", "-q", "-geom=NO", "-oo", "PAGE_SIZE=500", "forests").Output;
        var ids = FeatureId().Matches(text).Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(service.Snapshot.Maps.Find("forests")!.Features.Length, ids.Length);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    private int Count(string collection, params string[] filter)
    {
        string text = Ogrinfo(["-so", .. filter, collection]).Output;
        return int.Parse(FeatureCount().Match(text).Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture);
    }

    private OutsideProgram Ogrinfo(params string[] arguments)
    {
        string[] options = arguments[^1].StartsWith('-') ? arguments : arguments[..^1];
        string[] layer = arguments[^1].StartsWith('-') ? [] : arguments[^1..];
        var run = OutsideProgram.Run(
            null, "ogrinfo", ["-ro", .. options, $"OAPIF:{service.Base}/ogc", .. layer]);
        Assert.True(run is { ExitCode: 0 }, run?.Errors);
        return run!;
    }

    [GeneratedRegex(@"Feature Count: (\d+)")]
    private static partial Regex FeatureCount();

    [GeneratedRegex(@"\n  id \(String\) = (\S+)")]
    private static partial Regex FeatureId();
}
