using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Api.Workspaces;

namespace Gep.Api.Layers;

/// <summary>
/// Reads every layer of a workspace: files in parallel, results and problems in the order of layers.yaml.
/// </summary>
internal static class LayerLoading
{
    /// <summary>The layers; whatever cannot be used is missing and has its problem.</summary>
    /// <param name="workspace">Which layers.</param>
    /// <param name="districts">Codes of districts.csv.</param>
    /// <param name="types">Codes of the classification.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">Files read.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <param name="takerOf">
    /// Who is told of the features of a layer as they come, also where the layer is refused in the end.
    /// </param>
    public static LoadedLayers Load(
        Workspace workspace,
        IReadOnlySet<DistrictCode> districts,
        IReadOnlySet<EcosystemTypeCode> types,
        ProblemList problems,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation,
        Func<LayerDefinition, Action<IReadOnlyList<LoadedFeature>>?>? takerOf = null)
    {
        var files = workspace.Layers.SelectMany(layer =>
            layer.Files.Select(file => (Layer: layer, File: file))).ToArray();
        var ingested = new FileIngest[files.Length];
        int done = 0;
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            var (layer, file) = files[index];
            ingested[index] = FileIngest.Read(workspace.Root, layer, file, takerOf?.Invoke(layer));
            progress?.Report(new RunProgress(
                new("读取图层", "reading layers"), Interlocked.Increment(ref done), files.Length));
        });
        var outlines = ImmutableArray.CreateBuilder<DistrictOutline>();
        var parcels = ImmutableArray.CreateBuilder<EcosystemParcel>();
        var reserves = ImmutableArray.CreateBuilder<LoadedFeature>();
        var seen = new Dictionary<(string Layer, string Id), LoadedFeature>();
        foreach (var file in ingested)
        {
            problems.AddAll(file.Problems);
            foreach (var feature in file.Features)
            {
                if (!IsUnique(feature, seen, problems)) continue;
                switch (feature.Layer.Role)
                {
                    case LayerRole.Districts:
                        AddOutline(feature, districts, outlines, problems);
                        break;
                    case LayerRole.Ecosystem:
                        AddParcel(feature, types, parcels, problems);
                        break;
                    case LayerRole.Reserves:
                        reserves.Add(feature);
                        break;
                }
            }
        }
        RequireEveryDistrict(districts, outlines, problems);
        return new LoadedLayers(
            [.. outlines.OrderBy(outline => outline.District)], parcels.ToImmutable(), reserves.ToImmutable(),
            [.. ingested.SelectMany(file => file.Repairs)]);
    }

    private static bool IsUnique(
        LoadedFeature feature, Dictionary<(string Layer, string Id), LoadedFeature> seen,
        ProblemList problems)
    {
        if (seen.TryAdd((feature.Layer.Id, feature.Feature.Id), feature)) return true;
        var first = seen[(feature.Layer.Id, feature.Feature.Id)];
        problems.Refuse(WorkspaceProblemCode.ParcelDuplicate, feature.Place,
            new($"编号 {feature.Feature.Id} 已用于 {first.Place}。",
                $"The id {feature.Feature.Id} is taken by {first.Place}."),
            new("一个图层内编号必须唯一。", "Give each feature of a layer its own id."));
        return false;
    }

    private static void AddOutline(
        LoadedFeature feature, IReadOnlySet<DistrictCode> districts,
        ImmutableArray<DistrictOutline>.Builder outlines, ProblemList problems)
    {
        string? text = feature.Find(LayerAttribute.Code);
        if (!DistrictCode.TryParse(text, out var code) || !districts.Contains(code))
        {
            problems.Refuse(WorkspaceProblemCode.DistrictUnknown, feature.Place,
                new($"行政区代码“{text}”不在 classifications/districts.csv 中。",
                    $"The district code '{text}' is not in classifications/districts.csv."),
                new("请改正代码或补充行政区。", "Correct the code or add the district."));
        }
        else if (outlines.Any(outline => outline.District == code))
        {
            problems.Refuse(WorkspaceProblemCode.ParcelDuplicate, feature.Place,
                new($"行政区 {code} 有两个图形。", $"The district {code} has two outlines."),
                new("请合并为一个多部件图形。", "Join them into one multipolygon."));
        }
        else
        {
            outlines.Add(new DistrictOutline(code, feature));
        }
    }

    private static void AddParcel(
        LoadedFeature feature, IReadOnlySet<EcosystemTypeCode> types,
        ImmutableArray<EcosystemParcel>.Builder parcels, ProblemList problems)
    {
        string? text = feature.Find(LayerAttribute.Type);
        if (EcosystemTypeCode.TryParse(text, out var type) && types.Contains(type))
        {
            parcels.Add(new EcosystemParcel(type, feature));
            return;
        }
        problems.Refuse(WorkspaceProblemCode.EcosystemTypeUnknown, feature.Place,
            new($"生态系统类型“{text}”不在 classifications/ecosystem-types.yaml 中。",
                $"The ecosystem type '{text}' is not in classifications/ecosystem-types.yaml."),
            new("请改正类型代码。", "Correct the type code."));
    }

    private static void RequireEveryDistrict(
        IReadOnlySet<DistrictCode> districts, ImmutableArray<DistrictOutline>.Builder outlines,
        ProblemList problems)
    {
        foreach (var missing in districts.Where(code => outlines.All(outline => outline.District != code))
            .Order())
        {
            problems.Refuse(WorkspaceProblemCode.DistrictOutlineMissing, missing.ToString(),
                new($"行政区 {missing} 没有图形。", $"The district {missing} has no outline."),
                new("请在行政区图层中补充。", "Add it to the district layer."));
        }
    }
}
