using System.CommandLine;
using Gep.Api.Persistence;
using Gep.Api.Serving;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace Gep.Api.Cli;

/// <summary><c>gep serve WORKSPACE</c>: the service straight from the files of a workspace.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var urls = Urls();
        var database = new Option<string?>("--database")
        {
            Description = "数据库地址，或 private 用工作区自带的；缺省从文件提供 address of a database, or private for "
                + "the workspace's own; without it the files are served",
        };
        var settings = new Option<string?>("--settings")
        {
            Description = "配置文件（JSON） settings file in JSON; the environment goes over it",
        };
        var command = new Command("serve", "提供服务 serve GraphQL, OGC API – Features, vector tiles and exports")
        {
            folder, urls, settings, database,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetValue(settings), parsed.GetValue(urls),
            parsed.GetValue(database) ?? Environment.GetEnvironmentVariable(StoreAddress.Variable),
                cancellation));
        return command;
    }

    /// <summary>The option of the addresses.</summary>
    public static Option<string?> Urls() => new("--urls")
    {
        Description = $"监听地址 address to listen on; {ServeSettings.DefaultUrls} by default",
    };

    /// <summary>
    /// Listens at once, so that health can be asked, takes the snapshot, and serves until it is stopped.
    /// </summary>
    /// <param name="settings">How it runs.</param>
    /// <param name="load">Puts the snapshot in its place.</param>
    /// <param name="said">Told the address when everything answers.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="parts">Where tokens and steps are kept; null keeps them as the settings say.</param>
    public static async Task<int> ServeAsync(
        ServeSettings settings, Func<SnapshotHolder, CancellationToken, Task<int>> load,
        Func<string, Task> said, CancellationToken cancellation, ServeParts? parts = null)
    {
        var holder = new SnapshotHolder();
        await using var app = ServiceHost.Build(settings, holder, parts);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync(
                $"无法监听 {settings.Urls}，请用 --urls 另选。 Cannot listen: {taken.Message} Choose other --urls.");
            return ExitCode.Failure;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation, app.Lifetime.ApplicationStopping);
        int code = await load(holder, stop.Token);
        if (code == ExitCode.Fine && holder.Current is not null)
        {
            app.Services.GetRequiredService<RunRegister>().Resume();
            foreach (string url in app.Urls) await said(url);
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

    private static async Task<int> RunAsync(
        string root, string? file, string? urls, string? database, CancellationToken cancellation)
    {
        ServeSettings settings;
        try
        {
            settings = ServeSettings.Read(file, urls);
        }
        catch (InvalidDataException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.Refused;
        }
        if (database is { Length: > 0 }) return await ServeStore.RunAsync(root, database, settings,
            cancellation);
        await Console.Error.WriteLineAsync(
            "· 未用数据库，直接从文件提供 without a database: served straight from the files");
        ServiceSnapshot? served = null;
        return await ServeAsync(
            settings,
            async (holder, stop) =>
            {
                int code = await LoadAsync(root, holder, stop);
                served = holder.Current;
                return code;
            },
            url => Console.Out.WriteLineAsync(
                $"{url}  {served!.Opened.Workspace.Id}  snapshot {served.Id}"),
            cancellation);
    }

    private static async Task<int> LoadAsync(string root, SnapshotHolder holder,
        CancellationToken cancellation)
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
        return ExitCode.Fine;
    }
}
