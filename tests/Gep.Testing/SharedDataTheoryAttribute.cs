using Xunit;

namespace Gep.Testing;

/// <summary>
/// A theory on layers of ../shared; skipped with a plain message where that folder is absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (!Directory.Exists(Repository.SharedFolder)) Skip = SharedDataFactAttribute.Absent;
    }
}
