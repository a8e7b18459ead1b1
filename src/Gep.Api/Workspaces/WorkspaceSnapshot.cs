using System.Security.Cryptography;
using System.Text;

namespace Gep.Api.Workspaces;

/// <summary>
/// The identity of a workspace's content: a hash over the path and the bytes of each of its files.
/// </summary>
internal static class WorkspaceSnapshot
{
    private const int HexDigitsShown = 16;

    private static readonly string[] ReadEndings = [".yaml", ".csv", ".geojson", ".json", ".ndjson", ".gpkg"];

    /// <summary>
    /// First 16 hexadecimal digits of SHA-256 over every file that readers look at, in order of their paths;
    /// hidden folders such as <c>.gep</c> are no part of it.
    /// </summary>
    public static string Compute(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => ReadEndings.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => !file.Split('/').Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData([0]);
            using var stream = File.OpenRead(Path.Combine(root, file));
            hash.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigitsShown];
    }
}
