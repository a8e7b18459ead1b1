using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Serving;
using Gep.Api.Tests.GraphQL;
using Gep.Api.Tests.Maps;
using Gep.Api.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gep.Api.Tests.Uploads;

/// <summary>An instance of the service over a database, on a free port of this machine.</summary>
internal sealed class StoredService : IAsyncDisposable
{
    /// <summary>Greatest file that it takes [bytes].</summary>
    public const int UploadBytes = 64 * 1024;

    private readonly CancellationTokenSource stop = new();
    private readonly SnapshotHolder holder = new();
    private readonly Store store;
    private readonly Task following;
    private readonly WebApplication app;
    private readonly HttpClient client = new();

    private StoredService(
        string database, string root, string uploads, string workspace,
        Func<ServeSettings, ServeSettings> change, Action<WebApplication> prepare)
    {
        store = Store.Open(database);
        Kept = KeptRecords.Of(store, workspace);
        var settings = change(new ServeSettings("http://127.0.0.1:0", [], null, TimeSpan.FromSeconds(60))
        {
            Tokens = Tokens.Register,
            RatePerSecond = 0,
            UploadFolder = uploads,
            UploadBytes = UploadBytes,
        });
        app = ServiceHost.Build(settings, holder, StoreParts.Of(Kept, settings, root));
        prepare(app);
        following = new StoreFollower(Kept, root, _ => { }).RunAsync(holder, stop.Token);
    }

    public KeptRecords Kept { get; }

    public GraphClient Graph => new(client);

    public string Base => app.Urls.Single();

    public string Snapshot => holder.Current!.Id;

    /// <summary>An instance that answers.</summary>
    /// <param name="database">Its database, into which something was ingested.</param>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="uploads">Folder of files that wait.</param>
    /// <param name="workspace">Its id.</param>
    /// <param name="change">Settings that differ.</param>
    /// <param name="prepare">What else the service answers.</param>
    public static async Task<StoredService> StartAsync(
        string database, string root, string uploads, string workspace = "tiny",
        Func<ServeSettings, ServeSettings>? change = null, Action<WebApplication>? prepare = null)
    {
        var service = new StoredService(
            database, root, uploads, workspace, change ?? (settings => settings), prepare ?? (_ => { }));
        await service.app.StartAsync();
        service.client.BaseAddress = new Uri(service.app.Urls.Single());
        await UploadSteps.WaitAsync(() => Task.FromResult(service.holder.Current is not null));
        service.app.Services.GetRequiredService<RunRegister>().Resume();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        await app.StopAsync();
        await app.DisposeAsync();
        client.Dispose();
        store.Dispose();
        stop.Dispose();
    }
}
