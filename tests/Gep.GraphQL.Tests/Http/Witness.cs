namespace Gep.GraphQL.Tests.Http;

/// <summary>A service that resolvers tell what happens to them.</summary>
public sealed class Witness : IDisposable
{
    public SemaphoreSlim Begun { get; } = new(0);

    public SemaphoreSlim Cancelled { get; } = new(0);

    public void Dispose()
    {
        Begun.Dispose();
        Cancelled.Dispose();
    }
}
