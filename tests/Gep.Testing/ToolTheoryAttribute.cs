using Xunit;

namespace Gep.Testing;

/// <summary>A test with cases that asks another program; skipped with a plain message without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <summary>A test that needs the program of that name on the path.</summary>
    /// <param name="tool">Name of the program.</param>
    /// <param name="package">Debian package it comes with.</param>
    public ToolTheoryAttribute(string tool, string package)
    {
        (Tool, Package) = (tool, package);
        Skip = ToolFactAttribute.ReasonToSkip(tool, package);
    }

    /// <summary>Name of the program.</summary>
    public string Tool { get; }

    /// <summary>Debian package it comes with.</summary>
    public string Package { get; }
}
