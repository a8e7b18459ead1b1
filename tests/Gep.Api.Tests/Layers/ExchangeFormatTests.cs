using System.Diagnostics;
using System.IO.Compression;
using Gep.Api.Layers;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;
using Gep.Testing;

namespace Gep.Api.Tests.Layers;

/// <summary>
/// What GDAL writes is read, and what is written comes back and is read by GDAL where that is installed.
/// </summary>
public sealed class ExchangeFormatTests : IDisposable
{
    private const double SquareOfTenthDegree = 106371614.656597;

    private const string Lake =
        """
        {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"1","properties":{"名称":"东湖","code":"L1"},
        "geometry":{"type":"Polygon","coordinates":[[[114.3,30.5],[114.4,30.5],[114.4,30.6],[114.3,30.6],[
            114.3,30.5]],
        [[114.33,30.53],[114.33,30.57],[114.37,30.57],[114.37,30.53],[114.33,30.53]]]}}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gep-formats").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolTheory("ogr2ogr", "gdal-bin")]
    [InlineData("UTF-8", "EPSG:4490")]
    [InlineData("GBK", "EPSG:4490")]
    [InlineData("GBK", "EPSG:4547")]
    [InlineData("UTF-8", "EPSG:4526")]
    public void Ingest_ShapefileOfGdal_HasItsTextAndArea(string encoding, string system)
    {
        Assert.True(TryRun("ogr2ogr", "-f", "ESRI Shapefile", PathOf("lake.shp"), LakeFile(),
            "-t_srs", system, "-lco", $"ENCODING={encoding}"));
        Assert.True(CoordinateSystem.TryFind(system, out var crs));
        var layer = LayerFile.Ingest(PathOf("lake.shp"), new LayerManifest("lake", "lake.shp", crs));
        AssertIsLake(layer, 0.5);
        Assert.Empty(layer.Problems);
    }

    [ToolFact("ogr2ogr", "gdal-bin")]
    public void Ingest_ZippedShapefile_IsRead()
    {
        Assert.True(TryRun("ogr2ogr", "-f", "ESRI Shapefile", PathOf("lake.shp"), LakeFile(),
            "-lco", "ENCODING=UTF-8"));
        using (var archive = ZipFile.Open(PathOf("lake.zip"), ZipArchiveMode.Create))
        {
            foreach (string file in Directory.GetFiles(_folder, "lake.*").Where(file =>
                !file.EndsWith("zip", StringComparison.Ordinal)))
                archive.CreateEntryFromFile(file, "wuhan/" + Path.GetFileName(file));
        }
        AssertIsLake(LayerFile.Ingest(PathOf("lake.zip"), new LayerManifest("lake", "lake.zip")), 1e-3);
    }

    [Fact]
    public void Ingest_ArchiveWithPathOutwards_IsRefused()
    {
        string file = Repository.PathOf("tests", "bad-input", "archive-refused.zip");
        var layer = LayerFile.Ingest(file, new LayerManifest("lake", "archive-refused.zip"));
        Assert.Equal(LayerProblemCode.ArchiveRefused, Assert.Single(layer.Problems).Code);
    }

    [Fact]
    public void Ingest_ArchiveThatIsNone_IsRefused()
    {
        File.WriteAllText(PathOf("none.zip"), "no archive");
        var layer = LayerFile.Ingest(PathOf("none.zip"), new LayerManifest("lake", "none.zip"));
        Assert.Equal(LayerProblemCode.ArchiveRefused, Assert.Single(layer.Problems).Code);
    }

    [Fact]
    public void Write_GeoPackage_OpensInGdalAndComesBack()
    {
        var layer = LayerFile.Ingest(LakeFile(), new LayerManifest("lake", "lake.geojson"));
        GeoPackageWriter.Write(PathOf("out.gpkg"), "lakes", layer.Features, CoordinateSystem.Cgcs2000);
        var back = LayerFile.Ingest(PathOf("out.gpkg"), new LayerManifest("lake", "out.gpkg"));
        AssertIsLake(back, 1e-3);
        if (TryRun("ogrinfo", "-so", PathOf("out.gpkg"), "lakes")) Assert.Contains("Feature Count: 1",
            _output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EPSG:4490")]
    [InlineData("GCJ-02")]
    public void Write_GeoJson_OpensInGdalAndComesBack(string system)
    {
        Assert.True(CoordinateSystem.TryFind(system, out var crs));
        var layer = LayerFile.Ingest(LakeFile(), new LayerManifest("lake", "lake.geojson"));
        using (var stream = File.Create(PathOf("out.geojson"))) GeoJsonWriter.Write(stream, layer.Features,
            crs);
        AssertIsLake(LayerFile.Ingest(PathOf("out.geojson"), new LayerManifest("lake", "out.geojson", crs)),
            20);
        if (TryRun("ogrinfo", "-al", "-so", PathOf("out.geojson"))) Assert.Contains("Feature Count: 1",
            _output, StringComparison.Ordinal);
    }

    private string _output = "";

    private static void AssertIsLake(IngestedLayer layer, double tolerance)
    {
        Assert.True(layer.Features.Count == 1, string.Join('\n', layer.Problems));
        Assert.Equal("东湖", layer.Features[0].Attributes["名称"]);
        Assert.Equal(SquareOfTenthDegree - 17019460.160856, layer.Features[0].SquareMetres, tolerance);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string LakeFile()
    {
        File.WriteAllText(PathOf("source.geojson"), Lake);
        return PathOf("source.geojson");
    }

    /// <summary>Runs a program of GDAL; false where there is none.</summary>
    private bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _output = process.StandardOutput.ReadToEnd();
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"{program} is not installed: nothing was compared.");
            return false;
        }
    }
}
