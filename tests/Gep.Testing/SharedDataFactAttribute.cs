using Xunit;

namespace Gep.Testing;

/// <summary>
/// A test on layers of ../shared; skipped with a plain message where that folder is absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public const string Absent = "shared data absent: this test reads ../shared";

    public SharedDataFactAttribute()
    {
        if (!Directory.Exists(Repository.SharedFolder)) Skip = Absent;
    }
}
