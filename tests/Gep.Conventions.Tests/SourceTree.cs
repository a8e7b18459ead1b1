using System.IO.Enumeration;
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
        return new FileSystemEnumerable<string>(
            root, (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !BuildFolders.Contains(entry.FileName.ToString()),
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory
                && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, ignoreCase: false),
        }.Order(StringComparer.Ordinal);
    }

    public static IEnumerable<string> CodeFiles() =>
        new[] { "src", "tests", "tools", "bench" }.SelectMany(folder => Files(folder, "*.cs"));

    public static string RelativePath(string file) =>
        Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/');
}
