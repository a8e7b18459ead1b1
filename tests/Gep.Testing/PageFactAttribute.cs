using Xunit;

namespace Gep.Testing;

/// <summary>
/// A test in Debian's Chromium through the packages of tests/web, which <c>npm ci</c> installs when first
/// needed; skipped with a plain message where node or chromium is absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(Prepare);

    public PageFactAttribute()
    {
        if (Missing.Value is { } reason) Skip = reason;
    }

    /// <summary>Where the tests lie.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "web");

    private static string? Prepare()
    {
        if (OutsideProgram.Run(null, "node", "--version")?.ExitCode != 0)
            return "node absent: the pages are tested by programs of tests/web";
        if (Browser.Path is null)
            return "chromium absent (Debian: apt-get install chromium): the pages are tested in it";
        bool isThere = Directory.Exists(Path.Combine(Folder, "node_modules", "playwright-core"))
            || OutsideProgram.Run(Folder, "npm", "ci", "--no-audit", "--no-fund")?.ExitCode == 0;
        return isThere ? null : "npm ci failed in tests/web: the pages are tested by its programs";
    }
}
