using Gep.Api.Persistence;
using Gep.Api.Persistence.Clusters;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Persistence.Writing;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>Serves what the store has published, and goes with it when something else is.</summary>
internal static class ServeStore
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Opens the store, ingests the workspace where nothing is published yet, and serves.</summary>
    public static async Task<int> RunAsync(
        string root, string address, ServeSettings settings, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var workspace = WorkspaceReader.Read(root, problems);
        if (workspace is null) return Refuse(problems);
        try
        {
            using var store = Open(root, address);
            if (store is null)
            {
                await Console.Error.WriteLineAsync(
                    "gep: 数据库地址无法识别。 The address of the database cannot be read.");
                return ExitCode.Refused;
            }
            var kept = KeptRecords.Of(store, workspace.Id);
            if (kept.Snapshots.Current() is null && !Ingest(store, root, problems, cancellation))
                return Refuse(problems);
            return await ServeAsync(
                kept, root, settings, (url, snapshot) => Console.Out.WriteLineAsync(
                    $"{url}  {snapshot.Opened.Workspace.Id}  snapshot {snapshot.Id}"), cancellation);
        }
        catch (StoreUnavailableException unavailable)
        {
            await Console.Error.WriteLineAsync(
                $"gep: {unavailable.Reason.Chinese} {unavailable.Reason.English}");
            return ExitCode.Failure;
        }
    }

    /// <summary>Serves what is published until it is stopped.</summary>
    /// <param name="kept">The store of the workspace.</param>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="settings">How it runs.</param>
    /// <param name="said">Told the address and the snapshot when everything answers.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> ServeAsync(
        KeptRecords kept, string root, ServeSettings settings, Func<string, ServiceSnapshot, Task> said,
        CancellationToken cancellation)
    {
        settings = settings with { UploadFolder = settings.UploadFolder ?? UploadsOf(root) };
        SnapshotHolder? served = null;
        Task following = Task.CompletedTask;
        int code = await ServeCommand.ServeAsync(
            settings,
            async (holder, stop) =>
            {
                served = holder;
                following = Follower(kept, root).RunAsync(holder, stop);
                while (holder.Current is null && !following.IsCompleted) await Task.Delay(Look, stop);
                return holder.Current is null ? ExitCode.Failure : ExitCode.Fine;
            },
            url => said(url, served!.Current!),
            cancellation, StoreParts.Of(kept, settings, root));
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return code;
    }

    /// <summary>What is published, read once; null when it cannot be read.</summary>
    public static async Task<ServiceSnapshot?> ReadAsync(
        KeptRecords kept, string root, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var holder = new SnapshotHolder();
        var following = Follower(kept, root).RunAsync(holder, stop.Token);
        while (holder.Current is null && !following.IsCompleted) await Task.Delay(Look, stop.Token);
        await stop.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return holder.Current;
    }

    /// <summary>The hidden folder of a workspace in which files wait for a decision.</summary>
    private static string UploadsOf(string root) => Path.Combine(root, ".gep", "uploads");

    /// <summary>Ingests a workspace; what is stored already is found. False after a refusal.</summary>
    public static bool Ingest(
        Store store, string root, ProblemList problems, CancellationToken cancellation)
    {
        var progress = ProgressLine.ForStandardError();
        var request = new IngestRequest(
            root, null, Environment.ProcessorCount, $"cli:{Environment.UserName}");
        var outcome = IngestWorkspace.Run(store, request, problems, progress, cancellation);
        progress.Finish();
        return outcome is not null;
    }

    private static StoreFollower Follower(KeptRecords kept, string root) =>
        new(kept, root, Console.Error.WriteLine);

    private static int Refuse(ProblemList problems)
    {
        ProblemReport.WriteText(problems.All, Console.Error);
        return ExitCode.Refused;
    }

    private static Store? Open(string root, string address)
    {
        if (address == StoreArguments.Private)
            return Store.OpenPrivate(ClusterPlace.Of(root), Console.Error.WriteLine);
        return StoreAddress.TryParse(address, out string? connection) ? Store.Open(connection) : null;
    }
}
