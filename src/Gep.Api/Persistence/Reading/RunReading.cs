using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Gep.Api.Cli;
using Gep.Api.Persistence.Rows;
using Gep.Api.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Reading;

/// <summary>Reads runs and their documents back.</summary>
internal static class RunReading
{
    /// <summary>The snapshot of a workspace that answers; null when none does.</summary>
    public static long? CurrentSnapshot(StoreContext context, string workspace)
    {
        long? id = context.Workspaces.Where(row => row.Code == workspace)
            .Select(row => (long?)row.Id).FirstOrDefault();
        return id is null ? null : SnapshotWriting.CurrentSnapshot(context, id.Value);
    }

    /// <summary>
    /// The run of a year in the published snapshot, of several builds the newest; null when there is none.
    /// </summary>
    /// <param name="context">The store.</param>
    /// <param name="workspace">Id of the workspace.</param>
    /// <param name="kind">Account or schedule.</param>
    /// <param name="year">The year.</param>
    /// <param name="profile">Profile of an account; null takes the snapshot's own.</param>
    public static StoredRun? Find(
        StoreContext context, string workspace, string kind, int year, string? profile)
    {
        if (CurrentSnapshot(context, workspace) is not { } id) return null;
        var snapshot = context.Snapshots.AsNoTracking().Single(row => row.Id == id);
        string wanted = kind == RunToStore.Account ? profile ?? snapshot.DefaultProfile : "";
        return context.Runs.AsNoTracking()
            .Where(run => run.SnapshotId == id && run.Kind == kind && run.Year == year
                && run.Profile == wanted)
            .OrderByDescending(run => run.Id).AsEnumerable().Select(View).FirstOrDefault();
    }

    /// <summary>A run of a workspace by its number; null when there is none of that kind.</summary>
    public static StoredRun? Find(StoreContext context, string workspace, string kind, long number) =>
        (from run in context.Runs
         join snapshot in context.Snapshots on run.SnapshotId equals snapshot.Id
         join owner in context.Workspaces on snapshot.WorkspaceId equals owner.Id
         where owner.Code == workspace && run.Id == number && run.Kind == kind
         select run).AsNoTracking().AsEnumerable().Select(View).FirstOrDefault();

    /// <summary>
    /// A document of a run as it was written then; null when the run has none of that name. Throws
    /// <see cref="InvalidDataException"/> when the bytes are not those that were stored.
    /// </summary>
    public static byte[]? FindDocument(StoreContext context, long runId, string name)
    {
        var found = (from document in context.RunDocuments
                     join content in context.Contents on document.ContentHash equals content.Hash
                     where document.RunId == runId && document.Name == name
                     select content).AsNoTracking().FirstOrDefault();
        if (found is null) return null;
        if (Convert.ToHexStringLower(SHA256.HashData(found.Bytes)) != found.Hash)
            throw new InvalidDataException($"{name} of run {runId} is not what was stored.");
        return found.Bytes;
    }

    /// <summary>Writes every snapshot of a workspace, its layers and runs as JSON, oldest first.</summary>
    public static void WriteInventory(StoreContext context, string workspace, Stream output)
    {
        long? current = CurrentSnapshot(context, workspace);
        var snapshots = (from snapshot in context.Snapshots
                         join owner in context.Workspaces on snapshot.WorkspaceId equals owner.Id
                         where owner.Code == workspace
                         orderby snapshot.Id
                         select snapshot).AsNoTracking().ToList();
        using (var json = new Utf8JsonWriter(output, JsonStyle.Options))
        {
            json.WriteStartObject();
            json.WriteString("workspace", workspace);
            json.WriteStartArray("snapshots");
            foreach (var snapshot in snapshots)
                WriteSnapshot(json, context, snapshot, snapshot.Id == current);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void WriteSnapshot(
        Utf8JsonWriter json, StoreContext context, SnapshotRow snapshot, bool isPublished)
    {
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot.Key);
        json.WriteString("recordedAt", AuditLog.Text(snapshot.RecordedAt));
        json.WriteBoolean("published", isPublished);
        json.WriteStartArray("layers");
        var layers = from link in context.SnapshotLayers
                     join version in context.LayerVersions on link.LayerVersionId equals version.Id
                     where link.SnapshotId == snapshot.Id
                     orderby link.Position
                     select version;
        foreach (var layer in layers.AsNoTracking())
        {
            json.WriteStartObject();
            json.WriteString("layer", layer.Layer);
            json.WriteNumber("version", layer.Number);
            json.WriteNumber("features", layer.FeatureCount);
            json.WriteString("recordedAt", AuditLog.Text(layer.RecordedAt));
            json.WriteString("contentHash", layer.ContentHash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("runs");
        foreach (var run in context.Runs.AsNoTracking().Where(run => run.SnapshotId == snapshot.Id)
            .OrderBy(run => run.Id))
        {
            json.WriteStartObject();
            json.WriteNumber("run", run.Id);
            json.WriteString("kind", run.Kind);
            json.WriteNumber("year", run.Year);
            if (run.Profile.Length > 0) json.WriteString("profile", run.Profile);
            json.WriteString("engine", run.Engine);
            json.WriteString("recordedAt", AuditLog.Text(run.RecordedAt));
            json.WriteString("resultHash", run.ResultHash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static StoredRun View(RunRow run) =>
        new(run.Id, run.Kind, run.Year, run.Profile, run.ResultHash, false);

    /// <summary>A run as messages name it.</summary>
    public static string Describe(StoredRun run) => string.Create(
        CultureInfo.InvariantCulture, $"run {run.Id} {run.Kind} {run.Year} {run.Profile}").TrimEnd();
}
