using Gep.Api.Serving;
using Gep.Api.Tests.Maps;
using Microsoft.AspNetCore.Builder;

namespace Gep.Api.Tests.Pages;

/// <summary>
/// A service of its own over the snapshot of the others, whose clock can be put forward: steps taken on the
/// page touch no other test.
/// </summary>
internal sealed class PageService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string dossiers;

    private PageService(WebApplication app, string dossiers) => (this.app, this.dossiers) = (app, dossiers);

    public string Base => app.Urls.Single();

    public static async Task<PageService> StartAsync(ServiceSnapshot snapshot)
    {
        string dossiers = Directory.CreateTempSubdirectory("gep-page-dossiers-").FullName;
        var clock = new ForwardClock();
        var holder = new SnapshotHolder();
        holder.Replace(snapshot);
        var settings = new ServeSettings("http://127.0.0.1:0", [], null, TimeSpan.FromSeconds(60))
        {
            Tokens = Tokens.Register,
            RatePerSecond = 0,
            DossierFolder = dossiers,
            Clock = clock,
        };
        var app = ServiceHost.Build(settings, holder);
        clock.Map(app);
        await app.StartAsync();
        return new PageService(app, dossiers);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(dossiers, recursive: true);
    }
}
