using Gep.Api.Tests.Persistence;

namespace Gep.Api.Tests.Uploads;

/// <summary>
/// A service over the tiny workspace for tests that change nothing; started by the first of them, because
/// there is no database where all of them are skipped.
/// </summary>
public sealed class TinyService(TestCluster cluster) : IAsyncLifetime, IDisposable
{
    private readonly string uploads = Directory.CreateTempSubdirectory("gep-uploads-").FullName;
    private StoredWorkspace? tiny;
    private StoredService? service;

    internal async Task<StoredService> GetAsync()
    {
        if (service is not null) return service;
        tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();
        return service = await StoredService.StartAsync(tiny.Database, tiny.Root, uploads);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (service is not null) await service.DisposeAsync();
    }

    public void Dispose()
    {
        tiny?.Dispose();
        Directory.Delete(uploads, recursive: true);
    }
}
