using System.Collections.Immutable;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Layers;
using Gep.Api.Maps;
using Gep.Api.Workspaces;

namespace Gep.Api.Serving;

/// <summary>
/// Everything the service answers from, read once and never changed: layers, the accounts of the default
/// profile and the schedules of all years, and the maps of them.
/// </summary>
/// <param name="Opened">The workspace with its layers.</param>
/// <param name="Accounts">An account per year.</param>
/// <param name="Schedules">The schedules per year.</param>
/// <param name="Maps">Collections and sets of tiles.</param>
internal sealed record ServiceSnapshot(
    OpenedWorkspace Opened,
    ImmutableArray<AccountRun> Accounts,
    ImmutableArray<YearSchedules> Schedules,
    MapCatalog Maps)
{
    /// <summary>The id that every answer carries.</summary>
    public string Id => Opened.Snapshot;

    /// <summary>Reads a workspace; null after the problems that prevent it were added.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ServiceSnapshot? Read(
        string root, ProblemList problems, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var opened = OpenedWorkspace.Read(root, problems, progress, cancellation);
        if (opened is null || problems.HasRefusal) return null;
        var accounts = ImmutableArray.CreateBuilder<AccountRun>();
        var schedules = ImmutableArray.CreateBuilder<YearSchedules>();
        foreach (var year in opened.Workspace.Years)
        {
            var run = RunAccount.For(
                opened, year, null, Environment.ProcessorCount, problems, progress, cancellation);
            if (run is not null) accounts.Add(run);
            schedules.Add(new YearSchedules(year, RunSchedule.For(opened, year, null, problems)));
        }
        if (problems.HasRefusal) return null;
        return new ServiceSnapshot(
            opened, accounts.ToImmutable(), schedules.ToImmutable(),
            MapCatalog.Of(opened, accounts.ToImmutable(), schedules.ToImmutable()));
    }
}
