using Xunit;

namespace Gep.Testing;

/// <summary>
/// A test that asks a program of tests/node; skipped with a plain message where node is absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public const string Absent = "node absent: this test asks programs of tests/node";

    public NodeFactAttribute()
    {
        if (NodePrograms.Unavailable is { } reason) Skip = reason;
    }
}
