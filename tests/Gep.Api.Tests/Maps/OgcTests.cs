using System.Globalization;
using System.Net;
using System.Text.Json;
using Gep.Accounting.Measures;

namespace Gep.Api.Tests.Maps;

[Collection(WuhanServiceTests.Name)]
public class OgcTests(WuhanService service)
{
    [Fact]
    public async Task Landing_Links_AllAnswerWithTheSameSnapshot()
    {
        var landing = await service.JsonAsync("/ogc");

        foreach (var link in landing.GetProperty("links").EnumerateArray())
        {
            using var answer = await service.GetAsync(link.GetProperty("href").GetString()!);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(service.Snapshot.Id, answer.Headers.GetValues("Gep-Snapshot").Single());
        }
        Assert.Equal(service.Snapshot.Id, landing.GetProperty("snapshot").GetString());
    }

    [Fact]
    public async Task Conformance_Names_WhatClientsLookFor()
    {
        var classes = (await service.JsonAsync("/ogc/conformance")).GetProperty("conformsTo")
            .EnumerateArray().Select(one => one.GetString()!).ToArray();

        foreach (string ending in new[]
            { "features-1/1.0/conf/core", "features-2/1.0/conf/crs", "conf/filter", "features-filter",
                "cql2-text", "basic-cql2" })
            Assert.Contains(classes, one => one.EndsWith(ending, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Collections_EachOne_HasItemsQueryablesAndItsOwnDocument()
    {
        var all = (await service.JsonAsync("/ogc/collections")).GetProperty("collections");

        Assert.Equal(13, all.GetArrayLength());
        foreach (var collection in all.EnumerateArray())
        {
            string id = collection.GetProperty("id").GetString()!;
            var own = await service.JsonAsync($"/ogc/collections/{id}");
            var items = await service.JsonAsync($"/ogc/collections/{id}/items?limit=3");
            var queryables = (await service.JsonAsync($"/ogc/collections/{id}/queryables"))
                .GetProperty("properties");
            Assert.Equal(collection.ToString(), own.ToString());
            Assert.Equal(3, items.GetProperty("numberReturned").GetInt32());
            foreach (var property in items.GetProperty("features")[0].GetProperty("properties")
                .EnumerateObject())
                Assert.True(queryables.TryGetProperty(property.Name, out _), $"{id}: {property.Name}");
        }
    }

    [Fact]
    public async Task Districts_Gep_IsThatOfTheAccount()
    {
        var features = (await service.JsonAsync("/ogc/collections/districts/items"))
            .GetProperty("features").EnumerateArray().ToArray();
        var account = service.Snapshot.Accounts[0].Report.Account;

        Assert.Equal(13, features.Length);
        Assert.Equal(account.Totals.Gep.Yuan, features.Sum(feature =>
            feature.GetProperty("properties").GetProperty("gep_yuan_2019").GetDecimal()));
        foreach (var feature in features)
        {
            decimal byService = feature.GetProperty("properties").EnumerateObject()
                .Where(each => each.Name.EndsWith("_yuan_2019", StringComparison.Ordinal)
                    && each.Name != "gep_yuan_2019" && each.Value.ValueKind == JsonValueKind.Number)
                .Sum(each => each.Value.GetDecimal());
            Assert.Equal(feature.GetProperty("properties").GetProperty("gep_yuan_2019").GetDecimal(),
                byService);
        }
    }

    [Fact]
    public async Task AccountLines_FilteredByYear_AddUpToTheGep()
    {
        var items = await service.JsonAsync(
            "/ogc/collections/account-lines/items?limit=10000&year=2019&booked=true");

        Assert.Equal(
            service.Snapshot.Accounts[0].Report.Account.Totals.Gep.Yuan,
            items.GetProperty("features").EnumerateArray().Sum(feature =>
                feature.GetProperty("properties").GetProperty("value_yuan").GetDecimal()));
    }

    [Fact]
    public async Task Payments_OfAScheme_AddUpToItsTotalAndNamePayeesNowhere()
    {
        using var answer = await service.GetAsync(
            "/ogc/collections/payment-lines/items?limit=10000&scheme=WH-PBF&year=2019");
        string text = await answer.Content.ReadAsStringAsync();
        using var items = JsonDocument.Parse(text);

        Assert.Equal(44_500_000m, items.RootElement.GetProperty("features").EnumerateArray().Sum(feature =>
            feature.GetProperty("properties").GetProperty("amount_yuan").GetDecimal()));
        Assert.DoesNotContain("payee", text, StringComparison.Ordinal);
        Assert.DoesNotContain("village", text, StringComparison.Ordinal);
        Assert.All(items.RootElement.GetProperty("features").EnumerateArray(), feature =>
            Assert.Equal(JsonValueKind.Object, feature.GetProperty("geometry").ValueKind));
    }

    [Fact]
    public async Task Parcels_SpreadValue_IsTheValueOfLinesWithAType()
    {
        var lines = service.Snapshot.Accounts[0].Report.Account.Lines;
        decimal typed = lines.Where(line => line.Booked && line.EcosystemType is not null)
            .Sum(line => line.Value.Yuan);
        decimal spread = 0;
        double net = 0;
        for (int offset = 0; offset < 30_000; offset += 10_000)
        {
            var page = await service.JsonAsync(string.Create(
                CultureInfo.InvariantCulture, $"/ogc/collections/parcels/items?limit=10000&offset={offset}"));
            foreach (var feature in page.GetProperty("features").EnumerateArray())
            {
                var properties = feature.GetProperty("properties");
                if (properties.GetProperty(
                    "gep_yuan_spread_2019").ValueKind != JsonValueKind.Number) continue;
                spread += properties.GetProperty("gep_yuan_spread_2019").GetDecimal();
                net += properties.GetProperty("net_area_m2_2019").GetDouble();
            }
        }
        double extents = service.Snapshot.Accounts[0].Extents!.Overlay.ClassAreas
            .Sum(area => area.NetSquareMetres);

        Assert.InRange((double)(spread / typed), 1 - 1e-6, 1 + 1e-6);
        Assert.InRange(net / Area.FromSquareMetres(extents).SquareMetres, 1 - 1e-9, 1 + 1e-9);
    }

    [Fact]
    public async Task Items_NextLinks_VisitEveryFeatureOnce()
    {
        var seen = new HashSet<string>();
        string? next = "/ogc/collections/forests/items?limit=1000&grade=national";
        int matched = 0;
        while (next is not null)
        {
            var page = await service.JsonAsync(next);
            matched = page.GetProperty("numberMatched").GetInt32();
            foreach (var feature in page.GetProperty("features").EnumerateArray())
                Assert.True(seen.Add(feature.GetProperty("id").GetString()!));
            next = page.GetProperty("links").EnumerateArray()
                .Where(link => link.GetProperty("rel").GetString() == "next")
                .Select(link => link.GetProperty("href").GetString())
                .SingleOrDefault();
        }

        Assert.True(matched > 1000);
        Assert.Equal(matched, seen.Count);
    }

    [Fact]
    public async Task Feature_ById_IsTheOneOfItems()
    {
        var item = (await service.JsonAsync("/ogc/collections/parcels/items?limit=1&offset=777"))
            .GetProperty("features")[0];
        string id = item.GetProperty("id").GetString()!;

        var feature = await service.JsonAsync($"/ogc/collections/parcels/items/{Uri.EscapeDataString(id)}");

        Assert.Equal(item.GetProperty("properties").ToString(), feature.GetProperty("properties").ToString());
        Assert.Equal(item.GetProperty("geometry").ToString(), feature.GetProperty("geometry").ToString());
    }

    [Fact]
    public async Task Items_OtherSystem_HasItsAxesAndSaysSo()
    {
        const string Items = "/ogc/collections/districts/items?limit=1&crs=";
        const string Cgcs2000 = "http://www.opengis.net/def/crs/EPSG/0/4490";
        using var answer = await service.GetAsync(Items + Uri.EscapeDataString(Cgcs2000));
        using var items = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        var first = items.RootElement.GetProperty("features")[0].GetProperty("geometry")
            .GetProperty("coordinates")[0][0];

        Assert.Equal($"<{Cgcs2000}>", answer.Headers.GetValues("Content-Crs").Single());
        Assert.Equal((30.577, 114.3), (first[0].GetDouble(), first[1].GetDouble()));
    }

    [Theory]
    [InlineData("bbox=114.3,30.5,114.4,30.6", "")]
    [InlineData("bbox=30.5,114.3,30.6,114.4&bbox-crs=", "http://www.opengis.net/def/crs/EPSG/0/4490")]
    [InlineData("bbox=12723817.7976712,3567983.45593582,12734949.7467565,3580909.5&bbox-crs=",
        "http://www.opengis.net/def/crs/EPSG/0/3857")]
    [InlineData("bbox=114.3,30.5,0,114.4,30.6,100", "")]
    public async Task Items_ByBox_FindsWhatTheFilterFinds(string query, string crs)
    {
        int expected = await service.CountAsync(
            "parcels",
                "S_INTERSECTS(geometry, POLYGON((114.3 30.5,114.4 30.5,114.4 30.6,114.3 30.6,114.3 30.5)))");

        var items = await service.JsonAsync(
            $"/ogc/collections/parcels/items?limit=1&{query}{Uri.EscapeDataString(crs)}");

        Assert.True(expected > 50);
        Assert.Equal(expected, items.GetProperty("numberMatched").GetInt32());
    }
}
