using System.CommandLine;
using Gep.Api.Serving;
using Gep.Api.Workspaces;
using Microsoft.AspNetCore.Builder;

namespace Gep.Api.Cli;

/// <summary><c>gep serve WORKSPACE</c>: maps and health straight from the files of a workspace.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var urls = new Option<string?>("--urls")
        {
            Description = $"监听地址 address to listen on; {ServeSettings.DefaultUrls} by default",
        };
        var settings = new Option<string?>("--settings")
        {
            Description = "配置文件（JSON） settings file in JSON; the environment goes over it",
        };
        var command = new Command("serve", "提供地图服务 serve maps: OGC API – Features and vector tiles")
        {
            folder, urls, settings,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(folder),
            ServeSettings.Read(parsed.GetValue(settings), parsed.GetValue(urls)), cancellation));
        return command;
    }

    /// <summary>
    /// Listens at once, so that health can be asked, reads the workspace, and serves until it is stopped.
    /// </summary>
    private static async Task<int> RunAsync(
        string root, ServeSettings settings, CancellationToken cancellation)
    {
        var holder = new SnapshotHolder();
        await using var app = ServiceHost.Build(settings, holder);
        await app.StartAsync(cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation, app.Lifetime.ApplicationStopping);
        int code = await LoadAsync(app, root, holder, stop.Token);
        if (code == ExitCode.Fine)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync("· 正在停止 stopping");
            }
        }
        await app.StopAsync(CancellationToken.None);
        return code;
    }

    private static async Task<int> LoadAsync(
        WebApplication app, string root, SnapshotHolder holder, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        ServiceSnapshot? snapshot;
        try
        {
            snapshot = await Task.Run(
                () => ServiceSnapshot.Read(root, problems, progress, cancellation), cancellation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Fine;
        }
        progress.Finish();
        if (snapshot is null)
        {
            ProblemReport.WriteText(problems.All, Console.Error);
            await Console.Error.WriteLineAsync("输入被拒绝，服务未启动。 The input was refused; nothing is served.");
            return ExitCode.Refused;
        }
        holder.Replace(snapshot);
        await Console.Error.WriteLineAsync(ProblemReport.Summary(problems.All));
        foreach (string url in app.Urls)
        {
            await Console.Out.WriteLineAsync(
                $"{url}  {snapshot.Opened.Workspace.Id}  snapshot {snapshot.Id}");
        }
        return ExitCode.Fine;
    }
}
