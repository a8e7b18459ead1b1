using System.Text.Json;
using Gep.Api.Persistence.Writing;
using Gep.Api.Tests.Persistence;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Uploads;

/// <summary>A file goes the whole way: sent, reviewed, accepted, in force everywhere.</summary>
[Collection(StoreTests.Name)]
public sealed class UploadTests(TestCluster cluster) : IDisposable
{
    private const string State =
        """
        { snapshot { id } account(year: 2019) { gep { amount } }
          layers { code featureCount files isSchematic licence crs }
          featureCollection(collection: "parcels", filter: "layer = 'waters'", properties: []) }
        """;

    private readonly StoredWorkspace tiny = new(cluster.NewDatabase());
    private readonly string uploads = Directory.CreateTempSubdirectory("gep-uploads-").FullName;

    public void Dispose()
    {
        tiny.Dispose();
        Directory.Delete(uploads, recursive: true);
    }

    [StoreFact]
    public async Task Upload_Accepted_AnswersFromNowOnHereAndInAnotherInstance()
    {
        string first = tiny.Ingest().Snapshot;
        await using var here = await StartAsync();
        await using var there = await StartAsync();
        var before = await here.Graph.DataAsync(State);
        string id = await UploadSteps.SendAsync(
            here.Graph, "waters", UploadSteps.Waters("[114.12, 30.55]", "[114.12, 30.56]"), "key-1");

        var review = await UploadSteps.ShowAsync(here.Graph, id);
        var unchanged = await here.Graph.DataAsync(State);
        Assert.True(review.GetProperty("state").GetString() == "READY", review.ToString());
        string second = await UploadSteps.AcceptAsync(here.Graph, id, "key-2");
        await UploadSteps.WaitAsync(() => Task.FromResult(there.Snapshot == second));

        Assert.Equal(first, review.GetProperty("review").GetProperty("basis").GetString());
        Assert.Equal(before.ToString(), unchanged.ToString());
        Assert.NotEqual(first, second);
        var after = await here.Graph.DataAsync(State);
        Assert.Equal(second, after.GetProperty("snapshot").GetProperty("id").GetString());
        Assert.NotEqual(GepOf(before), GepOf(after));
        Assert.Equal(
            GepOf(after), review.GetProperty("review").GetProperty("accounts")[0].GetProperty("after")
                .GetProperty("amount").GetString());
        var waters = after.GetProperty("layers").EnumerateArray()
            .Single(layer => layer.GetProperty("code").GetString() == "waters");
        Assert.False(waters.GetProperty("isSchematic").GetBoolean());
        Assert.Equal("CC-BY-4.0", waters.GetProperty("licence").GetString());
        Assert.StartsWith(
            "layers/accepted/", waters.GetProperty("files")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "30.56", after.GetProperty("featureCollection").ToString(), StringComparison.Ordinal);
        Assert.Equal(after.ToString(), (await there.Graph.DataAsync(State)).ToString());
        Assert.Equal(
            [
                "upload-received", "upload-accepted", "layer-recorded", "snapshot-recorded",
                "account-recorded", "schedule-recorded", "account-recorded", "schedule-recorded",
                "snapshot-published",
            ],
            here.Kept.Audit.Read(0, int.MaxValue).Where(entry => entry.Actor == "Analyst")
                .Select(entry => entry.Action));
        Assert.Null(here.Kept.Audit.FindBreak());
    }

    [StoreFact]
    public async Task Upload_OfAServiceThatEnds_WaitsForTheNextAndStaysAccepted()
    {
        tiny.Ingest();
        string id, accepted;
        await using (var first = await StartAsync())
        {
            id = await UploadSteps.SendAsync(
                first.Graph, "waters", UploadSteps.Waters("[114.12, 30.55]", "[114.12, 30.56]"), "sent");
        }
        await using (var second = await StartAsync())
        {
            var waiting = await UploadSteps.ShowAsync(second.Graph, id);
            Assert.Equal("READY", waiting.GetProperty("state").GetString());
            Assert.Equal(2, waiting.GetProperty("review").GetProperty("map").GetProperty("features")
                .GetArrayLength());
            accepted = await UploadSteps.AcceptAsync(second.Graph, id, "accepted");
        }
        await using var third = await StartAsync();

        Assert.Equal(accepted, third.Snapshot);
        var shown = await UploadSteps.ShowAsync(third.Graph, id);
        Assert.Equal("ACCEPTED", shown.GetProperty("state").GetString());
        Assert.Equal(accepted, shown.GetProperty("snapshot").GetString());
        Assert.Empty(Directory.EnumerateFiles(uploads, "*.data"));
    }

    [StoreFact]
    public async Task Accept_LayerThatWasReplacedSince_IsRefusedAndChangesNothing()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        string first = await UploadSteps.SendAsync(
            service.Graph, "waters", UploadSteps.Waters("[114.12, 30.55]", "[114.12, 30.56]"), "first");
        string second = await UploadSteps.SendAsync(
            service.Graph, "waters", UploadSteps.Waters("[114.12, 30.55]", "[114.12, 30.57]"), "second");
        string snapshot = await UploadSteps.AcceptAsync(service.Graph, first, "accept first");

        var run = await UploadSteps.DecideAsync(service.Graph, second, "accept second");

        Assert.Equal("REFUSED", run.GetProperty("state").GetString());
        Assert.Equal(snapshot, service.Snapshot);
        var shown = await UploadSteps.ShowAsync(service.Graph, second);
        Assert.Equal("READY", shown.GetProperty("state").GetString());
        Assert.Equal(
            "layer-replaced-since", shown.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [StoreFact]
    public async Task Accept_WhileAnotherSnapshotIsPublished_HidesNoneOfThem()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        string id = await UploadSteps.SendAsync(
            service.Graph, "waters", UploadSteps.Waters("[114.12, 30.55]", "[114.12, 30.56]"), "sent");
        string basis = service.Snapshot;
        File.AppendAllText(Path.Combine(tiny.Root, "workspace.yaml"), "# reviewed\n");
        string published = tiny.Ingest().Snapshot;

        string accepted = await UploadSteps.AcceptAsync(service.Graph, id, "accept");

        Assert.Equal([basis, published, accepted], tiny.Published());
        var problems = new ProblemList();
        Assert.Null(IngestWorkspace.Run(
            tiny.Store, new IngestRequest(tiny.Root, null, 1, "test", Basis: basis), problems,
            new Progress<RunProgress>(), CancellationToken.None));
        Assert.Equal("snapshot-superseded", Assert.Single(problems.All).Code);
    }

    private static string GepOf(JsonElement state) =>
        state.GetProperty("account").GetProperty("gep").GetProperty("amount").GetString()!;

    private Task<StoredService> StartAsync() => StoredService.StartAsync(tiny.Database, tiny.Root, uploads);
}
