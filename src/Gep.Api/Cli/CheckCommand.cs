using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Dossiers;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep check WORKSPACE</c>: every problem at once; exit 2 where one blocks.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var format = WorkspaceArguments.Format("table", "json");
        var command = new Command("check",
            "检查图层、参数、方案与统计数据 report every problem of layers, packs and statistics") { folder, format };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder),
            WorkspaceArguments.FormatOf(parsed.GetValue(format)),
            cancellation)));
        return command;
    }

    /// <summary>
    /// Every problem of a workspace: of its files, its layers, and of accounts and schedules of its years.
    /// </summary>
    public static IReadOnlyList<WorkspaceProblem> ProblemsOf(
        string root, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var opened = OpenedWorkspace.Read(root, problems, progress, cancellation);
        if (opened is null)
        {
            ReadPacks(root, problems);
            ReadDossiers(root, problems);
            return problems.All;
        }
        HouseholdReader.ReadAll(root, problems);
        ReadDossiers(root, problems);
        var found = new List<WorkspaceProblem>(problems.All);
        foreach (var year in opened.Workspace.Years)
        {
            var ofYear = new ProblemList();
            RunAccount.For(opened, year, null, Environment.ProcessorCount, ofYear, progress, cancellation);
            AddDrafts(RunSchedule.For(opened, year, null, ofYear), ofYear);
            found.AddRange(ofYear.All);
        }
        return [.. found.Distinct()];
    }

    /// <summary>
    /// A scheme that is refused for what it lacks is no fault of the workspace: it is reported as a warning,
    /// and the schedules of the other schemes can be drawn.
    /// </summary>
    private static void AddDrafts(ImmutableArray<SchemeOutcome> drafts, ProblemList problems)
    {
        foreach (var problem in drafts.SelectMany(draft => draft.Draft.Problems.Select(problem =>
            problem.Severity == ProblemSeverity.Refusal && IsUnverified(draft)
                && !FaultsOfFiles.Contains(problem.Code)
                ? problem with { Severity = ProblemSeverity.Warning }
                : problem)))
        {
            problems.Add(WorkspaceProblem.From(problem));
        }
    }

    /// <summary>Refusals that an officer mends in a file, whatever the scheme still lacks.</summary>
    private static readonly ImmutableHashSet<AccountingProblemCode> FaultsOfFiles =
    [
        AccountingProblemCode.ClaimDuplicate,
        AccountingProblemCode.ClaimOutOfRange,
        AccountingProblemCode.RatesConflict,
    ];

    private static bool IsUnverified(SchemeOutcome draft) => draft.Scheme.Status == SchemeStatus.Unverified;

    /// <summary>
    /// Packs are read even where the workspace as a whole cannot be, so that one run reports all faults.
    /// </summary>
    private static void ReadPacks(string root, ProblemList problems)
    {
        if (!Directory.Exists(root)) return;
        var classification = ClassificationReader.Read(root, new ProblemList());
        ParameterReader.Read(root, classification, problems);
        UnitValueReader.Read(root, problems);
        SchemeReader.ReadAll(root, problems);
        ClaimReader.ReadAll(root, problems);
    }

    private static void ReadDossiers(string root, ProblemList problems)
    {
        string folder = Path.Combine(root, OpenedDossier.FolderName);
        var store = new FolderScheduleStore(folder);
        foreach (var key in store.Keys())
        {
            _ = StoredSchedule.Read(store, key, problems);
            _ = new DossierReader(folder, key, problems).Read(key.Year.LastDay, [], [], null);
        }
    }

    private static int Run(string root, OutputFormat format, CancellationToken cancellation)
    {
        var progress = ProgressLine.ForStandardError();
        var problems = ProblemsOf(root, progress, cancellation);
        progress.Finish();
        if (format == OutputFormat.Json) WriteJson(problems);
        else ProblemReport.WriteText(problems, Console.Out);
        return problems.Any(problem => problem.Severity == ProblemSeverity.Refusal)
            ? ExitCode.Refused : ExitCode.Fine;
    }

    private static void WriteJson(IReadOnlyList<WorkspaceProblem> problems)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, JsonStyle.Options);
        json.WriteStartObject();
        json.WritePropertyName("problems");
        ProblemReport.WriteJson(json, problems);
        json.WriteEndObject();
    }
}
