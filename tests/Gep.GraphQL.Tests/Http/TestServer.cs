using Gep.GraphQL.Execution;
using Gep.GraphQL.Http;
using Gep.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gep.GraphQL.Tests.Http;

/// <summary>The test schema on a free port of this machine.</summary>
public sealed class TestServer : IAsyncLifetime
{
    public const string PersistedHash = "aa11";

    private WebApplication? _app;

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public Witness Witness { get; } = new();

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Witness);
        _app = builder.Build();
        var engine = new GraphQLEngine(TestSchema.Build(), new GraphQLLimits
        {
            Time = TimeSpan.FromSeconds(3), BodyTime = TimeSpan.FromSeconds(2),
        });
        _app.MapGraphQL("/graphql", engine, new GraphQLHttpOptions
        {
            GraphiQLFolder = Path.Combine(NodePrograms.Folder, "node_modules"),
            PersistedDocuments = new Dictionary<string, string> { [PersistedHash] = "{ hello }" },
            AutomaticDocuments = 10,
            KeepAlive = TimeSpan.FromMilliseconds(300),
            ConnectionInitTime = TimeSpan.FromSeconds(4),
        });
        await _app.StartAsync();
        Url = new Uri(_app.Urls.First() + "/graphql");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        Witness.Dispose();
    }
}
