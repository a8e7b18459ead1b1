using System.Globalization;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Writing;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class InterruptedCopyTests(TestCluster cluster)
{
    /// <summary>
    /// Fields a side of the layer: more than the connection and the copy take in while the database waits,
    /// so that there is more to send, and more to read, when the sessions end.
    /// </summary>
    private const int FieldsASide = 96;

    /// <summary>The COPY of a layer waits at a row of its middle until its session is ended.</summary>
    private const string HoldCopies =
        """
        create function gep.hold_row() returns trigger language plpgsql as $$
        begin perform pg_sleep(3600); return new; end $$;
        create function gep.hold_copy() returns event_trigger language plpgsql as $$
        declare partition text;
        begin
            for partition in select object_identity from pg_event_trigger_ddl_commands()
                where object_type = 'table' and object_identity like 'gep.feature\_%' loop
                execute format('create or replace trigger hold before insert on %s for each row '
                    'when (new.position = 1000) execute function gep.hold_row()', partition);
            end loop;
        end $$;
        create event trigger hold_copy on ddl_command_end when tag in ('CREATE TABLE')
            execute function gep.hold_copy();
        """;

    private const string HeldCopy = "wait_event = 'PgSleep'";
    private const string EverySession = "pid <> pg_backend_pid()";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [StoreTheory]
    [InlineData(HeldCopy)]
    [InlineData(EverySession)]
    public async Task Ingest_SessionsEndDuringCopy_FailsPlainlyAndGoesOnAfterwards(string ended)
    {
        using var tiny = new StoredWorkspace(cluster.NewDatabase());
        WriteFields(tiny.Root);
        TestCluster.Execute(tiny.Database, HoldCopies);
        var ingest = Task.Run(() => tiny.Ingest());
        await UntilAsync(() => ingest.IsCompleted || Sessions<long>("count(*)", HeldCopy) == 1);
        Assert.NotEmpty(SendingThreads());

        Assert.True(Sessions<bool>("bool_or(pg_terminate_backend(pid, 60000))", ended));
        var failed = await Assert.ThrowsAsync<StoreUnavailableException>(() => ingest.WaitAsync(Patience));

        Assert.Contains("nothing is kept in part", failed.Reason.English, StringComparison.Ordinal);
        await UntilAsync(() => SendingThreads().Length == 0);
        Assert.Equal(0, Sessions<long>("count(*)", $"{EverySession} and xact_start is not null"));
        Assert.Equal(0, Count("pg_class where relname ~ '^feature_[0-9]+$' and not relispartition"));
        Assert.Equal(0, Count("gep.layer_version where layer = 'fields'"));
        Assert.Equal(0, TestCluster.Scalar<long>(tiny.Database, KilledProcessTests.Halves));
        Assert.Empty(tiny.Published());
        TestCluster.Execute(tiny.Database, "drop event trigger hold_copy");
        Assert.True((await Task.Run(tiny.Ingest).WaitAsync(Patience)).IsNewlyPublished);
        Assert.Equal(FieldsASide * FieldsASide, Count("gep.feature where file = 'layers/fields.geojson'"));
        Assert.Equal(0, TestCluster.Scalar<long>(tiny.Database, KilledProcessTests.Halves));

        T Sessions<T>(string what, string which) => TestCluster.Scalar<T>(tiny.Database,
            $"select {what} from pg_stat_activity where datname = current_database() "
            + $"and backend_type = 'client backend' and {which}");

        long Count(string rows) => TestCluster.Scalar<long>(tiny.Database, $"select count(*) from {rows}");
    }

    /// <summary>Small fields where the one in the west was.</summary>
    private static void WriteFields(string root)
    {
        const double west = 114.0, south = 30.5, width = 0.08 / FieldsASide, height = 0.03 / FieldsASide;
        var fields = from row in Enumerable.Range(0, FieldsASide)
                     from column in Enumerable.Range(0, FieldsASide)
                     let x = west + column * width
                     let y = south + row * height
                     select string.Create(CultureInfo.InvariantCulture,
                         $$$"""
                         {"type": "Feature",
                         "properties": {"id": "C{{{row}}}-{{{column}}}", "type": "CRO/paddy"},
                         "geometry": {"type": "Polygon", "coordinates": [[[{{{x}}}, {{{y}}}],
                         [{{{x + width}}}, {{{y}}}], [{{{x + width}}}, {{{y + height}}}],
                         [{{{x}}}, {{{y + height}}}], [{{{x}}}, {{{y}}}]]]}}
                         """);
        File.WriteAllText(Path.Combine(root, "layers", "fields.geojson"),
            $$"""{"type": "FeatureCollection", "features": [{{string.Join(",\n", fields)}}]}""");
    }

    /// <summary>The threads of this process that send features.</summary>
    private static string[] SendingThreads() =>
    [
        .. Directory.EnumerateDirectories("/proc/self/task").Where(thread =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd() == FeatureCopy.ThreadName;
            }
            catch (IOException)
            {
                // It ended meanwhile.
                return false;
            }
        }),
    ];

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!holds()) await Task.Delay(20, late.Token);
    }
}
