using Xunit;

namespace Gep.Testing;

/// <summary>
/// A test judged by @mapbox/vector-tile of tests/node-maps, which <c>npm ci</c> installs when first needed;
/// skipped where node or the package is absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TileJudgeFactAttribute : FactAttribute
{
    public const string Absent = "node with the packages of tests/node-maps absent (npm ci)";

    private static readonly Lazy<bool> IsPresent = new(Prepare);

    public TileJudgeFactAttribute()
    {
        if (!IsPresent.Value) Skip = Absent;
    }

    /// <summary>Where the judge lies.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "node-maps");

    private static bool Prepare()
    {
        if (OutsideProgram.Run(null, "node", "--version")?.ExitCode != 0) return false;
        return Directory.Exists(Path.Combine(Folder, "node_modules", "@mapbox", "vector-tile"))
            || OutsideProgram.Run(Folder, "npm", "ci", "--no-audit", "--no-fund")?.ExitCode == 0;
    }
}
