using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;

namespace Gep.Api.Tests.Security;

/// <summary>Who sees whom is paid: alike in GraphQL, features, tiles, exports and sums.</summary>
[Collection(WuhanServiceTests.Name)]
public class AccessTests(WuhanService service)
{
    /// <summary>Every payee of the workspace's claims begins with one of these.</summary>
    private static readonly string[] Payees = ["示意户", "示意合作社", "示意村"];

    private const string Lines =
        """
        { paymentLines(first: 3000, where: {year: {eq: 2019}}) {
            totalCount nodes { code payee village district { code } explanation { value } } } }
        """;

    private const string Counts =
        """
        query($name: String!) {
          paymentLines(where: {payee: {eq: $name}}) { totalCount }
          paymentGroups(by: [PAYEE], where: {payee: {eq: $name}}) { payee lineCount }
          district(code: "420114") { paymentLines(where: {payee: {contains: "示意"}}) { totalCount } }
        }
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("Analyst")]
    [InlineData("Admin")]
    public async Task Payees_OfWhoMayNotSeeThem_AreNowhere(string? role)
    {
        string? token = role is null ? null : Tokens.Of(Enum.Parse<CallerRole>(role));

        var lines = (await service.DataAsync(Lines, token)).GetProperty("paymentLines");

        Assert.NotEqual(0, lines.GetProperty("totalCount").GetInt32());
        Assert.All(lines.GetProperty("nodes").EnumerateArray(), line =>
        {
            Assert.Equal(JsonValueKind.Null, line.GetProperty("payee").ValueKind);
            Assert.Equal(JsonValueKind.Null, line.GetProperty("village").ValueKind);
            Assert.Equal(JsonValueKind.Null, line.GetProperty("explanation").ValueKind);
        });
    }

    [Fact]
    public async Task Filters_OnPayees_TellThePublicNothing()
    {
        string name = service.Snapshot.Graph.PaymentLines.First(line => line.Line.Payee.StartsWith(
            "示意户", StringComparison.Ordinal)).Line.Payee;

        var seen = await service.DataAsync(Counts, Tokens.Of(CallerRole.Auditor), new { name });
        var asPublic = await service.DataAsync(Counts, null, new { name });

        Assert.NotEqual(0, seen.GetProperty("paymentLines").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, asPublic.GetProperty("paymentLines").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, asPublic.GetProperty("paymentGroups").GetArrayLength());
        Assert.Equal(0, asPublic.GetProperty("district").GetProperty("paymentLines")
            .GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Officer_OfOneDistrict_SeesPayeesOfNoOther()
    {
        var lines = (await service.DataAsync(Lines, Tokens.Bound)).GetProperty("paymentLines");
        int own = 0, foreign = 0;
        foreach (var line in lines.GetProperty("nodes").EnumerateArray())
        {
            var district = line.GetProperty("district");
            bool isOwn = district.ValueKind == JsonValueKind.Object
                && district.GetProperty("code").GetString() == Tokens.OwnDistrict;
            Assert.Equal(isOwn, line.GetProperty("payee").ValueKind == JsonValueKind.String);
            Assert.Equal(isOwn, line.GetProperty("explanation").ValueKind == JsonValueKind.Object);
            if (isOwn) own++;
            else foreign++;
        }
        Assert.True(own > 0 && foreign > 0);

        var groups = await service.DataAsync(
            "{ paymentGroups(by: [DISTRICT, VILLAGE, PAYEE]) { district { code } village payee } }",
                Tokens.Bound);
        Assert.All(groups.GetProperty("paymentGroups").EnumerateArray(), group => Assert.True(
            group.GetProperty("payee").ValueKind == JsonValueKind.Null
            || group.GetProperty("district").GetProperty("code").GetString() == Tokens.OwnDistrict));
    }

    [Fact]
    public async Task Officer_OfOneDistrict_SeesNoOtherPayeeInParcelsCursorsAndErrors()
    {
        var data = await service.DataAsync(
            """
            { parcels(first: 5000, where: {layer: {eq: "forests"}}) {
                nodes { payee village district { code } } } }
            """, Tokens.Bound);
        var wrong = await service.GraphQLAsync(
            "{ paymentLines(first: 1, after: \"b2Zmc2V0OjE=x\") { nodes { payee } } }", Tokens.Bound);

        var nodes = data.GetProperty("parcels").GetProperty("nodes").EnumerateArray().ToArray();
        Assert.Contains(nodes, node => node.GetProperty("payee").ValueKind == JsonValueKind.String);
        Assert.All(nodes, node => Assert.True(
            node.GetProperty("payee").ValueKind == JsonValueKind.Null
            || node.GetProperty("district").GetProperty("code").GetString() == Tokens.OwnDistrict));
        Assert.DoesNotContain("示意户", wrong.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/exports/schedules/2019.xlsx")]
    [InlineData("/exports/schedules/2019.csv")]
    [InlineData("/exports/schedules/2019.json")]
    [InlineData("/exports/schedules/2019.journal")]
    public async Task Exports_OfSchedules_NamePayeesToThoseWhoMaySeeThem(string path)
    {
        string asPublic = await TextAsync(path, null);
        string asAuditor = await TextAsync(path, Tokens.Of(CallerRole.Auditor));
        string asBound = await TextAsync(path, Tokens.Bound);
        string[] foreign = [.. service.Snapshot.Graph.PaymentLines
            .Where(line => line.Line.District.ToString() != Tokens.OwnDistrict).Select(line =>
                line.Line.Payee)
            .Except(service.Snapshot.Graph.PaymentLines
                .Where(line => line.Line.District.ToString() == Tokens.OwnDistrict)
                .Select(line => line.Line.Payee))
            .Where(name => name.Length > 3).Distinct()];

        Assert.All(Payees, name => Assert.DoesNotContain(name, asPublic, StringComparison.Ordinal));
        Assert.Contains("示意户", asAuditor, StringComparison.Ordinal);
        Assert.Contains("示意户", asBound, StringComparison.Ordinal);
        Assert.NotEmpty(foreign);
        Assert.DoesNotContain(foreign, name => asBound.Contains(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ogc/collections/payment-lines/items?limit=10000")]
    [InlineData("/ogc/collections/forests/items?limit=200")]
    [InlineData("/tiles/forests/10/834/420.mvt")]
    [InlineData("/tiles/payment-lines/10/834/420.mvt")]
    public async Task Maps_NameNoPayee_ToAnybody(string path)
    {
        string text = await TextAsync(path, Tokens.Of(CallerRole.Auditor));

        Assert.All(Payees, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Problems_ThatNamePersons_AreHeldBackFromThePublic()
    {
        const string Query = "{ schedules { problems { code message { zh en } remedy { zh } where } } }";

        string asPublic = (await service.DataAsync(Query)).ToString();

        Assert.All(Payees, name => Assert.DoesNotContain(name, asPublic, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    public async Task Token_Unknown_IsRefusedAndNotTakenForThePublic(string header)
    {
        foreach (string path in new[] { "/ogc", "/graphql?query=%7Bme%7Bname%7D%7D",
            "/exports/accounts/2019.csv" })
        {
            using var answer = await service.GetAsync(path, "Authorization", header);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Snapshot_InAllAnswers_IsTheSame()
    {
        var asked =
            await service.DataAsync(
                "{ snapshot { id } featureCollection(collection: \"districts\", first: 1) }");
        string id = asked.GetProperty("snapshot").GetProperty("id").GetString()!;

        Assert.Equal(service.Snapshot.Id, id);
        Assert.Equal(id, asked.GetProperty("featureCollection").GetProperty("snapshot").GetString());
        foreach (string path in new[]
        {
            "/graphql?query=%7Bme%7Bname%7D%7D", "/ogc/collections/districts/items",
                "/tiles/parcels/10/834/420.mvt",
            "/tiles/overview.json", "/exports/schedules/2019.xlsx", "/exports/accounts/2019.json",
        })
        {
            using var answer = await service.GetAsync(path);
            Assert.Equal([id], answer.Headers.GetValues("Gep-Snapshot"));
        }
    }

    private async Task<string> TextAsync(string path, string? token)
    {
        using var answer = await service.GetAsync(
            path, token is null ? [] : ["Authorization", $"Bearer {token}"]);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, path);
        if (!path.EndsWith(".xlsx", StringComparison.Ordinal)) return Encoding.UTF8.GetString(bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(await reader.ReadToEndAsync());
        }
        return text.ToString();
    }
}
