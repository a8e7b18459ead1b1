using Gep.Api.Persistence;
using Gep.Api.Persistence.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class MigrationTests(TestCluster cluster)
{
    private const string Columns =
        """
        select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
        from pg_attribute a join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'gep' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
            and not a.attisdropped
            and c.relname <> 'migration'
        """;

    private const string OlderRows =
        """
        insert into gep.workspace (code) values ('kept');
        insert into gep.layer_version (workspace_id, layer, number, role, name_zh, name_en, content_hash,
            definition, feature_count, area_square_metres, recorded_at)
        values (1, 'lakes', 1, 'ecosystem', '湖', 'lakes', repeat('a', 64), '{}', 1, 1, now());
        insert into gep.feature (layer_version_id, position, feature_id, file, file_ordinal, valid_from,
            valid_to, recorded_at, attributes, area_square_metres, geometry)
        values (1, 1, 'old', 'lakes.geojson', 1, 2019, 2025, now(), '{}', 1,
            st_geomfromtext('POLYGON((114 30, 115 30, 115 31, 114 30))', 4490));
        """;

    private const string FirstPartition =
        "create table gep.feature_1 partition of gep.feature for values in (1)";

    [StoreFact]
    public void Open_EmptyDatabase_MatchesTheModel()
    {
        string database = cluster.NewDatabase(isEmpty: true);

        using var store = Store.Open(database);
        using var context = store.NewContext();

        Assert.Equal(
            [
                InitialMigration.Id, LogsMigration.Id, ServiceMigration.Id, PartitionsMigration.Id,
                ServiceRunsMigration.Id,
            ],
            context.Database.GetAppliedMigrations());
        Assert.Equal(InModel(context), InDatabase(database));
    }

    [StoreTheory]
    [InlineData(InitialMigration.Id)]
    [InlineData(LogsMigration.Id)]
    [InlineData(ServiceMigration.Id)]
    [InlineData(PartitionsMigration.Id)]
    public void Open_PreviousVersion_KeepsItsRows(string version)
    {
        string database = cluster.NewDatabase(isEmpty: true);
        Store.MigrateTo(database, version);
        bool isPartitioned = string.CompareOrdinal(version, PartitionsMigration.Id) >= 0;
        if (isPartitioned) TestCluster.Execute(database, FirstPartition);
        TestCluster.Execute(database, OlderRows);

        using var store = Store.Open(database);
        using var context = store.NewContext();

        Assert.Equal("kept", context.Workspaces.Single().Code);
        Assert.Equal(["old"], context.Features.Select(feature => feature.FeatureId));
        Assert.Equal(InModel(context), InDatabase(database));
    }

    [StoreFact]
    public void Open_ThreeAtOnce_AllSucceed()
    {
        string database = cluster.NewDatabase(isEmpty: true);

        Parallel.For(0, 3, _ => Store.Open(database).Dispose());

        Assert.Equal(5L, TestCluster.Scalar<long>(database, "select count(*) from gep.migration"));
    }

    [StoreFact]
    public void Open_MadeByANewerProgram_IsRefused()
    {
        string database = cluster.NewDatabase();
        TestCluster.Execute(database, "insert into gep.migration values ('29990101000000_Later', '10.0.0')");

        Assert.Throws<StoreUnavailableException>(() => Store.Open(database));
    }

    [StoreFact]
    public void Tables_UpdateDeleteOrTruncate_IsRefused()
    {
        string database = cluster.NewDatabase();
        foreach (string table in InDatabase(database).Select(column => column.Split(' ')[0].Split('.')[0])
            .Distinct())
        {
            foreach (string change in (string[])["delete from", "truncate"])
            {
                var refused = Assert.Throws<PostgresException>(() =>
                    TestCluster.Execute(
                        database, $"{change} gep.{table}{(change[0] == 't' ? " cascade" : "")}"));
                Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
            }
        }
    }

    private static string[] InModel(StoreContext context) =>
    [
        .. context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            .SelectMany(table => table.Columns.Select(column =>
                $"{table.Name}.{column.Name} {column.StoreType} {(column.IsNullable ? "null" : "not null")}"
                    .ToLowerInvariant()))
            .Order(StringComparer.Ordinal),
    ];

    private static string[] InDatabase(string database)
    {
        using var connection = new NpgsqlConnection($"{database};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(Columns, connection);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            string nullable = reader.GetBoolean(3) ? "not null" : "null";
            found.Add($"{reader.GetString(0)}.{reader.GetString(1)} {reader.GetString(2)} {nullable}"
                .ToLowerInvariant());
        }
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
