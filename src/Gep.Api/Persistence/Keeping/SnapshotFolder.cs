using Gep.Api.Persistence.Writing;
using Gep.Api.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Writes a snapshot back into a folder, byte for byte as it was ingested.</summary>
internal static class SnapshotFolder
{
    /// <summary>
    /// The files of a snapshot. Throws <see cref="StoreUnavailableException"/> when the store does not have
    /// all of them or they are not what was stored.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="workspaceId">The workspace's number.</param>
    /// <param name="key">Id of the snapshot.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="local">
    /// A folder of the workspace on this machine, for files that were too large to be kept; null for none.
    /// </param>
    public static void Write(Store store, long workspaceId, string key, string folder, string? local)
    {
        using var context = store.NewContext();
        long snapshot = context.Snapshots.AsNoTracking()
            .Single(row => row.WorkspaceId == workspaceId && row.Key == key).Id;
        var packs = from file in context.SnapshotFiles
                    join content in context.Contents on file.ContentHash equals content.Hash
                    where file.SnapshotId == snapshot
                    select new { file.Path, content.Bytes };
        foreach (var pack in packs.AsNoTracking().AsEnumerable())
            File.WriteAllBytes(PlaceOf(folder, pack.Path), pack.Bytes);
        var layers = (from link in context.SnapshotLayers
                      join file in context.LayerFiles on link.LayerVersionId equals file.LayerVersionId
                      where link.SnapshotId == snapshot
                      select file).AsNoTracking().ToList();
        foreach (var file in layers)
        {
            string place = PlaceOf(folder, file.Path);
            if (TryWriteParts(context, file.LayerVersionId, file.Path, place)) continue;
            string? here = local is null ? null : Path.Combine(local, file.Path);
            if (here is null || !File.Exists(here) || LayerContent.HashOf(here) != file.ContentHash)
                throw Missing(file.Path, key);
            File.Copy(here, place, overwrite: true);
        }
        if (WorkspaceSnapshot.Compute(folder) != key) throw Missing(folder, key);
    }

    /// <summary>One file of the published snapshot, none of a layer; nothing where it has no such
    /// file.</summary>
    /// <param name="context">The unit of work.</param>
    /// <param name="workspaceId">The workspace's number.</param>
    /// <param name="path">The file in the workspace.</param>
    /// <param name="folder">Where it goes.</param>
    public static void WriteOne(StoreContext context, long workspaceId, string path, string folder)
    {
        long? snapshot = SnapshotWriting.CurrentSnapshot(context, workspaceId);
        byte[]? bytes = (from file in context.SnapshotFiles
                         join content in context.Contents on file.ContentHash equals content.Hash
                         where file.SnapshotId == snapshot && file.Path == path
                         select content.Bytes).SingleOrDefault();
        if (bytes is not null) File.WriteAllBytes(PlaceOf(folder, path), bytes);
    }

    private static bool TryWriteParts(StoreContext context, long version, string path, string place)
    {
        bool isKept = false;
        using var output = File.Create(place);
        foreach (var part in context.LayerFileParts.AsNoTracking()
            .Where(row => row.LayerVersionId == version && row.Path == path).OrderBy(row => row.Part))
        {
            output.Write(part.Bytes);
            isKept = true;
        }
        return isKept;
    }

    /// <summary>A path of the store never leads out of the folder.</summary>
    private static string PlaceOf(string folder, string path)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string place = Path.GetFullPath(Path.Combine(root, path));
        if (!place.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidDataException($"{path} leads out of the workspace.");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }

    private static StoreUnavailableException Missing(string path, string key) => new(new(
        $"库中没有快照 {key} 的全部文件（{path}）；请在同一工作区旁运行，或重新 gep ingest。",
        $"The store does not have every file of snapshot {key} ({path}); run beside the workspace, "
            + "or ingest it again."));
}
