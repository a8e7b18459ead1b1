using Gep.Api.Persistence.Clusters;
using Gep.Api.Persistence.Geometries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Gep.Api.Persistence;

/// <summary>An open, migrated store: a database by its address, or the private one of a workspace.</summary>
internal sealed class Store : IDisposable
{
    /// <summary>Number of the lock of whoever migrates; any number, always this.</summary>
    private const long MigrationLock = 4490001;

    /// <summary>Number of the lock under which one process at a time ingests.</summary>
    private const long WriterLock = 4490002;

    /// <summary>Number of the lock of run 0; each run has the one at its own number after it.</summary>
    private const long FirstRunLock = 4490004L << 32;

    private readonly PrivateCluster? cluster;
    private readonly NpgsqlDataSource source;
    private readonly DbContextOptions<StoreContext> options;

    private Store(string connectionString, PrivateCluster? cluster)
    {
        this.cluster = cluster;
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.AddTypeInfoResolverFactory(new GeometryTypeResolver());
        source = builder.Build();
        var context = new DbContextOptionsBuilder<StoreContext>().UseNpgsql(source, database =>
            database.MigrationsHistoryTable("migration", StoreContext.Schema));
        ((IDbContextOptionsBuilderInfrastructure)context).AddOrUpdateExtension(new GeometryOptions());
        options = context.Options;
    }

    /// <summary>Opens the store that an address names.</summary>
    /// <param name="connectionString">See <see cref="StoreAddress"/>.</param>
    public static Store Open(string connectionString) => Migrated(new Store(connectionString, null));

    /// <summary>Opens the private store of a place, making and starting it where that is needed.</summary>
    /// <param name="place">Where its cluster lies.</param>
    /// <param name="say">Told about steps that take their time.</param>
    public static Store OpenPrivate(ClusterPlace place, Action<string> say)
    {
        var cluster = PrivateCluster.Open(place, say);
        try
        {
            return Migrated(new Store(cluster.ConnectionString, cluster));
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>A unit of work.</summary>
    public StoreContext NewContext() => new(options);

    /// <summary>
    /// Waits until no other process ingests. The turn ends with its disposal, or with the process.
    /// </summary>
    public StoreTurn TakeWriterTurn() => StoreTurn.Take(source, WriterLock);

    /// <summary>Waits until no other process works at a run.</summary>
    public StoreTurn TakeRunTurn(long run) => StoreTurn.Take(source, FirstRunLock + run);

    /// <summary>A connection of its own, for listening.</summary>
    public async Task<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellation) =>
        await source.OpenConnectionAsync(cancellation);

    /// <summary>Brings an opened store to a migration; null is the newest.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="migration">Id of the migration.</param>
    public static void MigrateTo(string connectionString, string? migration)
    {
        using var store = new Store(connectionString, null);
        store.Migrate(migration);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        source.Dispose();
        cluster?.Dispose();
    }

    private static Store Migrated(Store store)
    {
        try
        {
            store.Migrate(null);
            return store;
        }
        catch (Exception failed)
        {
            store.source.Dispose();
            if (failed is not (NpgsqlException or TimeoutException)) throw;
            throw new StoreUnavailableException(new(
                "无法使用数据库：请检查地址、口令、权限与 PostGIS 扩展。",
                $"The database cannot be used: {failed.Message} "
                    + "Check its address, password, permissions and the PostGIS extension."), failed);
        }
    }

    /// <summary>
    /// Migrations one by one, each in a transaction, by one process at a time. The driver learns the types of
    /// a database when it first connects, before the extension was there: it learns them again.
    /// </summary>
    private void Migrate(string? migration)
    {
        using var turn = StoreTurn.Take(source, MigrationLock);
        using var context = NewContext();
        RequireKnown(context);
        context.GetService<IMigrator>().Migrate(migration);
        source.ReloadTypes();
    }

    private static void RequireKnown(StoreContext context)
    {
        var known = context.Database.GetMigrations().ToHashSet();
        string? foreign = context.Database.GetAppliedMigrations().FirstOrDefault(id => !known.Contains(id));
        if (foreign is null) return;
        throw new StoreUnavailableException(new(
            $"数据库由更新的程序建立（{foreign}），请更新本程序。",
            $"The database was made by a newer program ({foreign}); update this one."));
    }
}
