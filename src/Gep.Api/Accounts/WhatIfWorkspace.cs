using System.Collections.Immutable;

namespace Gep.Api.Accounts;

/// <summary>
/// A workspace with the files of a what-if folder in place of its own: links to the base in a temporary
/// folder, so that the base stays as it is. Deleted when disposed.
/// </summary>
internal sealed class WhatIfWorkspace : IDisposable
{
    private WhatIfWorkspace(string root, ImmutableArray<string> moved) => (Root, Moved) = (root, moved);

    /// <summary>The folder to read.</summary>
    public string Root { get; }

    /// <summary>Files of the what-if folder, relative, in ordinal order.</summary>
    public ImmutableArray<string> Moved { get; }

    /// <summary>Lays a folder over a workspace.</summary>
    public static WhatIfWorkspace Create(string baseRoot, string whatIfFolder)
    {
        string root = Directory.CreateTempSubdirectory("gep-what-if-").FullName;
        var moved = Files(whatIfFolder);
        foreach (string file in Files(baseRoot).Except(moved, StringComparer.Ordinal))
        {
            string target = Target(root, file);
            File.CreateSymbolicLink(target, Path.GetFullPath(Path.Combine(baseRoot, file)));
        }
        foreach (string file in moved) File.Copy(Path.Combine(whatIfFolder, file), Target(root, file));
        return new WhatIfWorkspace(root, moved);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Target(string root, string file)
    {
        string target = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }

    private static ImmutableArray<string> Files(string root) =>
    [
        .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Split('/').Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal),
    ];
}
