using System.Net;

namespace Gep.Api.Tests.Maps;

[Collection(WuhanServiceTests.Name)]
public class HttpTests(WuhanService service)
{
    private const string Districts = "/ogc/collections/districts/items";

    public static TheoryData<string> Documents =>
    [
        "/ogc", "/ogc/api", "/ogc/conformance", "/ogc/collections", "/ogc/collections/districts",
        "/ogc/collections/districts/queryables", Districts, $"{Districts}/420115", "/tiles",
        "/tiles/overview.json", "/tiles/districts/8/209/105.mvt",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_WithTheTagOfBefore_IsNotModified(string path)
    {
        using var first = await service.GetAsync(path);
        string tag = first.Headers.ETag!.ToString();
        using var again = await service.GetAsync(path, "If-None-Match", $"\"other\", {tag}");
        using var other = await service.GetAsync(path, "If-None-Match", "W/\"other\"");

        Assert.Contains(service.Snapshot.Id, tag, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Equal(first.StatusCode, other.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Head_EachDocument_HasTheHeadOfGetAndNoBody(string path)
    {
        using var get = await service.GetAsync(path);
        using var head = await service.SendAsync(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_SameAddressTwice_HasTheSameBytes()
    {
        const string Page = "/ogc/collections/parcels/items?limit=500&layer=forests";
        using var first = await service.GetAsync(Page);
        using var second = await service.GetAsync(Page);

        Assert.Equal(
            await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_BadRequestWithTag_IsStillRefused()
    {
        using var good = await service.GetAsync(Districts);
        using var bad = await service.GetAsync(
            $"{Districts}?nothing=1", "If-None-Match", good.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    [Fact]
    public async Task Cors_OnlyTheConfiguredPage_MayRead()
    {
        using var allowed = await service.GetAsync("/tiles", "Origin", WuhanService.Page);
        using var foreign = await service.GetAsync("/tiles", "Origin", "https://foreign.example");
        using var preflight = await service.SendAsync(HttpMethod.Options, "/tiles",
            "Origin", WuhanService.Page, "Access-Control-Request-Method", "GET");

        Assert.Equal(WuhanService.Page, allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Contains("GET", preflight.Headers.GetValues("Access-Control-Allow-Methods").Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_WithoutPage_NamesTheMethods()
    {
        using var answer = await service.SendAsync(HttpMethod.Options, Districts);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Health_Ready_NamesTheSnapshotAndMetricsCountRequests()
    {
        var ready = await service.JsonAsync("/readyz");
        using var metrics = await service.GetAsync("/metrics");
        string text = await metrics.Content.ReadAsStringAsync();

        Assert.Equal(service.Snapshot.Id, ready.GetProperty("snapshot").GetString());
        Assert.Contains("gep_ready 1\n", text, StringComparison.Ordinal);
        Assert.Contains("gep_features{collection=\"parcels\"} 22514\n", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.Matches(@"^(# (HELP|TYPE) \w+ .*|# HELP \w+ ?|\w+(\{.*\})? \S+)$", line));
    }
}
