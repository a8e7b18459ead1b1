using System.Globalization;
using System.Text.Json;
using Gep.Api.Persistence.Reading;
using Gep.Api.Persistence.Writing;
using Gep.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class IngestTests(TestCluster cluster)
{
    [StoreFact]
    public void Ingest_SameContentTwice_NamesTheVersionAndWritesNothing()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        var first = tiny.Ingest();
        long[] counts = tiny.Counts();

        var second = tiny.Ingest();

        Assert.True(first.IsNewlyPublished);
        Assert.False(second.IsNewlyPublished);
        Assert.Equal(counts, tiny.Counts());
        Assert.Equal(first.Snapshot, second.Snapshot);
        Assert.Equal(first.Layers.Select(layer => layer with { IsNew = false }), second.Layers);
        Assert.Equal(first.Runs.Select(run => run with { IsNew = false }), second.Runs);
    }

    [StoreFact]
    public void Ingest_OneLayerChangedAndBack_GivesThatLayerOneNewVersion()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        var before = tiny.Ingest();
        string file = Path.Combine(tiny.Root, "layers", "fields.geojson");
        string text = File.ReadAllText(file);
        File.WriteAllText(file, $"{text}\n\n");

        var changed = tiny.Ingest();
        File.WriteAllText(file, text);
        long[] counts = tiny.Counts();
        var back = tiny.Ingest();

        Assert.Equal(["fields"], changed.Layers.Where(layer => layer.IsNew).Select(layer => layer.Layer));
        Assert.Equal(2, changed.Layers.Single(layer => layer.IsNew).Version);
        Assert.Equal(before.Snapshot, back.Snapshot);
        Assert.True(back.IsNewlyPublished);
        Assert.Equal([before.Snapshot, changed.Snapshot, before.Snapshot], tiny.Published());
        Assert.Equal(counts[..2], tiny.Counts()[..2]);
    }

    [StoreFact]
    public void Ingest_PackChanged_KeepsLayersAndOlderRuns()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        var before = tiny.Ingest();
        File.AppendAllText(Path.Combine(tiny.Root, "workspace.yaml"), "# reviewed\n");

        var after = tiny.Ingest();

        Assert.DoesNotContain(after.Layers, layer => layer.IsNew);
        Assert.Equal(2 * before.Runs.Length, TestCluster.Scalar<long>(
            tiny.Database, "select count(*) from gep.run"));
        Assert.Equal(
            before.Runs.Where(run => run.Kind == RunToStore.Account).Select(run => run.ResultHash),
            after.Runs.Where(run => run.Kind == RunToStore.Account).Select(run => run.ResultHash));
    }

    [StoreFact]
    public void Ingest_RefusedWorkspace_WritesNothing()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        foreach (string file in Directory.EnumerateFiles(
            Repository.PathOf("tests", "workspaces", "ten-faults", "layers")))
        {
            File.Copy(file, Path.Combine(tiny.Root, "layers", Path.GetFileName(file)), overwrite: true);
        }

        Assert.Null(tiny.TryIngest(out var problems));

        Assert.True(problems.HasRefusal);
        // Layers were sent while the others were read.
        Assert.Equal(0, TestCluster.Scalar<long>(
            tiny.Database, "select count(*) from pg_class where relname ~ '^feature_[0-9]+$'"));
        Assert.All(tiny.Counts(), count => Assert.Equal(0, count));
    }

    [StoreFact]
    public void AccountLines_InTables_AreThoseOfTheDocument()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        var run = tiny.Ingest().Runs.First(run => run.Kind == RunToStore.Account);
        using var context = tiny.Store.NewContext();
        using var document = JsonDocument.Parse(RunReading.FindDocument(context, run.Id, "account.json"));

        var rows = context.AccountLines.AsNoTracking().Where(line => line.RunId == run.Id)
            .OrderBy(line => line.Position).ToList();

        var lines = document.RootElement.GetProperty("lines").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(lines.Count, rows.Count);
        foreach (var (line, row) in lines.Zip(rows))
        {
            Assert.Equal(line.GetProperty("id").GetString(), row.LineId);
            Assert.Equal(line.GetProperty("ecosystemType").GetString(), row.EcosystemType);
            Assert.Equal(line.GetProperty("extentSquareMetres").GetDouble(), row.ExtentSquareMetres);
            Assert.Equal(line.GetProperty("physicalQuantity").GetDouble(), row.PhysicalQuantity);
            Assert.Equal(line.GetProperty("unitValue").GetString(),
                row.UnitValue.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(line.GetProperty("valueYuan").GetString(),
                row.ValueYuan.ToString("F2", CultureInfo.InvariantCulture));
            Assert.Equal(
                line.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()), row.Flags);
        }
    }

    [StoreFact]
    public void PaymentLines_Shares_AddUpToTheScheduleTotals()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();

        long open = TestCluster.Scalar<long>(tiny.Database,
            """
            select count(*) from gep.schedule s
            where s.total_yuan is distinct from (select sum(l.amount_yuan) from gep.payment_line l
                    where l.schedule_id = s.id)
                or s.total_yuan is distinct from (select sum(p.amount_yuan) from gep.payment_share p
                    where p.schedule_id = s.id)
            """);

        Assert.True(TestCluster.Scalar<long>(tiny.Database, "select count(*) from gep.payment_line") > 0);
        Assert.Equal(0, open);
    }

    [StoreFact]
    public void Features_InTables_AreValidAndMeasureTheSame()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();

        long wrong = TestCluster.Scalar<long>(tiny.Database,
            """
            select count(*) from gep.feature
            where not st_isvalid(geometry) or st_srid(geometry) <> 4490
                or abs(st_area(geometry::geography) - area_square_metres) > 1e-5 * area_square_metres
            """);

        Assert.Equal(0, wrong);
    }

    [StoreFact]
    public void Within_Rectangle_IsAnsweredByTheDatabase()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();
        using var context = tiny.Store.NewContext();
        long districts = LayerReading.FindVersion(context, "tiny", "districts", null)!.Value;
        var all = LayerReading.Within(context, districts, -180, -90, 180, 90).ToList();

        var none = LayerReading.Within(context, districts, 0, 0, 1, 1).ToList();

        Assert.Equal(2, all.Count);
        Assert.Empty(none);
        Assert.Contains("st_intersects", LayerReading.Within(context, districts, 0, 0, 1, 1).ToQueryString(),
            StringComparison.Ordinal);
        Assert.Equal(all[0].Geometry, context.Features.AsNoTracking()
            .Single(feature => feature.Geometry == all[0].Geometry).Geometry);
    }

    [StoreFact]
    public void AuditLog_EntryChanged_BreaksTheChain()
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        tiny.Ingest();
        using var context = tiny.Store.NewContext();
        Assert.Null(AuditLog.FindBreak(context));

        TestCluster.Execute(tiny.Database,
            "alter table gep.audit_entry disable trigger all; "
            + "update gep.audit_entry set actor = 'nobody' where number = 3");

        Assert.Equal(3, AuditLog.FindBreak(context));
    }
}
