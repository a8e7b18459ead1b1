using Gep.Api.Layers;
using Gep.Api.Persistence.Writing;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Keeping;

/// <summary>What a service on the store keeps there.</summary>
internal static class StoreParts
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>A follower that has not read a snapshot by then never will.</summary>
    private static readonly TimeSpan FollowPatience = TimeSpan.FromMinutes(10);

    /// <summary>The parts; a token of the file holds too.</summary>
    /// <param name="kept">The store of the workspace.</param>
    /// <param name="settings">How the service runs.</param>
    /// <param name="root">Folder of the workspace, which a publication reads.</param>
    public static ServeParts Of(KeptRecords kept, ServeSettings settings, string root) => new(
        ServeParts.FindIn(settings.Tokens, kept.Tokens), _ => kept.Schedules, kept.Writes,
        kept.RequestedRuns,
        (request, problems, progress, cancellation) =>
            Publish(kept.Store, root, request, problems, progress, cancellation),
        (key, cancellation) => Restore(kept, root, key, cancellation))
    {
        Tokens = kept.Tokens,
        Changes = new ServeChanges(kept.WorkspaceBeside(root), kept.Records),
    };

    /// <summary>Ingests the folder; its snapshot is in force here when this returns.</summary>
    private static string? Publish(
        Store store, string root, PublishRequest request, ProblemList problems,
        IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var ingest = new IngestRequest(root, null, Environment.ProcessorCount, request.Actor);
        var outcome = IngestWorkspace.Run(store, ingest, problems, progress, cancellation);
        if (outcome is null) return null;
        var until = DateTime.UtcNow + FollowPatience;
        while (request.Holder.Current?.Id != outcome.Snapshot)
        {
            cancellation.ThrowIfCancellationRequested();
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"Snapshot {outcome.Snapshot} is published but cannot be read.");
            Thread.Sleep(Look);
        }
        return outcome.Snapshot;
    }

    private static RestoredSnapshot Restore(
        KeptRecords kept, string root, string key, CancellationToken cancellation)
    {
        string folder = TemporaryFolder.New();
        try
        {
            SnapshotFolder.Write(kept.Store, kept.WorkspaceId, key, folder, root);
            var opened = OpenedWorkspace.Read(folder, new ProblemList(), null, cancellation)
                ?? throw new InvalidDataException($"Snapshot {key} cannot be read.");
            return new RestoredSnapshot(opened, folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
