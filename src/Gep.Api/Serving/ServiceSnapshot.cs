using System.Collections.Immutable;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.GraphQL;
using Gep.Api.Layers;
using Gep.Api.Maps;
using Gep.Api.Workspaces;

namespace Gep.Api.Serving;

/// <summary>
/// Everything the service answers from, read once and never changed: layers, the accounts of the default
/// profile and the schedules of all years, and the maps of them.
/// </summary>
internal sealed class ServiceSnapshot
{
    private readonly Lazy<GraphCatalog> graph;

    /// <summary>A snapshot.</summary>
    /// <param name="opened">The workspace with its layers.</param>
    /// <param name="accounts">An account per year.</param>
    /// <param name="schedules">The schedules per year.</param>
    /// <param name="maps">Collections and sets of tiles.</param>
    public ServiceSnapshot(
        OpenedWorkspace opened, ImmutableArray<AccountRun> accounts, ImmutableArray<YearSchedules> schedules,
        MapCatalog maps)
    {
        (Opened, Accounts, Schedules, Maps) = (opened, accounts, schedules, maps);
        graph = new Lazy<GraphCatalog>(() => new GraphCatalog(this));
    }

    /// <summary>The workspace with its layers.</summary>
    public OpenedWorkspace Opened { get; }

    /// <summary>An account per year.</summary>
    public ImmutableArray<AccountRun> Accounts { get; }

    /// <summary>The schedules per year.</summary>
    public ImmutableArray<YearSchedules> Schedules { get; }

    /// <summary>Collections and sets of tiles.</summary>
    public MapCatalog Maps { get; }

    /// <summary>The snapshot as GraphQL gives it out, linked when first asked for.</summary>
    public GraphCatalog Graph => graph.Value;

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
        var maps = MapCatalog.Of(opened, accounts.ToImmutable(), schedules.ToImmutable());
        maps.PrepareTiles(cancellation);
        return new ServiceSnapshot(opened, accounts.ToImmutable(), schedules.ToImmutable(), maps);
    }
}
