using Gep.Api.Persistence.Clusters;
using Gep.Api.Tests.Persistence;
using Gep.Testing;

namespace Gep.Api.Tests.Pages;

/// <summary>A test of the pages over a database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StorePageFactAttribute : FactAttribute
{
    public StorePageFactAttribute() => Skip = new PageFactAttribute().Skip
        ?? (PostgresPrograms.Find(null) is null ? StoreFactAttribute.Absent : null);
}
