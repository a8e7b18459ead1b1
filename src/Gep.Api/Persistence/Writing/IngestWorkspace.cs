using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;
using Gep.Api.Changes;
using Gep.Api.Compensation;
using Gep.Api.Layers;
using Gep.Api.Persistence.Reading;
using Gep.Api.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Writing;

/// <summary>What to ingest.</summary>
/// <param name="Root">Folder of the workspace.</param>
/// <param name="Profile">Profile of the accounts; null takes the workspace's own.</param>
/// <param name="Threads">Threads of the overlay; no result depends on it.</param>
/// <param name="Actor">Who does it, for the audit log.</param>
/// <param name="Basis">
/// The snapshot that must be the published one still; null where whatever is published is replaced.
/// </param>
internal sealed record IngestRequest(
    string Root, string? Profile, int Threads, string Actor, string? Basis = null);

/// <summary>
/// A workspace into the store: read and compile everything, then record layers, snapshot and runs, then
/// publish. Each of them is there whole or not at all; what a killed ingest recorded, the next one finds.
/// </summary>
internal static class IngestWorkspace
{
    /// <summary>
    /// Ingests a workspace; null after the problems that prevent it were added, and nothing was written then.
    /// A workspace whose content is already stored is not read again.
    /// </summary>
    public static IngestOutcome? Run(
        Store store, IngestRequest request, ProblemList problems, IProgress<RunProgress> progress,
        CancellationToken cancellation)
    {
        var ofWorkspace = new ProblemList();
        var workspace = WorkspaceReader.Read(request.Root, ofWorkspace);
        if (workspace is null)
        {
            problems.AddAll(ofWorkspace.All);
            return null;
        }
        string snapshot = WorkspaceSnapshot.Compute(request.Root);
        return StoreUnavailableException.Tell(() =>
        {
            using var turn = store.TakeWriterTurn();
            if (!IsBasisPublished(store, workspace.Id, request, problems)) return null;
            return FindStored(store, workspace, snapshot, request)
                ?? Record(store, workspace, snapshot, request, problems, progress, cancellation);
        });
    }

    private static bool IsBasisPublished(
        Store store, string workspace, IngestRequest request, ProblemList problems)
    {
        if (request.Basis is null) return true;
        using var context = store.NewContext();
        long? current = RunReading.CurrentSnapshot(context, workspace);
        if (context.Snapshots.Any(row => row.Id == current && row.Key == request.Basis)) return true;
        problems.Refuse(ChangeProblemCode.SnapshotSuperseded, request.Basis,
            new("其间已发布另一快照。", "Another snapshot was published meanwhile."),
            new("请核对后再办。", "Look at it and try again."));
        return false;
    }

    /// <summary>What a whole ingest of this content left, published again if another answers.</summary>
    private static IngestOutcome? FindStored(
        Store store, Workspace workspace, string key, IngestRequest request)
    {
        using var context = store.NewContext();
        var snapshot = (from row in context.Snapshots
                        join owner in context.Workspaces on row.WorkspaceId equals owner.Id
                        where owner.Code == workspace.Id && row.Key == key
                        select row).AsNoTracking().FirstOrDefault();
        if (snapshot is null) return null;
        var runs = ImmutableArray.CreateBuilder<StoredRun>();
        foreach (var year in workspace.Years)
        {
            var account = RunWriting.Find(
                context, snapshot.Id, RunToStore.Account, year.Number,
                request.Profile ?? workspace.DefaultProfile);
            var schedule = RunWriting.Find(context, snapshot.Id, RunToStore.Schedule, year.Number, "");
            if (account is null || schedule is null) return null;
            runs.AddRange(account, schedule);
        }
        ImmutableArray<StoredLayer> layers =
        [
            .. from link in context.SnapshotLayers
               join version in context.LayerVersions on link.LayerVersionId equals version.Id
               where link.SnapshotId == snapshot.Id
               orderby link.Position
               select new StoredLayer(version.Id, version.Layer, version.Number, version.FeatureCount,
                   version.ContentHash, false),
        ];
        bool isNew = SnapshotWriting.Publish(
            store, snapshot.WorkspaceId, snapshot.Id, key, request.Actor);
        return new IngestOutcome(workspace.Id, key, layers, runs.ToImmutable(), isNew);
    }

    private static IngestOutcome? Record(
        Store store, Workspace workspace, string key, IngestRequest request, ProblemList problems,
        IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var found = new ProblemList();
        using var loads = new LayerLoads(store, workspace.Id, request.Root);
        var opened = OpenedWorkspace.Read(request.Root, found, progress, cancellation, loads.TakerOf);
        var runs = opened is null
            ? [] : Compile(opened, request, found, problems, progress, cancellation);
        problems.AddAll(found.All);
        if (opened is null || problems.HasRefusal) return null;
        ImmutableArray<LayerContent> contents =
            [.. workspace.Layers.Select(layer => LayerContent.Of(request.Root, layer))];
        RequireUnchanged(request.Root, key, opened);
        long workspaceId = SnapshotWriting.WorkspaceId(store, workspace.Id);
        var layers = WriteLayers(
            store, workspaceId, contents, opened.Layers, loads, request, progress);
        long snapshotId = SnapshotWriting.Write(
            store, workspaceId, opened, layers, found.All, request.Actor);
        ImmutableArray<StoredRun> stored =
        [
            .. runs.Select(run => RunWriting.Write(
                store, workspace.Id, snapshotId, key, layers, run, request.Actor)),
        ];
        bool isNew = SnapshotWriting.Publish(store, workspaceId, snapshotId, key, request.Actor);
        return new IngestOutcome(workspace.Id, key, layers, stored, isNew);
    }

    /// <summary>
    /// The results of every year, each with the problems of the layers before its own, as the commands that
    /// read files have them.
    /// </summary>
    private static ImmutableArray<RunToStore> Compile(
        OpenedWorkspace opened, IngestRequest request, ProblemList ofLayers, ProblemList problems,
        IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var runs = ImmutableArray.CreateBuilder<RunToStore>();
        foreach (AccountingYear year in opened.Workspace.Years)
        {
            var ofAccount = new ProblemList();
            ofAccount.AddAll(ofLayers.All);
            var account = RunAccount.For(
                opened, year, request.Profile, request.Threads, ofAccount, progress, cancellation);
            if (account is not null) runs.Add(RunToStore.Of(account.Report));
            var ofSchedules = new ProblemList();
            ofSchedules.AddAll(ofLayers.All);
            var book = ScheduleBooks.Read(opened, year, null, null, ofSchedules);
            if (book is not null) runs.Add(RunToStore.Of(opened.Workspace.Id, book));
            int before = ofLayers.All.Count;
            problems.AddAll(ofAccount.All.Skip(before).Concat(ofSchedules.All.Skip(before)));
        }
        return runs.ToImmutable();
    }

    private static ImmutableArray<StoredLayer> WriteLayers(
        Store store, long workspaceId, ImmutableArray<LayerContent> contents, LoadedLayers layers,
        LayerLoads loads, IngestRequest request, IProgress<RunProgress> progress)
    {
        var features = layers.Districts.Select(district => new FeatureToStore(district.Feature, null))
            .Concat(layers.Parcels.Select(parcel =>
                new FeatureToStore(parcel.Feature, parcel.Type.ToString())))
            .Concat(layers.Reserves.Select(reserve => new FeatureToStore(reserve, null)))
            .ToLookup(feature => feature.Feature.Layer.Id);
        long total = features.Sum(layer => (long)layer.Count()), done = 0;
        var stored = ImmutableArray.CreateBuilder<StoredLayer>();
        foreach (var content in contents)
        {
            var load = loads.Find(content.Layer.Id);
            stored.Add(load is null
                ? LayerWriting.Write(
                    store, workspaceId, request.Root, content, [.. features[content.Layer.Id]], request.Actor)
                : load.Complete(workspaceId, request.Root, request.Actor));
            done += stored[^1].Features;
            progress.Report(new RunProgress(new("写入图层", "storing layers"), done, total));
        }
        return stored.ToImmutable();
    }

    private static void RequireUnchanged(string root, string key, OpenedWorkspace opened)
    {
        if (opened.Snapshot == key && WorkspaceSnapshot.Compute(root) == key) return;
        throw new StoreUnavailableException(new(
            "读取期间工作区文件有变化，请重试。",
            "Files of the workspace changed while they were read; try again."));
    }
}
