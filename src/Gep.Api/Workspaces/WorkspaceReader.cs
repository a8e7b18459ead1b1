using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Api.Layers;

namespace Gep.Api.Workspaces;

/// <summary>Reads <c>workspace.yaml</c> and <c>layers/layers.yaml</c>.</summary>
internal static class WorkspaceReader
{
    private const string WorkspaceFile = "workspace.yaml";

    /// <summary>The only survey CRS so far: CGCS2000 longitude and latitude.</summary>
    private const string SurveyCrs = "EPSG:4490";

    /// <summary>The workspace, or null after the problems that prevent it were added.</summary>
    public static Workspace? Read(string root, ProblemList problems)
    {
        if (!Directory.Exists(root))
        {
            problems.Refuse(WorkspaceProblemCode.FileMissing, root,
                new("工作区文件夹不存在。", "The folder of the workspace does not exist."),
                new("请给出含 workspace.yaml 的文件夹。", "Name a folder that holds workspace.yaml."));
            return null;
        }
        var layers = LayerDefinitionReader.Read(root, problems);
        if (YamlFile.Read(root, WorkspaceFile, problems) is not { } file) return null;
        string? id = file.RequireText("id", problems);
        var regionEntry = file.Require("region", problems);
        var region = regionEntry is null ? null : ReadRegion(regionEntry, problems);
        var name = file.RequireNames("region", problems);
        regionEntry?.RefuseUnknownKeys(problems);
        RequireSurveyCrs(file, problems);
        var years = ReadYears(file, problems);
        string? profile = file.RequireText("default_profile", problems);
        var precedence = ReadPrecedence(file, layers, problems);
        file.RefuseUnknownKeys(problems);
        if (id is null || region is null || name is null || years.IsEmpty || profile is null) return null;
        return new Workspace(root, id, region.Value, name.Value, years, profile, precedence, layers);
    }

    private static DistrictCode? ReadRegion(YamlEntry region, ProblemList problems)
    {
        string? text = region.RequireText("code", problems);
        if (text is null) return null;
        if (DistrictCode.TryParse(text, out var code)) return code;
        region.Find("code")!.Malformed("code", "六位行政区划代码", "a division code of six digits", problems);
        return null;
    }

    private static void RequireSurveyCrs(YamlEntry file, ProblemList problems)
    {
        string? crs = file.RequireText("survey_crs", problems);
        if (crs is null or SurveyCrs) return;
        file.Find("survey_crs")!.Malformed("survey_crs", SurveyCrs, SurveyCrs, problems);
    }

    private static ImmutableArray<AccountingYear> ReadYears(YamlEntry file, ProblemList problems)
    {
        var years = new SortedSet<AccountingYear>();
        foreach (var item in file.Require("years", problems)?.Items ?? [])
        {
            if (AccountingYear.TryParse(item.Text, out var year)) years.Add(year);
            else item.Malformed("years", "四位年份", "a year of four digits", problems);
        }
        return [.. years];
    }

    private static ImmutableArray<string> ReadPrecedence(
        YamlEntry file, ImmutableArray<LayerDefinition> layers, ProblemList problems)
    {
        if (file.Require("precedence", problems) is not { } list) return [];
        var precedence = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            bool isLayer = layers.Any(layer => layer.Id == item.Text && layer.Role == LayerRole.Ecosystem);
            if (isLayer && !precedence.Contains(item.Text!)) precedence.Add(item.Text!);
            else RefuseRank(item, "不是生态系统图层，或重复。", "is no ecosystem layer, or stands twice.", problems);
        }
        foreach (var layer in layers.Where(layer =>
            layer.Role == LayerRole.Ecosystem && !precedence.Contains(layer.Id)))
        {
            problems.Refuse(WorkspaceProblemCode.PrecedenceIncomplete, list.Place,
                new($"生态系统图层 {layer.Id} 没有优先次序。", $"The ecosystem layer {layer.Id} has no rank."),
                new("请把它列入 precedence。", "Add it to precedence."));
        }
        return precedence.ToImmutable();
    }

    private static void RefuseRank(YamlEntry item, string chinese, string english, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.PrecedenceIncomplete, item.Place,
            new($"{item.Text} {chinese}", $"{item.Text} {english}"),
            new("每个生态系统图层只列一次。", "Name each ecosystem layer once."));
}
