using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Api.Workspaces;

namespace Gep.Api.Layers;

/// <summary>Reads <c>layers/layers.yaml</c>: every layer, or every reason why one cannot be used.</summary>
internal static class LayerDefinitionReader
{
    private const string LayersFolder = "layers";
    private const string DefinitionFile = "layers/layers.yaml";
    private const int FilesMax = 1000;

    /// <summary>
    /// The layers in the order of the file; those that cannot be read are missing and have their problems.
    /// </summary>
    public static ImmutableArray<LayerDefinition> Read(string root, ProblemList problems)
    {
        var file = YamlFile.Read(root, DefinitionFile, problems);
        var entries = file?.Require("layers", problems);
        if (entries is null) return [];
        file!.RefuseUnknownKeys(problems);
        var layers = ImmutableArray.CreateBuilder<LayerDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Items)
        {
            if (ReadLayer(root, entry, problems) is not { } layer) continue;
            if (seen.Add(layer.Id))
            {
                layers.Add(layer);
                continue;
            }
            problems.Refuse(WorkspaceProblemCode.LayerDuplicate, entry.Place,
                new($"图层 {layer.Id} 定义了两次。", $"The layer {layer.Id} is defined twice."),
                new("请只保留一个定义。", "Keep one definition."));
        }
        return layers.ToImmutable();
    }

    private static LayerDefinition? ReadLayer(string root, YamlEntry entry, ProblemList problems)
    {
        string? id = entry.RequireText("id", problems);
        var role = entry.RequireMember<LayerRole>("role", problems);
        var name = entry.RequireNames("name", problems);
        var files = ReadFiles(root, entry, problems);
        string? crs = entry.RequireText("crs", problems);
        var years = entry.Require("years", problems);
        var fromYear = years is null ? null : RequireYear(years, "from", problems);
        var toYear = years is null ? null : RequireYear(years, "to", problems);
        bool isSchematic = entry.OptionalFlag("schematic", problems) ?? false;
        string? licence = entry.RequireText("licence", problems);
        var source = SourceReader.Read(entry, problems);
        var columns = ReadColumns(entry, role, problems);
        entry.RefuseUnknownKeys(problems);
        if (id is null || role is null || name is null || files is null || crs is null
            || fromYear is null || toYear is null || licence is null || source is null
                || columns is null) return null;
        return new LayerDefinition(id, role.Value, name.Value, files.Value, crs, fromYear.Value, toYear.Value,
            isSchematic, licence, source, columns, entry.Place);
    }

    private static AccountingYear? RequireYear(YamlEntry entry, string key, ProblemList problems)
    {
        string? text = entry.RequireText(key, problems);
        if (text is null) return null;
        if (AccountingYear.TryParse(text, out var year)) return year;
        entry.Find(key)!.Malformed(key, "四位年份", "a year of four digits", problems);
        return null;
    }

    private static ImmutableArray<string>? ReadFiles(string root, YamlEntry entry, ProblemList problems)
    {
        var list = entry.Require("files", problems);
        if (list is null) return null;
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            string pattern = item.Text ?? "";
            if (pattern.Length == 0 || Path.IsPathRooted(pattern) || pattern.Split('/').Contains(".."))
            {
                item.Malformed("files", "工作区内的相对路径", "a relative path inside the workspace", problems);
                return null;
            }
            var found = Expand(root, pattern);
            if (found.Count == 0)
            {
                problems.Refuse(WorkspaceProblemCode.FileMissing, item.Place,
                    new($"没有文件与 {LayersFolder}/{pattern} 相符。", $"No file matches {LayersFolder}/{pattern}."),
                    new("请补充文件或改正路径。", "Add the file or correct the path."));
                return null;
            }
            files.AddRange(found);
        }
        return files.ToImmutable();
    }

    /// <summary>Files of a pattern with an optional <c>*</c> in its last part, by name.</summary>
    private static List<string> Expand(string root, string pattern)
    {
        string folder = Path.GetDirectoryName(pattern) ?? "";
        string full = Path.Combine(root, LayersFolder, folder);
        if (!Directory.Exists(full)) return [];
        return [.. Directory.EnumerateFiles(full, Path.GetFileName(pattern))
            .Take(FilesMax)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];
    }

    private static ImmutableSortedDictionary<LayerAttribute, string>? ReadColumns(
        YamlEntry entry, LayerRole? role, ProblemList problems)
    {
        var map = entry.Require("attributes", problems);
        if (map is null || role is null) return null;
        var columns = ImmutableSortedDictionary.CreateBuilder<LayerAttribute, string>();
        foreach (var attribute in Enum.GetValues<LayerAttribute>())
        {
            string key = KeyOf(attribute);
            if (map.OptionalText(key, problems) is { } column) columns[attribute] = column;
        }
        map.RefuseUnknownKeys(problems);
        bool complete = true;
        foreach (var attribute in RequiredBy(role.Value).Where(attribute => !columns.ContainsKey(attribute)))
        {
            map.RequireText(KeyOf(attribute), problems);
            complete = false;
        }
        return complete ? columns.ToImmutable() : null;
    }

    /// <summary>Camel case, as the keys of layers.yaml are written.</summary>
    private static string KeyOf(LayerAttribute attribute)
    {
        string name = attribute.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static LayerAttribute[] RequiredBy(LayerRole role) => role switch
    {
        LayerRole.Districts => [LayerAttribute.Code],
        LayerRole.Ecosystem => [LayerAttribute.Id, LayerAttribute.Type],
        LayerRole.Reserves =>
            [LayerAttribute.Id, LayerAttribute.Reserve, LayerAttribute.Zone, LayerAttribute.Grade],
    };
}
