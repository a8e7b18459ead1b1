using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Dossiers;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Compensation;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>The dossier of one schedule: its log, the lines it is about, and what is held against
/// them.</summary>
/// <param name="Root">Folder of the dossiers.</param>
/// <param name="Store">Where logs are kept.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Stored">What is kept.</param>
/// <param name="Schedule">The lines submitted, or those of today's draw while it is a draft.</param>
internal sealed record OpenedDossier(
    string Root, IScheduleStore Store, Scheme Scheme, StoredSchedule Stored, Schedule Schedule)
{
    /// <summary>The folder of dossiers in a workspace.</summary>
    public const string FolderName = "dossier";

    /// <summary>The log.</summary>
    public ScheduleLog Log => ScheduleLog.Resume(Schedule, Stored.Entries);

    /// <summary>Whether its lines were issued: what changes later is a correction.</summary>
    public bool IsIssued => Stored.Entries.Any(entry => entry.Step == ScheduleStep.Issue);

    /// <summary>The dossier, or null after the problems that prevent it were added.</summary>
    /// <param name="workspace">Folder of the workspace.</param>
    /// <param name="folder">Folder of the dossiers; the workspace's own when null.</param>
    /// <param name="key">Which schedule.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops a draw.</param>
    public static OpenedDossier? Open(
        string workspace, string? folder, ScheduleKey key, ProblemList problems,
        CancellationToken cancellation) => OpenIn(
            workspace, DossierPlace.In(folder ?? Path.Combine(workspace, FolderName)), key, problems,
            cancellation);

    /// <summary>The same in another place.</summary>
    public static OpenedDossier? OpenIn(
        string workspace, DossierPlace place, ScheduleKey key, ProblemList problems,
        CancellationToken cancellation)
    {
        var (root, store) = place;
        if (StoredSchedule.Read(store, key, problems) is not { } stored) return null;
        if (stored.Frozen is not { } frozen)
        {
            return Draw(workspace, key, problems, cancellation) is (var drawn, { } schedule)
                ? new OpenedDossier(root, store, drawn, stored, schedule)
                : null;
        }
        var scheme = SchemeReader.ReadAll(workspace, problems)
            .FirstOrDefault(known => known.Code == key.Scheme);
        if (scheme is null) RefuseScheme(key, problems);
        return scheme is null || problems.HasRefusal
            ? null
            : new OpenedDossier(root, store, scheme, stored, frozen);
    }

    /// <summary>Today's draw of a schedule; null after the problems that prevent it were added.</summary>
    public static (Scheme Scheme, Schedule Schedule)? Draw(
        string workspace, ScheduleKey key, ProblemList problems, CancellationToken cancellation)
    {
        var opened = OpenedWorkspace.Read(workspace, problems, null, cancellation);
        if (opened is null || opened.RequireYear(key.Year, problems) is not { } year) return null;
        var outcome = RunSchedule.For(opened, year, key.Scheme.ToString(), problems).FirstOrDefault();
        if (outcome is { Draft.IsDrawn: false }) problems.AddAll(outcome.Draft.Problems);
        return outcome?.Draft.Schedule is { } schedule && !problems.HasRefusal
            ? (outcome.Scheme, schedule)
            : null;
    }

    /// <summary>What the checks find that need more than the schedule.</summary>
    /// <param name="on">Day on which it is looked at.</param>
    /// <param name="problems">Where faults of the tables go.</param>
    public ImmutableArray<DossierFinding> Findings(DateOnly on, ProblemList problems) =>
        DossierChecks.On(Schedule, Facts(on, problems));

    /// <summary>The tables of the dossier, and the schedule of the year before where one was
    /// issued.</summary>
    public ScheduleDossier Facts(DateOnly on, ProblemList problems)
    {
        var before = AccountingYear.TryParse(Exact.Text(Stored.Key.Year.Number - 1), out var year)
            ? StoredSchedule.Read(Store, Stored.Key with { Year = year }, problems)
            : null;
        bool wasIssued = before?.Entries.Any(entry => entry.Step == ScheduleStep.Issue) ?? false;
        return new DossierReader(Root, Stored.Key, problems)
            .Read(on, Stored.Entries, Scheme.BudgetCodes, wasIssued ? before!.Latest : null);
    }

    private static void RefuseScheme(ScheduleKey key, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.SchemeUnknown, "--scheme",
            new($"没有补偿方案 {key.Scheme}。", $"There is no scheme {key.Scheme}."),
            new("请核对方案编号。", "Check the id of the scheme."));
}
