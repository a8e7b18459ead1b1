using Gep.Api.Layers;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;
using Gep.Testing;

namespace Gep.Api.Tests.Layers;

public class GeoPackageReaderTests
{
    private const double SquareOfTenthDegree = 106371614.656597;

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.gpkg")
        .Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests", "bad-input");

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_BadInput_HasTheProblemOfItsName(string file)
    {
        LayerProblemCode code = Enum.GetValues<LayerProblemCode>()
            .Where(code => file.StartsWith(LayerProblem.NameOf(code), StringComparison.Ordinal))
            .MaxBy(code => LayerProblem.NameOf(code).Length);
        IngestedLayer layer = Ingest(file, CoordinateSystem.Cgcs2000, table: null);
        Assert.Contains(code, layer.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Read_NamedTable_GivesItsRows()
    {
        IngestedLayer layer = Ingest("geopackage-table-unclear.gpkg", null, table: "lake");
        LayerFeature lake = Assert.Single(layer.Features);
        Assert.Equal(("1", 1L, "东湖"), (lake.Id, lake.Ordinal, lake.Attributes["name"]));
        Assert.Equal(SquareOfTenthDegree, lake.SquareMetres, tolerance: 1e-3);
        Assert.Equal(2, Assert.Single(layer.Problems).Feature);
    }

    [Theory]
    [InlineData("lake\"; DROP TABLE lake; --")]
    [InlineData("gpkg_contents")]
    public void Read_OtherTable_IsRefused(string table) => Assert.Equal(
        LayerProblemCode.GeopackageTableUnclear,
        Assert.Single(Ingest("geopackage-table-unclear.gpkg", null, table).Problems).Code);

    [Fact]
    public void Read_NoSuchFile_IsAProblem() => Assert.Equal(
        LayerProblemCode.GeopackageUnreadable,
        Assert.Single(Ingest("absent.gpkg", null, null).Problems).Code);

    [Fact]
    public void Read_AnyPageDamaged_NeverThrows()
    {
        const int Step = 37;
        byte[] sound = File.ReadAllBytes(Path.Combine(Folder, "geopackage-table-unclear.gpkg"));
        string copy = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.gpkg");
        try
        {
            for (int at = 0; at < sound.Length; at += Step)
            {
                byte[] damaged = [.. sound];
                damaged[at] ^= 0xFF;
                File.WriteAllBytes(copy, damaged);
                var manifest = new LayerManifest("lake", "lake.gpkg", CoordinateSystem.Cgcs2000);
                IngestedLayer layer = LayerIngest.Ingest(
                    manifest, GeoPackageReader.Read(copy, manifest, "lake"));
                Assert.True(layer.Features.Count <= 2);
            }
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static IngestedLayer Ingest(string file, CoordinateSystem? crs, string? table)
    {
        var manifest = new LayerManifest("bad", file, crs);
        return LayerIngest.Ingest(
            manifest, GeoPackageReader.Read(Path.Combine(Folder, file), manifest, table));
    }
}
