using System.Globalization;
using Npgsql;

namespace Gep.Api.Persistence.Writing;

/// <summary>
/// The table that holds the features of one layer version. Until it is attached nobody else sees it, so that
/// its geometries are indexed in one go when it is full.
/// </summary>
internal sealed class FeaturePartition
{
    private readonly NpgsqlConnection connection;
    private readonly string version;

    private FeaturePartition(NpgsqlConnection connection, long versionId)
    {
        this.connection = connection;
        version = versionId.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Its name with that of the schema.</summary>
    public string Name => $"{StoreContext.Schema}.feature_{version}";

    /// <summary>Makes it, empty, in the transaction of the connection.</summary>
    public static FeaturePartition Create(NpgsqlConnection connection, long versionId)
    {
        var partition = new FeaturePartition(connection, versionId);
        // The check spares the look at every row when the table becomes a partition; geometries are hardly
        // smaller when compressed, and that takes a fifth of the copy.
        partition.Execute(
            $"create table {partition.Name} (like gep.feature including defaults, "
            + $"check (layer_version_id = {partition.version}), primary key (layer_version_id, position))");
        partition.Execute($"alter table {partition.Name} alter column geometry set storage external");
        return partition;
    }

    /// <summary>Indexes it and makes it part of the features; it is never changed after that.</summary>
    public void Attach()
    {
        Execute($"create index on {Name} using gist (geometry)");
        Execute($"create trigger refuse_change before update or delete or truncate on {Name} "
            + "for each statement execute function gep.refuse_change()");
        Execute($"alter table gep.feature attach partition {Name} for values in ({version})");
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
