using System.Net;
using System.Text.Json;
using Gep.Api.Serving;
using Gep.Api.Tests.GraphQL;
using Gep.Api.Workspaces;
using Gep.Testing;
using Microsoft.AspNetCore.Builder;

namespace Gep.Api.Tests.Maps;

/// <summary>The service over the Wuhan workspace on a free port of this machine, one for all its
/// tests.</summary>
public sealed class WuhanService : IAsyncLifetime, IDisposable
{
    public const string Page = "https://map.example";

    private readonly SnapshotHolder holder = new();
    private readonly string dossiers = Directory.CreateTempSubdirectory("gep-dossiers-").FullName;
    private WebApplication? app;
    private HttpClient? client;

    public string Base { get; private set; } = "";

    internal ServiceSnapshot Snapshot { get; private set; } = null!;

    private HttpClient Client => client!;

    public async Task InitializeAsync()
    {
        var problems = new ProblemList();
        Snapshot = ServiceSnapshot.Read(Repository.PathOf("data"), problems, null, CancellationToken.None)
            ?? throw new InvalidOperationException(string.Join('\n', problems.All));
        var settings = new ServeSettings("http://127.0.0.1:0", [Page], null, TimeSpan.FromSeconds(30))
        {
            Tokens = Tokens.Register,
            RatePerSecond = 0,
            DossierFolder = dossiers,
        };
        app = ServiceHost.Build(settings, holder);
        await app.StartAsync();
        Base = app.Urls.Single();
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(Base),
        };
        holder.Replace(Snapshot);
    }

    public async Task DisposeAsync()
    {
        if (app is null) return;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public void Dispose()
    {
        client?.Dispose();
        Directory.Delete(dossiers, recursive: true);
    }

    /// <summary>Sends a request, with headers as name and value in turn.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params string[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        for (int i = 0; i < headers.Length; i += 2)
            request.Headers.TryAddWithoutValidation(headers[i], headers[i + 1]);
        return Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params string[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    /// <summary>A document that must be answered with 200.</summary>
    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <inheritdoc cref="GraphClient.AskAsync"/>
    public Task<JsonElement> GraphQLAsync(
        string query, string? token = null, object? variables = null,
            HttpStatusCode status = HttpStatusCode.OK) =>
        new GraphClient(Client).AskAsync(query, token, variables, status);

    /// <inheritdoc cref="GraphClient.DataAsync"/>
    public Task<JsonElement> DataAsync(string query, string? token = null, object? variables = null) =>
        new GraphClient(Client).DataAsync(query, token, variables);

    /// <summary>How many features of a collection meet a filter.</summary>
    public async Task<int> CountAsync(string collection, string filter)
    {
        var items = await JsonAsync(
            $"/ogc/collections/{collection}/items?limit=1&filter={Uri.EscapeDataString(filter)}");
        return items.GetProperty("numberMatched").GetInt32();
    }

    /// <summary>The code of the problem that a request is answered with, and its status.</summary>
    public async Task<(int Status, string Code)> ProblemAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return ((int)answer.StatusCode, problem.RootElement.GetProperty("code").GetString()!);
    }
}

/// <summary>Tests of the running service share it and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class WuhanServiceTests : ICollectionFixture<WuhanService>
{
    public const string Name = "the service over Wuhan";
}
