using Gep.Testing;

namespace Gep.Conventions.Tests;

/// <summary>The files of the repository that conventions speak of; build output is none of them.</summary>
internal static class SourceTree
{
    private static readonly string[] BuildFolders = ["bin", "obj", "node_modules", ".gep", ".git",
        "TestResults"];

    public static IEnumerable<string> Files(string folder, string pattern)
    {
        string root = Repository.PathOf(folder);
        if (!Directory.Exists(root)) return [];
        return Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            .Where(file => !RelativePath(file).Split('/').Any(part => BuildFolders.Contains(part)))
            .Order(StringComparer.Ordinal);
    }

    public static IEnumerable<string> CodeFiles() =>
        new[] { "src", "tests", "tools", "bench" }.SelectMany(folder => Files(folder, "*.cs"));

    public static string RelativePath(string file) =>
        Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/');
}
