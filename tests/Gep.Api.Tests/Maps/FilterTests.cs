using Gep.Api.Maps.Filters;

namespace Gep.Api.Tests.Maps;

[Collection(WuhanServiceTests.Name)]
public class FilterTests(WuhanService service)
{
    private const string East = "POLYGON((114.3 29.9,115.1 29.9,115.1 31.4,114.3 31.4,114.3 29.9))";

    [Theory]
    [InlineData("name = '江夏区'", 1)]
    [InlineData("\"name\" <> '江夏区'", 12)]
    [InlineData("name IN ('江夏区', '黄陂区', '无')", 2)]
    [InlineData("name NOT IN ('江夏区', '黄陂区')", 11)]
    [InlineData("name LIKE '%区'", 13)]
    [InlineData("name LIKE '江_区'", 3)]
    [InlineData("name_en LIKE '%''an'", 1)]
    [InlineData("official_area_km2 > 2000", 2)]
    [InlineData("official_area_km2 >= 80.28 AND official_area_km2 <= 80.28", 1)]
    [InlineData("official_area_km2 BETWEEN 0 AND 1e2", 5)]
    [InlineData("NOT official_area_km2 BETWEEN 0 AND 1e2", 8)]
    [InlineData("name = '江夏区' OR name = '黄陂区' AND code = '000000'", 1)]
    [InlineData("(name = '江夏区' OR name = '黄陂区') AND code < '420116'", 1)]
    [InlineData("schematic = TRUE", 13)]
    [InlineData("schematic", 13)]
    [InlineData("NOT schematic", 0)]
    [InlineData("official_area_km2 IS NULL", 0)]
    [InlineData("code IS NOT NULL", 13)]
    [InlineData("name_en > name", 0)]
    [InlineData("s_contains(geometry, POINT(114.35 30.35))", 1)]
    [InlineData("S_WITHIN(POINT(114.35 30.35), geometry)", 1)]
    [InlineData("S_INTERSECTS(geometry, BBOX(113, 29, 116, 32))", 13)]
    [InlineData("S_DISJOINT(geometry, BBOX(0, 0, 1, 1))", 13)]
    [InlineData("S_WITHIN(geometry, " + East + ")", 2)]
    [InlineData("S_INTERSECTS(geometry, " + East + ") AND NOT S_WITHIN(geometry, " + East + ")", 7)]
    public async Task Filter_OnDistricts_FindsThem(string filter, int expected) =>
        Assert.Equal(expected, await service.CountAsync("districts", filter));

    [Fact]
    public async Task Filter_MissingValue_IsNeitherTrueNorFalse()
    {
        int all = service.Snapshot.Maps.Find("parcels")!.Features.Length;

        int more = await service.CountAsync("parcels", "register_area_mu > 100");
        int notMore = await service.CountAsync("parcels", "NOT register_area_mu > 100");
        int missing = await service.CountAsync("parcels", "register_area_mu IS NULL");

        Assert.True(more > 0 && notMore > 0 && missing > 0);
        Assert.Equal(all, more + notMore + missing);
    }

    [Fact]
    public async Task Filter_Amount_ComparesToTheFen()
    {
        var line = service.Snapshot.Accounts[0].Report.Account.Lines[5];
        string yuan = line.Value.ToString();

        Assert.True(await service.CountAsync("account-lines",
            $"line = '{line.Id}' AND value_yuan = {yuan}") > 0);
        Assert.Equal(0, await service.CountAsync(
            "account-lines", $"line = '{line.Id}' AND year = 2019 AND value_yuan = {yuan}1"));
    }

    [Theory]
    [InlineData("name =")]
    [InlineData("name = 5")]
    [InlineData("name = '江夏区")]
    [InlineData("name == 'x'")]
    [InlineData("= 5")]
    [InlineData("(name = 'x'")]
    [InlineData("name = 'x')")]
    [InlineData("name LIKE 5")]
    [InlineData("official_area_km2 LIKE '%'")]
    [InlineData("schematic > FALSE")]
    [InlineData("official_area_km2 = 1e999")]
    [InlineData("official_area_km2 BETWEEN 1")]
    [InlineData("name IN ()")]
    [InlineData("S_INTERSECTS(geometry)")]
    [InlineData("S_INTERSECTS(geometry, BBOX(1,2,3))")]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0,1 1,1 0,0 1,0 0)))")]
    [InlineData("S_INTERSECTS(name, POINT(0 0))")]
    [InlineData("T_BEFORE(name, DATE('2020-01-01'))")]
    [InlineData("name = 'x'; DROP TABLE parcels")]
    [InlineData("")]
    public async Task Filter_Malformed_IsRefusedWithItsPlace(string filter)
    {
        var (status, code) = await service.ProblemAsync(
            $"/ogc/collections/districts/items?filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(400, status);
        Assert.True(code is "filter-malformed" or "property-unknown", code);
    }

    [Theory]
    [InlineData("%a%a%a%a%a%a%a%a%a%a%a%a%b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("a%", "a", true)]
    [InlineData("%%%", "", true)]
    [InlineData("_", "", false)]
    [InlineData(@"100\%", "100%", true)]
    [InlineData(@"100\%", "1000", false)]
    [InlineData("%b_d%", "abcde", true)]
    public void Pattern_Matches_AsSqlDoes(string pattern, string text, bool expected) =>
        Assert.Equal(expected, new TextPattern(pattern).Matches(text));
}
