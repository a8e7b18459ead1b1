using System.Collections;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;
using Gep.Api.Workspaces;
using Gep.Spatial.Overlays;

namespace Gep.Api.Tests.GraphQL;

/// <summary>Nested fields read nothing once per parent: neither database nor snapshot.</summary>
[Collection(StoreTests.Name)]
public class NoRepeatedReadingTests(TestCluster cluster)
{
    private const string Nested =
        """
        { schedules { status scheme { code } steps { number }
            lines(first: 100) { nodes { district { code account(year: 2019) { gep { amount } } } } } }
          districts {
            account(year: 2019) { lines(first: 100) { nodes { code explanation { label { zh } } } } }
            paymentLines(first: 100) { nodes { schedule { code } } } }
          parcels(first: 1000) { nodes { layer { code } ecosystemType { code }
            netArea(year: 2019) { amount } district { account(year: 2024) { gep { amount } } }
            paymentLines { amount { amount } } } } }
        """;

    [StoreFact]
    public async Task Nested_OverAllDistrictsParcelsAndSchedules_AsksTheDatabaseOnceForEachField()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();
        var kept = KeptRecords.Of(tiny.Store, "tiny");
        var settings = new ServeSettings("http://127.0.0.1:0", [], null, TimeSpan.FromSeconds(60))
        {
            Tokens = Tokens.Register,
        };
        var holder = new SnapshotHolder();
        await using var app = ServiceHost.Build(settings, holder, StoreParts.Of(kept, settings, tiny.Root));
        await app.StartAsync();
        holder.Replace(ServiceSnapshot.Read(
            tiny.Root, new ProblemList(), null, CancellationToken.None)!);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Tokens.Of(CallerRole.Auditor));
        using var queries = new QueryCount();
        await AskAsync(client, "{ me { name } }");
        long before = queries.Read();

        var data = await AskAsync(client, Nested);

        Assert.True(data.GetProperty("schedules").GetArrayLength() > 5);
        Assert.True(data.GetProperty("parcels").GetProperty("nodes").GetArrayLength() > 5);
        Assert.Equal(2, queries.Read() - before);
    }

    [Fact]
    public void Explanation_OfEveryLine_LooksAtEachPieceOnce()
    {
        using var tiny = Workspaces.TinyWorkspace.Create();
        var snapshot = ServiceSnapshot.Read(tiny.Root, new ProblemList(), null, CancellationToken.None)!;
        var run = snapshot.Accounts[0];
        var pieces = new CountedList(run.Extents!.Overlay.Pieces);
        var extents = new LayerExtents(
            run.Extents.Extents, run.Extents.Overlay with { Pieces = pieces }, run.Extents.Layers);

        int explained = run.Report.Account.Lines.Count(line =>
            ParcelTrace.Extend(line, extents).Children.Length > line.Trace.Children.Length);

        Assert.True(explained > 1);
        Assert.Equal(pieces.Count, pieces.Reads);
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string query)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query });
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.False(document.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return document.RootElement.GetProperty("data").Clone();
    }

    /// <summary>Queries that this process sent to databases, as the library counts them.</summary>
    private sealed class QueryCount : IDisposable
    {
        private readonly MeterListener listener = new();
        private long count;

        public QueryCount()
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "microsoft.entityframeworkcore.queries")
                    self.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, value, _, _) => count = value);
            listener.Start();
        }

        public long Read()
        {
            listener.RecordObservableInstruments();
            return count;
        }

        public void Dispose() => listener.Dispose();
    }

    /// <summary>Pieces that count how often one is looked at.</summary>
    private sealed class CountedList(IReadOnlyList<OverlayPiece<DistrictCode, EcosystemTypeCode>> pieces)
        : IReadOnlyList<OverlayPiece<DistrictCode, EcosystemTypeCode>>
    {
        public int Reads { get; private set; }

        public int Count => pieces.Count;

        public OverlayPiece<DistrictCode, EcosystemTypeCode> this[int index] => Read(pieces[index]);

        public IEnumerator<OverlayPiece<DistrictCode, EcosystemTypeCode>> GetEnumerator() =>
            pieces.Select(Read).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private OverlayPiece<DistrictCode, EcosystemTypeCode> Read(
            OverlayPiece<DistrictCode, EcosystemTypeCode> piece)
        {
            Reads++;
            return piece;
        }
    }
}
