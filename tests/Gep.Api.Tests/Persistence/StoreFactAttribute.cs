using Gep.Api.Persistence.Clusters;

namespace Gep.Api.Tests.Persistence;

/// <summary>A test on a PostgreSQL of its own; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute
{
    public const string Absent = "PostgreSQL with PostGIS absent: this test keeps a database of its own";

    public StoreFactAttribute()
    {
        if (PostgresPrograms.Find(null) is null) Skip = Absent;
    }
}

/// <summary>The same for several inputs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute
{
    public StoreTheoryAttribute()
    {
        if (PostgresPrograms.Find(null) is null) Skip = StoreFactAttribute.Absent;
    }
}
