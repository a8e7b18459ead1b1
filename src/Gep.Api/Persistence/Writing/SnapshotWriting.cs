using System.Collections.Immutable;
using System.Security.Cryptography;
using Gep.Api.Layers;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Persistence.Rows;
using Gep.Api.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Writing;

/// <summary>Writes workspaces, snapshots with their packs, and publications.</summary>
internal static class SnapshotWriting
{
    /// <summary>The number of a workspace, recorded when it is new.</summary>
    public static long WorkspaceId(Store store, string code)
    {
        using var context = store.NewContext();
        context.Database.ExecuteSql(
            $"insert into gep.workspace (code) values ({code}) on conflict do nothing");
        return context.Workspaces.AsNoTracking().Single(workspace => workspace.Code == code).Id;
    }

    /// <summary>The number of a snapshot; recorded, with its packs and problems, when new.</summary>
    public static long Write(
        Store store, long workspaceId, OpenedWorkspace opened, IReadOnlyList<StoredLayer> layers,
        IReadOnlyList<WorkspaceProblem> problems, string actor)
    {
        using var context = store.NewContext();
        using var transaction = context.Database.BeginTransaction();
        var known = context.Snapshots.AsNoTracking().FirstOrDefault(snapshot =>
            snapshot.WorkspaceId == workspaceId && snapshot.Key == opened.Snapshot);
        if (known is not null) return known.Id;
        var row = new SnapshotRow
        {
            WorkspaceId = workspaceId,
            Key = opened.Snapshot,
            Region = opened.Workspace.Region.ToString(),
            NameZh = opened.Workspace.Name.Chinese,
            NameEn = opened.Workspace.Name.English,
            DefaultProfile = opened.Workspace.DefaultProfile,
            RecordedAt = AuditLog.Now(),
        };
        context.Snapshots.Add(row);
        context.SaveChanges();
        context.SnapshotLayers.AddRange(layers.Select((layer, index) => new SnapshotLayerRow
        {
            SnapshotId = row.Id,
            Position = index + 1,
            LayerVersionId = layer.Id,
        }));
        foreach (var (path, bytes) in PacksOf(opened.Workspace))
        {
            context.SnapshotFiles.Add(new SnapshotFileRow
            {
                SnapshotId = row.Id,
                Path = path,
                ContentHash = Keep(context, bytes),
            });
        }
        context.SnapshotProblems.AddRange(
            problems.Select((problem, index) => RowOf(row.Id, index + 1, problem)));
        context.GeometryRepairs.AddRange(opened.Layers.Repairs.Select((repair, index) => new GeometryRepairRow
        {
            SnapshotId = row.Id,
            Position = index + 1,
            FeatureId = repair.FeatureId,
            FileOrdinal = repair.Feature,
            WhatZh = repair.WhatChinese,
            WhatEn = repair.WhatEnglish,
            Longitude = repair.Longitude,
            Latitude = repair.Latitude,
            SquareMetresBefore = repair.SquareMetresBefore,
            SquareMetresAfter = repair.SquareMetresAfter,
        }));
        context.SaveChanges();
        AuditLog.Append(context, actor, "snapshot-recorded", $"snapshot {row.Key}");
        transaction.Commit();
        return row.Id;
    }

    /// <summary>Lets a snapshot answer from now on; false when it is the one that already does.</summary>
    public static bool Publish(Store store, long workspaceId, long snapshotId, string key, string actor)
    {
        using var context = store.NewContext();
        using var transaction = context.Database.BeginTransaction();
        if (CurrentSnapshot(context, workspaceId) == snapshotId) return false;
        context.Publications.Add(new PublicationRow { SnapshotId = snapshotId, RecordedAt = AuditLog.Now() });
        context.SaveChanges();
        AuditLog.Append(context, actor, "snapshot-published", $"snapshot {key}");
        context.Database.ExecuteSql($"select pg_notify({PublicationFeed.Channel}, {key})");
        transaction.Commit();
        return true;
    }

    /// <summary>The snapshot of a workspace that answers; null when none does.</summary>
    public static long? CurrentSnapshot(StoreContext context, long workspaceId) =>
        (from publication in context.Publications
         join snapshot in context.Snapshots on publication.SnapshotId equals snapshot.Id
         where snapshot.WorkspaceId == workspaceId
         orderby publication.Id descending
         select (long?)snapshot.Id).FirstOrDefault();

    /// <summary>Keeps bytes under their hash and returns it; the context saves them.</summary>
    public static string Keep(StoreContext context, byte[] bytes)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        bool isThere = context.Contents.Local.Any(content => content.Hash == hash)
            || context.Contents.Any(content => content.Hash == hash);
        if (!isThere) context.Contents.Add(new ContentRow { Hash = hash, Bytes = bytes });
        return hash;
    }

    /// <summary>Every file that is read but no layer's.</summary>
    private static ImmutableArray<(string Path, byte[] Bytes)> PacksOf(Workspace workspace)
    {
        var ofLayers = workspace.Layers
            .SelectMany(layer => LayerContent.FilesOf(workspace.Root, layer))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. WorkspaceSnapshot.FilesOf(workspace.Root)
                .Where(path => !ofLayers.Contains(path))
                .Where(path =>
                    new FileInfo(Path.Combine(workspace.Root, path)).Length <= LayerFileKeeping.BytesMax)
                .Select(path => (path, File.ReadAllBytes(Path.Combine(workspace.Root, path)))),
        ];
    }

    private static SnapshotProblemRow RowOf(long snapshotId, int position, WorkspaceProblem problem) => new()
    {
        SnapshotId = snapshotId,
        Position = position,
        Code = problem.Code,
        Severity = WorkspaceProblem.CodeOf(problem.Severity),
        Place = problem.Where,
        TextZh = problem.Text.Chinese,
        TextEn = problem.Text.English,
        RemedyZh = problem.Remedy.Chinese,
        RemedyEn = problem.Remedy.English,
    };
}
