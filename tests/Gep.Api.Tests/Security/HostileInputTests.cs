using System.Diagnostics;
using System.IO.Compression;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Api.Accounts;
using Gep.Api.Layers;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Workspaces;
using Gep.Api.Workspaces;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Testing;
using Microsoft.Data.Sqlite;

namespace Gep.Api.Tests.Security;

/// <summary>
/// Inputs 42 to 56 of the list of hostile inputs: a quick refusal, no crash, the next request fine. Rows 56
/// to 60 are in WorkflowDeskTests.
/// </summary>
[Collection(WuhanServiceTests.Name)]
public sealed class HostileInputTests(WuhanService service) : IDisposable
{
    private const string Items = "/ogc/collections/parcels/items";

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(20);

    private readonly string folder = Directory.CreateTempSubdirectory("gep-hostile-").FullName;
    private readonly long begun = Stopwatch.GetTimestamp();

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, Quick);
    }

    [Theory]
    [InlineData("/tiles/parcels/99/0/0.mvt")]
    [InlineData("/tiles/parcels/14/-1/0.mvt")]
    [InlineData("/tiles/parcels/30/1/1.mvt")]
    [InlineData("/tiles/parcels/99999999999999999999/0/0.mvt")]
    public async Task Row42_TileOutsideThePyramid_IsRefused(string path) =>
        Assert.Equal(404, (await service.ProblemAsync(path)).Status);

    [Theory]
    [InlineData("NaN,30,115,31")]
    [InlineData("114,31,115,30")]
    [InlineData("114,30,115")]
    [InlineData("114,30,115,31,5")]
    public async Task Row43_BoxThatIsNone_IsRefusedInFeaturesAndGraphQL(string box)
    {
        string numbers = box.Replace("NaN", "1e400", StringComparison.Ordinal);
        var answer = await service.GraphQLAsync(
            "{ parcels(where: {geometry: {intersects: {bbox: [" + numbers + "]}}}) { totalCount } }");

        Assert.Equal(400, (await service.ProblemAsync($"{Items}?bbox={box}")).Status);
        Assert.True(answer.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task Row43_BoxOverTheAntimeridian_IsAnswered() =>
        Assert.Equal(0, (await service.JsonAsync($"{Items}?bbox=170,-10,-170,10"))
            .GetProperty("numberMatched").GetInt32());

    [Theory]
    [InlineData("NOT ", 1_900, 200)]
    [InlineData("NOT ", 10_000, 414)]
    [InlineData("(", 3_000, 400)]
    public async Task Row44_FilterNestedDeep_IsAnsweredOrRefused(string part, int times, int status)
    {
        string filter = string.Concat(Enumerable.Repeat(part, times)) + "schematic";
        using var items = await service.GetAsync($"{Items}?limit=1&filter={Uri.EscapeDataString(filter)}");
        var answer = await service.GraphQLAsync(
            "query($f: String) { featureCollection(collection: \"parcels\", filter: $f, first: 1) }", null,
            new { f = filter });

        Assert.Equal(status, (int)items.StatusCode);
        Assert.Equal(status != 200, answer.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task Row44_LikeWithManyPercents_IsQuick()
    {
        string filter = "name LIKE '" + string.Concat(Enumerable.Repeat("%a", 1_000)) + "%'";

        Assert.Equal(0, await service.CountAsync("parcels", filter));
    }

    [Theory]
    [InlineData("9999-99-99", 400)]
    [InlineData("../..", 400)]
    [InlineData("2020-01-01/..", 200)]
    [InlineData("../2020-01-01", 200)]
    public async Task Row45_DateTime_IsCheckedAndMayBeOpen(string time, int status)
    {
        using var answer = await service.GetAsync($"{Items}?limit=1&datetime={Uri.EscapeDataString(time)}");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/ogc/collections/..%2f..%2fetc%2fpasswd/items")]
    [InlineData("/exports/schedules/..%2f..%2fetc%2fpasswd")]
    [InlineData("/exports/accounts/2019.xlsx%2f..%2f..%2fx")]
    [InlineData("/graphql/..%2f..%2fetc%2fpasswd")]
    public async Task Row46_PathTraversalInAnId_FindsNothing(string path)
    {
        using var answer = await service.GetAsync(path);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("../../evil.shp", 0)]
    [InlineData("/etc/evil.shp", 0)]
    [InlineData("link.shp", 0xA000)]
    public void Row46_ArchiveThatLeadsOut_IsRefused(string entry, int unixType)
    {
        string path = Path.Combine(folder, "layer.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
            zip.CreateEntry(entry).ExternalAttributes = unixType << 16;

        Assert.Contains("archive-refused", ProblemsOf(path));
    }

    [Fact]
    public void Row46_ZipBomb_IsRefusedBeforeItIsUnpacked()
    {
        string path = Path.Combine(folder, "layer.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var bomb = zip.CreateEntry("bomb.shp", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (int i = 0; i <= 1024; i++) bomb.Write(zeros);
        }

        Assert.Contains("archive-refused", ProblemsOf(path));
    }

    [Fact]
    public void Row47_ShapefileWithTableOfTwoBillionRowsAndNoSystem_IsRefused()
    {
        string path = Path.Combine(folder, "layer.shp");
        File.Copy(Repository.PathOf("tests", "bad-input", "crs-undeclared.shp"), path);
        var table = new byte[38];
        table[0] = 3;
        table.AsSpan(4, 4).Fill(0xFF);
        (table[8], table[10], table[32]) = (33, 5, 0x0D);
        File.WriteAllBytes(Path.ChangeExtension(path, ".dbf"), table);

        Assert.NotEmpty(ProblemsOf(path, withSystem: false));
    }

    [Fact]
    public void Row48_GeoPackageWhoseTableIsAView_RunsNothingOfIt()
    {
        if (!SqliteLibrary.IsPresent) Assert.Fail("libsqlite3 is absent.");
        string path = Path.Combine(folder, "layer.gpkg");
        File.Copy(Repository.PathOf("tests", "bad-input", "geometry-missing.gpkg"), path);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            string table = Scalar(connection, "select table_name from gpkg_contents limit 1");
            string written = Path.Combine(folder, "written");
            Scalar(connection, $"alter table \"{table}\" rename to hidden");
            Scalar(connection,
                $"create view \"{table}\" as select *, load_extension('{written}') from hidden");
            Scalar(connection,
                "create trigger evil after insert on gpkg_contents begin select load_extension('x'); end");
        }

        Assert.NotEmpty(ProblemsOf(path));
        Assert.False(File.Exists(Path.Combine(folder, "written")));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData(" =1+1")]
    [InlineData("\u00a0=1+1")]
    [InlineData("\u3000＝1+1")]
    [InlineData("\t@SUM(1)")]
    [InlineData("-2+3")]
    public void Row49_TextThatBeginsAFormula_IsMadeText(string text) =>
        Assert.StartsWith("'", AccountCsv.Field(text).Trim('"'), StringComparison.Ordinal);

    [Theory]
    [InlineData("layer.kml")]
    [InlineData("layer.xlsx")]
    public void Row50_XmlWithEntityBomb_IsReadByNobody(string name)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path,
            """
            <?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <kml><Document><name>&b;</name></Document></kml>
            """);

        Assert.Contains("not-json", ProblemsOf(path));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    public void Row51_UrlInsteadOfAFile_IsNotFetched(string url)
    {
        using var workspace = TinyWorkspace.Create();
        string layers = Path.Combine(workspace.Root, "layers", "layers.yaml");
        File.WriteAllText(layers, File.ReadAllText(layers).Replace(
            "[districts.geojson]", $"[\"{url}\"]", StringComparison.Ordinal));
        var problems = new ProblemList();

        OpenedWorkspace.Read(workspace.Root, problems, null, CancellationToken.None);

        Assert.True(problems.HasRefusal);
    }

    [Fact]
    public void Row51_CrsByLink_IsNotFetched()
    {
        string path = Path.Combine(folder, "layer.geojson");
        File.WriteAllText(path,
            """
            {"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://169.254.169.254/"}},
             "features":[]}
            """);

        Assert.NotEmpty(ProblemsOf(path));
    }

    [Theory]
    [InlineData("-1", null)]
    [InlineData("1e308", null)]
    [InlineData("0", "0")]
    [InlineData("0.123456789012345678901234567890", "0.1234567890123456789012345679")]
    public void Row52_PriceThatIsOdd_IsRefusedOrReadExactly(string price, string? read)
    {
        using var workspace = TinyWorkspace.Create();
        string file = Path.Combine(workspace.Root, "parameters", "unit-values", "ammonia-nitrogen.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(
            "value: 3500", $"value: {price}", StringComparison.Ordinal));
        var problems = new ProblemList();

        var table = UnitValueReader.Read(workspace.Root, problems);

        Assert.Equal(read is null, problems.HasRefusal);
        var found = table.All.FirstOrDefault(series => series.Id == "ammonia-nitrogen");
        if (read is not null) Assert.Equal(read, $"{found!.History.Values[0].Value}");
    }

    [Fact]
    public void Row53_FundSmallerThanItsPayees_IsSplitToTheFen()
    {
        decimal[] weights = [.. Enumerable.Repeat(1m, 1_000)];

        Assert.True(PaymentSplit.TrySplit(Money.FromFen(7), weights, out var parts));
        Assert.Equal(0.07m, parts.Sum(part => part.Amount.Yuan));
        Assert.Equal(7, parts.Count(part => part.Amount.Fen == 1));
    }

    [Fact]
    public void Row54_AllWeightsZero_IsRefused() =>
        Assert.False(PaymentSplit.TrySplit(Money.FromFen(100), [0m, 0m, 0m], out _));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public async Task Row55_YearOutsideTime_IsRefused(int year)
    {
        var answer = await service.GraphQLAsync($"{{ account(year: {year}) {{ year }} }}");
        using var export = await service.GetAsync($"/exports/accounts/{year}.csv");

        Assert.False(AccountingYear.TryParse($"{year}", out _));
        Assert.Equal("YEAR_UNKNOWN", answer.GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString());
        Assert.Equal(404, (int)export.StatusCode);
    }

    private static string[] ProblemsOf(string path, bool withSystem = true)
    {
        string name = Path.GetFileName(path);
        CoordinateSystem? system = null;
        if (withSystem) Assert.True(CoordinateSystem.TryFind("EPSG:4490", out system));
        var layer = LayerFile.Ingest(
            path, system is null ? new LayerManifest("layer", name) : new LayerManifest("layer", name,
                system));
        return [.. layer.Problems.Select(problem => problem.CodeName)];
    }

    private static string Scalar(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts of this test.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString() ?? "";
    }
}
