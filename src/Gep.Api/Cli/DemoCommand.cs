using System.Collections.Immutable;
using System.CommandLine;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>
/// <c>gep demo</c>: the whole way on the workspace that comes with the program, printed and then served.
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
        await Console.Error.WriteLineAsync(
            "· 未用数据库，直接从文件提供 without a database: served straight from the files");
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var snapshot = ServiceSnapshot.Read(root, problems, progress, cancellation);
        progress.Finish();
        await Console.Error.WriteLineAsync(ProblemReport.Summary(problems.All));
        if (snapshot is null)
        {
            ProblemReport.WriteText(problems.All, Console.Error);
            return ExitCode.Refused;
        }
        Print(snapshot);
        if (!serves) return ExitCode.Fine;
        string token = TokenRegister.Create();
        var officer = new Caller(
            "demo", [CallerRole.Analyst, CallerRole.Officer, CallerRole.Admin], null);
        var settings = ServeSettings.Read(null, urls) with { Tokens = TokenRegister.Of((token, officer)) };
        return await ServeCommand.ServeAsync(settings, (holder, _) =>
        {
            holder.Replace(snapshot);
            return Task.FromResult(ExitCode.Fine);
        }, app => Console.Out.WriteAsync(Guide(app, token, snapshot)), cancellation);
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
          QGIS, GDAL {address}/ogc                docs/maps.md
          tiles      {address}/tiles/overview.json
          xlsx       {address}/exports/schedules/{ShownYear}.xlsx
          令牌 token（可见收款人，随服务结束而失效 sees payees, ends with the service）:
          {token}

        """;
}
