using Gep.Api.Tests.Dossiers;

namespace Gep.Api.Tests.Serving;

/// <summary>The dossier workspace, a database, and a token file, for services that are killed.</summary>
internal sealed class ServedDatabase(string database) : IDisposable
{
    private readonly DossierWorkspace workspace = new();
    private readonly string folder = Directory.CreateTempSubdirectory("gep-served-").FullName;

    public string Database => database;

    public string Root => workspace.Root;

    /// <summary>Starts the service on it.</summary>
    public Task<ServingProcess> ServeAsync() => ServingProcess.StartAsync(
        new Dictionary<string, string> { ["GEP_TOKENS"] = ServingProcess.WriteTokens(folder) },
        "serve", Root, "--database", database, "--urls", "http://127.0.0.1:0");

    public void Dispose()
    {
        workspace.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
