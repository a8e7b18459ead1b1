using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace Gep.Api.Workspaces;

/// <summary>
/// The identity of a workspace's content: a hash over the path and the bytes of each of its files.
/// </summary>
internal static class WorkspaceSnapshot
{
    private const int HexDigitsShown = 16;

    /// <summary>Endings of the files of a Shapefile that are read, the main one first.</summary>
    public static ImmutableArray<string> ShapefileEndings { get; } = [".shp", ".dbf", ".prj", ".cpg"];

    private static readonly string[] ReadEndings =
        [".yaml", ".csv", ".geojson", ".json", ".ndjson", ".gpkg", ".zip", .. ShapefileEndings];

    /// <summary>
    /// First 16 hexadecimal digits of SHA-256 over every file that readers look at, in order of their paths;
    /// hidden folders such as <c>.gep</c> are no part of it.
    /// </summary>
    public static string Compute(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in FilesOf(root))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData([0]);
            using var stream = File.OpenRead(Path.Combine(root, file));
            hash.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigitsShown];
    }

    /// <summary>
    /// Those files, relative to the workspace with forward slashes, in ordinal order. Hidden folders are not
    /// entered: a running database in one of them changes its files while they are listed.
    /// </summary>
    public static IReadOnlyList<string> FilesOf(string root)
    {
        var files = new FileSystemEnumerable<string>(
            root, (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName[0] != '.',
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && entry.FileName[0] != '.',
        };
        return
        [
            .. files
                .Select(file =>
                    Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(file => ReadEndings.Contains(Path.GetExtension(file), StringComparer.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }
}
