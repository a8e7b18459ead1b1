using Xunit;

namespace Gep.Testing;

/// <summary>A test that opens a page in Chromium, driven by a program of tests/node.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Absent = "Chromium absent (Debian: apt-get install chromium): this test opens a page";

    public BrowserFactAttribute()
    {
        if (Browser.Path is null) Skip = Absent;
        else if (NodePrograms.Unavailable is { } reason) Skip = reason;
    }
}
