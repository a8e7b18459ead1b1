using Gep.Api.Persistence;
using Gep.Api.Persistence.Writing;
using Gep.Api.Tests.Persistence;
using Gep.Api.Tests.Uploads;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Pages;

/// <summary>The pages over a database: from the upload of a layer to an issued schedule and its
/// correction.</summary>
[Collection(StoreTests.Name)]
public sealed class PageJourneyTests(TestCluster cluster) : IDisposable
{
    private const int UploadBytes = 64 * 1024 * 1024;

    private readonly string uploads = Directory.CreateTempSubdirectory("gep-journey-uploads-").FullName;
    private readonly string dossiers = Directory.CreateTempSubdirectory("gep-journey-dossiers-").FullName;

    public void Dispose()
    {
        Directory.Delete(uploads, recursive: true);
        Directory.Delete(dossiers, recursive: true);
    }

    [StorePageFact]
    public async Task Pages_FromUploadToIssueAndCorrection_SayWhatGraphQLAnswers()
    {
        string root = Repository.PathOf("data"), database = cluster.NewDatabase();
        Ingest(database, root);
        var clock = new ForwardClock();
        await using var service = await StoredService.StartAsync(
            database, root, uploads, "wuhan",
            settings => settings with
            {
                UploadBytes = UploadBytes,
                Clock = clock,
                DossierFolder = dossiers,
            },
            clock.Map);

        await Browsing.RunAsync(service.Base, "journey.mjs");
    }

    private static void Ingest(string database, string root)
    {
        using var store = Store.Open(database);
        var problems = new ProblemList();
        var outcome = IngestWorkspace.Run(
            store, new IngestRequest(root, null, 1, "test"), problems, new Progress<RunProgress>(),
            CancellationToken.None);
        Assert.True(outcome is not null, string.Join('\n', problems.All));
    }
}
