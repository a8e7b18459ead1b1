using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;

namespace Gep.Api.Layers;

/// <summary>What reading one file of a layer gave.</summary>
/// <param name="Features">Features that can be used.</param>
/// <param name="Repairs">What was changed in their geometries.</param>
/// <param name="Found">What the reader of the format found, with its places.</param>
/// <param name="Problems">All that was found, as users see it.</param>
internal sealed record FileIngest(
    ImmutableArray<LoadedFeature> Features,
    ImmutableArray<GeometryRepair> Repairs,
    ImmutableArray<LayerProblem> Found,
    ImmutableArray<WorkspaceProblem> Problems)
{
    /// <summary>Reads and checks one file.</summary>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="layer">The layer the file belongs to.</param>
    /// <param name="file">Path relative to the workspace.</param>
    /// <param name="taken">
    /// Told of the features as they come, also of a file that is refused in the end; null for nobody.
    /// </param>
    public static FileIngest Read(
        string root, LayerDefinition layer, string file, Action<IReadOnlyList<LoadedFeature>>? taken = null)
    {
        var problems = new ProblemList();
        if (!CoordinateSystem.TryFind(layer.Crs, out var crs))
        {
            problems.Refuse(WorkspaceProblemCode.ValueMalformed, layer.Place,
                new($"坐标系“{layer.Crs}”未知。", $"The coordinate system '{layer.Crs}' is not known."),
                new("可用：EPSG:4490、4326、3857、4491–4554、UTM（326xx、327xx）、GCJ-02。",
                    "Known: EPSG:4490, 4326, 3857, 4491 to 4554, UTM (326xx, 327xx), GCJ-02."));
            return new FileIngest([], [], [], [.. problems.All]);
        }
        var manifest = new LayerManifest(layer.Id, file, crs,
            layer.Columns.GetValueOrDefault(LayerAttribute.Id));
        var features = ImmutableArray.CreateBuilder<LoadedFeature>();
        var ofYears = new ProblemList();
        var ingested = LayerFile.Ingest(Path.Combine(root, file), manifest, batch =>
        {
            int before = features.Count;
            foreach (var feature in batch)
            {
                var loaded = new LoadedFeature(layer, file, feature, null, null);
                bool isDated = TryYear(loaded, LayerAttribute.ValidFrom, ofYears, out int? from)
                    & TryYear(loaded, LayerAttribute.ValidTo, ofYears, out int? to);
                if (!isDated) continue;
                bool hasYears = from is not null || to is not null;
                features.Add(hasYears ? loaded with { FromYear = from, ToYear = to } : loaded);
            }
            taken?.Invoke([.. features.Skip(before)]);
        });
        problems.AddAll(ingested.Problems.Select(View));
        if (ingested.IsRefused) return new FileIngest([], [], [.. ingested.Problems], [.. problems.All]);
        problems.AddAll(ofYears.All);
        return new FileIngest(
            features.DrainToImmutable(), [.. ingested.Repairs], [.. ingested.Problems], [.. problems.All]);
    }

    /// <summary>A problem of the spatial library as users see it.</summary>
    public static WorkspaceProblem View(LayerProblem problem) => new(
        problem.CodeName,
        problem.Severity switch
        {
            LayerProblemSeverity.Remark => ProblemSeverity.Remark,
            LayerProblemSeverity.Warning => ProblemSeverity.Warning,
            LayerProblemSeverity.Refusal => ProblemSeverity.Refusal,
        },
        PlaceOf(problem),
        new(problem.TextChinese, problem.TextEnglish),
        new(problem.RemedyChinese, problem.RemedyEnglish));

    private static string PlaceOf(LayerProblem problem)
    {
        string place = problem.File;
        if (problem.Feature is not null)
            place += string.Create(CultureInfo.InvariantCulture, $" #{problem.Feature}");
        if (problem.FeatureId is not null) place += $" {problem.FeatureId}";
        if (problem.Field is not null) place += $" {problem.Field}";
        if (problem.Value is not null) place += $"={problem.Value}";
        return problem.Longitude is null
            ? place
            : place + string.Create(CultureInfo.InvariantCulture,
                $" @{problem.Longitude:F7},{problem.Latitude:F7}");
    }

    private static bool TryYear(LoadedFeature feature, LayerAttribute attribute, ProblemList problems,
        out int? year)
    {
        year = null;
        if (feature.Find(attribute) is not { } text) return true;
        if (AccountingYearText(text, out int number))
        {
            year = number;
            return true;
        }
        problems.Refuse(WorkspaceProblemCode.ValueMalformed, feature.Place,
            new($"{attribute} 的值“{text}”应为四位年份。",
                $"The value '{text}' of {attribute} should be a year of four digits."),
            new("请改正该年份。", "Correct the year."));
        return false;
    }

    private static bool AccountingYearText(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length == 4;
}
