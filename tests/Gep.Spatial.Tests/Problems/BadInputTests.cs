using Gep.Spatial.Coverages;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Overlays;
using Gep.Spatial.Problems;
using Gep.Testing;

namespace Gep.Spatial.Tests.Problems;

/// <summary>Each file of tests/bad-input produces the problem that its name begins with.</summary>
public class BadInputTests
{
    private static readonly string Folder = Repository.PathOf("tests", "bad-input");

    /// <summary>Small limits, so that the files that exceed them stay small.</summary>
    private static readonly ReadLimits SmallLimits = new() { FeatureBytes = 8192, Vertices = 100 };

    public static TheoryData<string> Files =>
        [.. NamesIn("*.geojson"), .. NamesIn("*.ndjson"), .. NamesIn("*.bin"), .. NamesIn("*.shp")];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WhenIngested_HasTheProblemOfItsName(string file)
    {
        LayerProblemCode code = CodeOf(file);

        IReadOnlyList<LayerProblem> problems = ProblemsOf(file);

        LayerProblem? problem = problems.FirstOrDefault(found => found.Code == code);
        Assert.True(problem is not null, $"{file}: {string.Join(' ', problems)}");
        Assert.Equal(file, problem.File);
        Assert.DoesNotContain("{", problem.TextEnglish + problem.TextChinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_OfAllCodes_ExistButWhereNoFileCanShowIt()
    {
        LayerProblemCode[] withoutFile = [LayerProblemCode.SqliteLibraryMissing];
        IEnumerable<LayerProblemCode> shown = Directory.GetFiles(Folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(IsLayer)
            .Select(CodeOf);
        Assert.Empty(Enum.GetValues<LayerProblemCode>().Except(shown).Except(withoutFile));
    }

    private static IReadOnlyList<LayerProblem> ProblemsOf(string file)
    {
        CoordinateSystem? crs = CrsFor(file);
        string? id = file.StartsWith("feature-id-missing", StringComparison.Ordinal) ? "parcel_code" : null;
        var manifest = new LayerManifest("bad", file, crs, id);
        using FileStream stream = File.OpenRead(Path.Combine(Folder, file));
        IngestedLayer layer = LayerIngest.Ingest(manifest, Path.GetExtension(file) switch
        {
            ".geojson" => GeoJsonReader.Read(stream, manifest, SmallLimits),
            ".shp" => ShapefileReader.Read(new ShapefileParts(stream, null, null, null), manifest,
                SmallLimits),
            ".ndjson" => NewlineGeoJsonReader.Read(stream, manifest, SmallLimits),
            _ => [GeoPackageGeometry.Decode(
                new EncodedFeature(
                    1, "bad", File.ReadAllBytes(stream.Name), new Dictionary<string, string>()),
                manifest)],
        });
        if (file.StartsWith("overlay", StringComparison.Ordinal)) return OverlayProblems(file, layer);
        if (!file.StartsWith("coverage", StringComparison.Ordinal)) return layer.Problems;
        return CoverageCheck.Examine(
            file, layer.Features.Select(feature => new CoverageZone(feature.Id, feature.Geometry))).Problems;
    }

    /// <summary>None where the file must name it itself, a projected one where that is the point.</summary>
    private static CoordinateSystem? CrsFor(string file)
    {
        if (file.StartsWith("crs-un", StringComparison.Ordinal)
            && !file.StartsWith("crs-unit", StringComparison.Ordinal)) return null;
        bool isProjected = file.StartsWith("axes-swapped", StringComparison.Ordinal)
            || file.StartsWith("outside-zone", StringComparison.Ordinal);
        return CoordinateSystem.TryFind(isProjected ? "EPSG:4547" : "EPSG:4490", out CoordinateSystem? found)
            ? found
            : null;
    }

    /// <summary>The first feature is a parcel, the others are zones, two of them twice the same.</summary>
    private static IReadOnlyList<LayerProblem> OverlayProblems(string file, IngestedLayer layer)
    {
        OverlayParcel<int> parcel = new(layer.Features[0].Id, 0, layer.Features[0].Geometry);
        var result = AreaOverlay.Compute(
            layer.Features.Skip(1).Select((feature, i) => new OverlayZone<int>(i, feature.Geometry)),
            [new OverlayLayer<int>(file, [parcel])]);
        Assert.InRange(result.Residual.LargestParcelSquareMetres, 0, 1e-3);
        return result.Problems;
    }

    /// <summary>The longest code that the name begins with.</summary>
    private static LayerProblemCode CodeOf(string file) => Enum.GetValues<LayerProblemCode>()
        .Where(code => file.StartsWith(LayerProblem.NameOf(code), StringComparison.Ordinal))
        .MaxBy(code => LayerProblem.NameOf(code).Length);

    /// <summary>The folder has the bad inputs of the other parts as well.</summary>
    private static bool IsLayer(string file) => Enum.GetValues<LayerProblemCode>()
        .Any(code => file.StartsWith(LayerProblem.NameOf(code), StringComparison.Ordinal));

    private static IEnumerable<string> NamesIn(string pattern) =>
        Directory.GetFiles(Folder, pattern).Select(path => Path.GetFileName(path)!)
            .Where(IsLayer).Order(StringComparer.Ordinal);
}
