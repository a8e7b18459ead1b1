using System.Collections.Immutable;
using System.CommandLine;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Clusters;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>
/// <c>gep demo</c>: the whole way on the workspace that comes with the program: into its private database,
/// printed, and served from there.
/// </summary>
internal static class DemoCommand
{
    private const int ShownYear = 2019;

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = new Argument<string>("workspace")
        {
            Description = "工作区文件夹 folder of the workspace; data by default",
            DefaultValueFactory = _ => "data",
        };
        var urls = ServeCommand.Urls();
        var noServe = new Option<bool>("--no-serve")
        {
            Description = "打印后结束 end after printing",
        };
        var command = new Command("demo", "演示：核算、编制、打印并提供服务 account, schedules, then the service")
        {
            folder, urls, noServe,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetValue(urls), !parsed.GetValue(noServe), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string root, string? urls, bool serves, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        if (WorkspaceReader.Read(root, problems) is not { } workspace) return Refuse(problems);
        try
        {
            using var store = Store.OpenPrivate(ClusterPlace.Of(root), Console.Error.WriteLine);
            return await RunInStoreAsync(store, workspace, urls, serves, cancellation);
        }
        catch (StoreUnavailableException absent)
        {
            await Console.Error.WriteLineAsync($"· {absent.Reason.Chinese} {absent.Reason.English}");
            await Console.Error.WriteLineAsync(
                "· 没有数据库，直接从文件演示；任务与幂等键随服务结束而失效 without a database: straight from the "
                + "files; runs and first answers end with the service");
        }
        return await RunOnFilesAsync(root, urls, serves, cancellation);
    }

    /// <summary>
    /// Ingests, prints and serves; a folder that was published before is not published again, because layers
    /// that were accepted since would be hidden.
    /// </summary>
    private static async Task<int> RunInStoreAsync(
        Store store, Workspace workspace, string? urls, bool serves, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var kept = KeptRecords.Of(store, workspace.Id);
        string folder = WorkspaceSnapshot.Compute(workspace.Root);
        bool wasPublished = kept.Snapshots.WasPublished(folder);
        if (wasPublished && kept.Snapshots.Current() != folder)
        {
            await Console.Error.WriteLineAsync(
                "· 该文件夹此前已发布，沿用其后的更改；要恢复请运行 gep ingest the folder was published before: what was "
                + "changed since is served; gep ingest brings the folder back");
        }
        bool isStored = wasPublished || ServeStore.Ingest(store, workspace.Root, problems, cancellation);
        await Console.Error.WriteLineAsync(ProblemReport.Summary(problems.All));
        if (!isStored) return Refuse(problems);
        if (serves)
        {
            var (settings, token) = Settings(urls);
            return await ServeStore.ServeAsync(kept, workspace.Root, settings, (url, snapshot) =>
            {
                Print(snapshot);
                return Console.Out.WriteAsync(Guide(url, token, snapshot));
            }, cancellation);
        }
        var published = await ServeStore.ReadAsync(kept, workspace.Root, cancellation);
        if (published is not null) Print(published);
        return published is null ? ExitCode.Failure : ExitCode.Fine;
    }

    private static async Task<int> RunOnFilesAsync(
        string root, string? urls, bool serves, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var snapshot = ServiceSnapshot.Read(root, problems, progress, cancellation);
        progress.Finish();
        await Console.Error.WriteLineAsync(ProblemReport.Summary(problems.All));
        if (snapshot is null) return Refuse(problems);
        Print(snapshot);
        if (!serves) return ExitCode.Fine;
        var (settings, token) = Settings(urls);
        return await ServeCommand.ServeAsync(settings, (holder, _) =>
        {
            holder.Replace(snapshot);
            return Task.FromResult(ExitCode.Fine);
        }, url => Console.Out.WriteAsync(Guide(url, token, snapshot)), cancellation);
    }

    private static (ServeSettings Settings, string Token) Settings(string? urls)
    {
        string token = TokenRegister.Create();
        var visitor = new Caller(
            "demo", [CallerRole.Analyst, CallerRole.Officer, CallerRole.Admin], null);
        return (ServeSettings.Read(null, urls) with { Tokens = TokenRegister.Of((token, visitor)) }, token);
    }

    private static int Refuse(ProblemList problems)
    {
        ProblemReport.WriteText(problems.All, Console.Error);
        return ExitCode.Refused;
    }

    private static void Print(ServiceSnapshot snapshot)
    {
        var year = snapshot.Opened.Workspace.Years.FirstOrDefault(known => known.Number == ShownYear);
        if (year.Number == 0) year = snapshot.Opened.Workspace.Years[0];
        var names = snapshot.Opened.Classification.Districts
            .ToImmutableSortedDictionary(district => district.Code, district => district.Name)
            .SetItem(snapshot.Opened.Workspace.Region, snapshot.Opened.Workspace.Name);
        CommandOutput.WriteText(Console.OpenStandardOutput(), writer =>
        {
            var console = CommandOutput.ConsoleOn(writer);
            foreach (var run in snapshot.Accounts.Where(run => run.Report.Account.Year == year))
                AccountTable.Write(console, run.Report);
            foreach (var schedules in snapshot.Schedules.Where(each => each.Year == year))
                ScheduleTable.Write(console, year, schedules.Outcomes, names);
            writer.WriteLine($"snapshot {snapshot.Id}");
        });
    }

    private static string Guide(string address, string token, ServiceSnapshot snapshot) => $"""

        {address}  snapshot {snapshot.Id}
          GraphQL    {address}/graphql            docs/api-guide.md
          QGIS, GDAL {address}/ogc                docs/qgis.md, docs/maps.md
          tiles      {address}/tiles/overview.json
          xlsx       {address}/exports/schedules/{ShownYear}.xlsx
          令牌 token（可见收款人，随服务结束而失效 sees payees, ends with the service）:
          {token}

        """;
}
