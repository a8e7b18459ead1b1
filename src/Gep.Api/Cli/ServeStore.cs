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
    /// <summary>The word that stands for the workspace's own database.</summary>
    public const string Private = "private";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Opens the store, ingests the workspace where nothing is published yet, and serves.</summary>
    public static async Task<int> RunAsync(
        string root, string address, ServeSettings settings, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var workspace = WorkspaceReader.Read(root, problems);
        if (workspace is null)
        {
            ProblemReport.WriteText(problems.All, Console.Error);
            return ExitCode.Refused;
        }
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
            {
                ProblemReport.WriteText(problems.All, Console.Error);
                return ExitCode.Refused;
            }
            return await ServeAsync(kept, root, settings, cancellation);
        }
        catch (StoreUnavailableException unavailable)
        {
            await Console.Error.WriteLineAsync(
                $"gep: {unavailable.Reason.Chinese} {unavailable.Reason.English}");
            return ExitCode.Failure;
        }
    }

    private static async Task<int> ServeAsync(
        KeptRecords kept, string root, ServeSettings settings, CancellationToken cancellation)
    {
        settings = settings with { UploadFolder = settings.UploadFolder ?? UploadsOf(root) };
        var writes = new ServeWrites(kept.WorkspaceBeside(root), kept.Records, kept.Audit);
        SnapshotHolder? served = null;
        Task following = Task.CompletedTask;
        int code = await ServeCommand.ServeAsync(
            settings,
            async (holder, stop) =>
            {
                served = holder;
                following = new StoreFollower(kept, root, Console.Error.WriteLine).RunAsync(holder, stop);
                while (holder.Current is null && !following.IsCompleted) await Task.Delay(Look, stop);
                return holder.Current is null ? ExitCode.Failure : ExitCode.Fine;
            },
            url => Console.Out.WriteLineAsync(
                $"{url}  {served!.Current!.Opened.Workspace.Id}  snapshot {served.Current.Id}"),
            cancellation, ServeParts.OfStore(settings, kept.Tokens, kept.Schedules, writes));
        try
        {
            await following;
        }
        catch (OperationCanceledException)
        {
            return code;
        }
        return code;
    }

    /// <summary>The hidden folder of a workspace in which files wait for a decision.</summary>
    private static string UploadsOf(string root) => Path.Combine(root, ".gep", "uploads");

    private static bool Ingest(
        Store store, string root, ProblemList problems, CancellationToken cancellation)
    {
        var progress = ProgressLine.ForStandardError();
        var outcome = IngestWorkspace.Run(
            store, new(root, null, Environment.ProcessorCount, $"cli:{Environment.UserName}"),
                problems, progress,
            cancellation);
        progress.Finish();
        return outcome is not null;
    }

    private static Store? Open(string root, string address)
    {
        if (address == Private) return Store.OpenPrivate(ClusterPlace.Of(root), Console.Error.WriteLine);
        return StoreAddress.TryParse(address, out string? connection) ? Store.Open(connection) : null;
    }
}
