using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gep.Api.Persistence.Migrations;

/// <summary>A migration that is a file of SQL beside this one. A store only goes forward.</summary>
internal abstract class SqlMigration(string file) : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        string name = $"{typeof(SqlMigration).Namespace}.{file}";
        using var stream = typeof(SqlMigration).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("A store only goes forward; restore a backup instead.");
}

/// <summary>Layers, snapshots, runs.</summary>
[DbContext(typeof(StoreContext))]
[Migration(Id)]
internal sealed class InitialMigration() : SqlMigration("Initial.sql")
{
    /// <summary>Its place in the order of migrations.</summary>
    public const string Id = "20260101000000_Initial";
}

/// <summary>Workflow, audit log, views.</summary>
[DbContext(typeof(StoreContext))]
[Migration(Id)]
internal sealed class LogsMigration() : SqlMigration("Logs.sql")
{
    /// <summary>Its place in the order of migrations.</summary>
    public const string Id = "20260102000000_Logs";
}

/// <summary>Steps of schedules, tokens, write keys, records, files of layers.</summary>
[DbContext(typeof(StoreContext))]
[Migration(Id)]
internal sealed class ServiceMigration() : SqlMigration("Service.sql")
{
    /// <summary>Its place in the order of migrations.</summary>
    public const string Id = "20260103000000_Service";
}

/// <summary>A partition of features for each layer version.</summary>
[DbContext(typeof(StoreContext))]
[Migration(Id)]
internal sealed class PartitionsMigration() : SqlMigration("Partitions.sql")
{
    /// <summary>Its place in the order of migrations.</summary>
    public const string Id = "20260104000000_Partitions";
}

/// <summary>Runs that callers of the service asked for.</summary>
[DbContext(typeof(StoreContext))]
[Migration(Id)]
internal sealed class ServiceRunsMigration() : SqlMigration("ServiceRuns.sql")
{
    /// <summary>Its place in the order of migrations.</summary>
    public const string Id = "20260108000000_ServiceRuns";
}
