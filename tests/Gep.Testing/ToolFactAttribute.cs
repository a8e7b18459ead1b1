using Xunit;

namespace Gep.Testing;

/// <summary>A test that asks another program; skipped with a plain message without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>A test that needs the program of that name on the path.</summary>
    /// <param name="tool">Name of the program.</param>
    /// <param name="package">Debian package it comes with.</param>
    public ToolFactAttribute(string tool, string package)
    {
        (Tool, Package) = (tool, package);
        Skip = ReasonToSkip(tool, package);
    }

    /// <summary>Name of the program.</summary>
    public string Tool { get; }

    /// <summary>Debian package it comes with.</summary>
    public string Package { get; }

    /// <summary>Why a test that asks the program is skipped; null where it is on the path.</summary>
    internal static string? ReasonToSkip(string tool, string package)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => File.Exists(Path.Combine(folder, tool)))
            ? null
            : $"{tool} is not installed (Debian: apt-get install {package}).";
    }
}
