using System.Globalization;
using Gep.Api.Persistence.Rows;
using Gep.Api.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gep.Api.Persistence.Writing;

/// <summary>
/// A layer version that is being recorded: its features may come as they are read. It is there whole when it
/// is complete, and not at all when it is given up.
/// </summary>
internal sealed class LayerLoad : IDisposable
{
    private readonly StoreContext context;
    private readonly IDbContextTransaction transaction;
    private readonly Task<LayerContent> hashed;
    private readonly DateTime recordedAt = AuditLog.Now();
    private readonly long versionId;
    private readonly FeaturePartition partition;
    private readonly FeatureCopy copy;

    /// <summary>Begins to record a version.</summary>
    /// <param name="store">The store; it is this process's turn to write.</param>
    /// <param name="hashed">The layer, whose files may still be read for their hashes.</param>
    public LayerLoad(Store store, Task<LayerContent> hashed)
    {
        this.hashed = hashed;
        context = store.NewContext();
        try
        {
            transaction = context.Database.BeginTransaction();
            versionId = context.Database.SqlQuery<long>(
                $"select nextval(pg_get_serial_sequence('gep.layer_version', 'id')) as \"Value\"").Single();
            partition = FeaturePartition.Create(Connection, versionId);
            copy = new FeatureCopy(Connection, partition, versionId, recordedAt);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    private NpgsqlConnection Connection => (NpgsqlConnection)context.Database.GetDbConnection();

    /// <summary>Whether any version of a layer is stored.</summary>
    public static bool HasVersions(Store store, long workspaceId, string layer)
    {
        using var context = store.NewContext();
        return context.LayerVersions.Any(
            version => version.WorkspaceId == workspaceId && version.Layer == layer);
    }

    /// <summary>The version of this content that is stored already, or null.</summary>
    public static StoredLayer? Find(Store store, long workspaceId, LayerContent content)
    {
        using var context = store.NewContext();
        var same = context.LayerVersions.AsNoTracking().FirstOrDefault(version =>
            version.WorkspaceId == workspaceId && version.Layer == content.Layer.Id
            && version.ContentHash == content.Hash);
        return same is null ? null : new StoredLayer(
            same.Id, same.Layer, same.Number, same.FeatureCount, same.ContentHash, false);
    }

    /// <summary>Adds features behind those before.</summary>
    public void Add(IReadOnlyList<FeatureToStore> features) => copy.Add(features);

    /// <summary>Indexes the features and records the version.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="actor">Who writes.</param>
    public StoredLayer Complete(long workspaceId, string root, string actor)
    {
        copy.Complete();
        var content = hashed.GetAwaiter().GetResult();
        int number = 1 + (context.LayerVersions
            .Where(version => version.WorkspaceId == workspaceId && version.Layer == content.Layer.Id)
            .Max(version => (int?)version.Number) ?? 0);
        WriteVersion(content, workspaceId, number);
        partition.Attach();
        LayerFileKeeping.Write(Connection, versionId, root, content);
        string subject = string.Create(
            CultureInfo.InvariantCulture, $"layer {content.Layer.Id} version {number} {content.Hash}");
        AuditLog.Append(context, actor, "layer-recorded", subject);
        transaction.Commit();
        return new StoredLayer(versionId, content.Layer.Id, number, copy.Rows, content.Hash, true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        copy.Dispose();
        transaction.Dispose();
        context.Dispose();
    }

    /// <summary>
    /// The row of the version, when its features have been counted. Its number in the store was taken before.
    /// </summary>
    private void WriteVersion(LayerContent content, long workspaceId, int number)
    {
        var layer = content.Layer;
        context.Database.ExecuteSql($"""
            insert into gep.layer_version (id, workspace_id, layer, number, role, name_zh, name_en,
                content_hash, definition, feature_count, area_square_metres, recorded_at)
            overriding system value
            values ({versionId}, {workspaceId}, {layer.Id}, {number}, {WorkspaceProblem.CodeOf(layer.Role)},
                {layer.Name.Chinese}, {layer.Name.English}, {content.Hash}, {content.Definition}::jsonb,
                {(long)copy.Rows}, {copy.SquareMetres}, {recordedAt})
            """);
        context.LayerFiles.AddRange(content.Files.Select((file, index) => new LayerFileRow
        {
            LayerVersionId = versionId,
            Position = index + 1,
            Path = file.Path,
            ContentHash = file.Hash,
        }));
        context.SaveChanges();
    }
}
