using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gep.Api.Tests.Maps;

/// <summary>Requests meant to harm: each is refused quickly, and the next good one is answered.</summary>
[Collection(WuhanServiceTests.Name)]
public class HostileRequestTests(WuhanService service)
{
    private const string Items = "/ogc/collections/parcels/items";

    [Theory]
    [InlineData("/tiles/parcels/99/0/0.mvt", 404)]
    [InlineData("/tiles/parcels/30/0/0.mvt", 404)]
    [InlineData("/tiles/parcels/3/-1/0.mvt", 404)]
    [InlineData("/tiles/parcels/3/8/0.mvt", 404)]
    [InlineData("/tiles/parcels/3/1/1.png", 404)]
    [InlineData("/tiles/..%2f..%2fetc%2fpasswd/3/1/1.mvt", 404)]
    [InlineData("/tiles/nothing.json", 404)]
    [InlineData("/ogc/collections/..%2f..%2fetc%2fpasswd/items", 404)]
    [InlineData("/ogc/collections/parcels/items/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("/ogc/collections/parcels'--/items", 404)]
    [InlineData("/nothing", 404)]
    [InlineData(Items + "?bbox=NaN,30,115,31", 400)]
    [InlineData(Items + "?bbox=114,31,115,30", 400)]
    [InlineData(Items + "?bbox=114,30,115", 400)]
    [InlineData(Items + "?bbox=114,30,115,31,5", 400)]
    [InlineData(Items + "?bbox=1e999,30,115,31", 400)]
    [InlineData(Items + "?bbox=114,30,115,99", 400)]
    [InlineData(Items + "?bbox=", 400)]
    [InlineData(Items + "?bbox=1,1,2,2&bbox=1,1,2,2", 400)]
    [InlineData(Items + "?datetime=9999-99-99", 400)]
    [InlineData(Items + "?datetime=2020-01-01/2019-01-01", 400)]
    [InlineData(Items + "?datetime=../..", 400)]
    [InlineData(Items + "?limit=0", 400)]
    [InlineData(Items + "?limit=-1", 400)]
    [InlineData(Items + "?limit=1e9", 400)]
    [InlineData(Items + "?offset=-1", 400)]
    [InlineData(Items + "?nothing=1", 400)]
    [InlineData(Items + "?area_m2=abc", 400)]
    [InlineData(Items + "?crs=EPSG:4490", 400)]
    [InlineData(Items + "?crs=http://169.254.169.254/", 400)]
    [InlineData(Items + "?filter-lang=cql2-json", 400)]
    [InlineData(Items + "?f=html", 400)]
    public async Task Request_Bad_IsRefused(string path, int status) =>
        Assert.Equal(status, (await service.ProblemAsync(path)).Status);

    [Theory]
    [InlineData("?limit=2000000000&offset=22500", 14)]
    [InlineData("?limit=1&offset=99999999999", 0)]
    [InlineData("?limit=1&datetime=2019-01-01T00:00:00Z/..", 1)]
    [InlineData("?limit=1&datetime=2019-01-01", 1)]
    [InlineData("?limit=1&bbox=170,-10,-170,10", 0)]
    [InlineData("?limit=1&bbox=100,-10,-170,40", 1)]
    public async Task Request_Odd_IsAnswered(string query, int returned)
    {
        var items = await service.JsonAsync(Items + query);

        Assert.Equal(returned, items.GetProperty("numberReturned").GetInt32());
    }

    [Fact]
    public async Task Filter_NestedTenThousandTimes_IsRefusedQuickly()
    {
        string[] filters =
        [
            string.Concat(Enumerable.Repeat("NOT ", 1_900)) + "schematic",
            new string('(', 3_000) + "schematic" + new string(')', 3_000),
            string.Join(" OR ", Enumerable.Repeat("schematic", 600)),
            "layer LIKE '" + new string('%', 3_000) + "x'",
            "layer LIKE '" + string.Concat(Enumerable.Repeat("%a", 1_500)) + "'",
        ];
        foreach (string filter in filters)
        {
            long begun = Stopwatch.GetTimestamp();
            using var answer =
                await service.GetAsync($"{Items}?limit=1&filter={Uri.EscapeDataString(filter)}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest
                or HttpStatusCode.RequestUriTooLong, answer.StatusCode.ToString());
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(10), filter[..20]);
        }
        Assert.Equal("filter-malformed", (await service.ProblemAsync(
            $"{Items}?filter={new string('(', 3_000)}")).Code);
    }

    [Fact]
    public async Task Request_LongAddressOrHead_IsRefused()
    {
        using var address = await service.GetAsync($"{Items}?filter={new string('x', 20_000)}");
        using var head = await service.GetAsync("/ogc", "X-Long", new string('x', 40_000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, address.StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, head.StatusCode);
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Request_Writing_IsNotAllowed(string method)
    {
        using var answer = await service.SendAsync(new HttpMethod(method), Items);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET /ogc HTTP/1.1\r\nHost: a\0b\r\n\r\n")]
    [InlineData("GET /ogc/\0 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /ogc%00 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002")]
    public async Task Bytes_ThatAreNoRequest_DoNotHarm(string bytes)
    {
        var address = new Uri(service.Base);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);

        string answer = await reader.ReadToEndAsync();

        Assert.DoesNotContain(" 200 ", answer.Split('\n')[0], StringComparison.Ordinal);
        await StillAnswersAsync();
    }

    private async Task StillAnswersAsync()
    {
        using var next = await service.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }
}
