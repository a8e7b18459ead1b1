namespace Gep.Api.Workspaces;

/// <summary>Lists files of a workspace in one order on every machine.</summary>
internal static class WorkspaceFolder
{
    /// <summary>
    /// Paths of the YAML files under a folder, relative to the workspace, with forward slashes, in ordinal
    /// order; empty after the problem was added when the folder is not there.
    /// </summary>
    public static IReadOnlyList<string> YamlFiles(string root, string relativeFolder, ProblemList problems)
    {
        string folder = Path.Combine(root, relativeFolder);
        if (!Directory.Exists(folder))
        {
            problems.Refuse(WorkspaceProblemCode.FileMissing, relativeFolder,
                new("缺少文件夹。", "The folder is missing."), new("请补充该文件夹。", "Add the folder."));
            return [];
        }
        var paths = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .ToList();
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }
}
