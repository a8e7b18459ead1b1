using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Api.Workspaces;

namespace Gep.Api.Layers;

/// <summary>
/// A workspace with its classifications and layers, read once for accounts and schedules alike.
/// </summary>
/// <param name="Workspace">What workspace.yaml and layers.yaml say.</param>
/// <param name="Classification">Districts, ecosystem types and services.</param>
/// <param name="Layers">Every feature of every layer.</param>
/// <param name="Snapshot">Identity of the files it was read from.</param>
internal sealed record OpenedWorkspace(
    Workspace Workspace, Classification Classification, LoadedLayers Layers, string Snapshot)
{
    /// <summary>Codes of its districts.</summary>
    public ImmutableHashSet<DistrictCode> DistrictCodes { get; } =
        [.. Classification.Districts.Select(district => district.Code)];

    /// <summary>Reads the folder; null after the problems that prevent it were added.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="problems">Where problems go, also those that do not prevent it.</param>
    /// <param name="progress">Files read.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <param name="takerOf">Who is told of the features of a layer as they come.</param>
    public static OpenedWorkspace? Read(
        string root, ProblemList problems, IProgress<RunProgress>? progress, CancellationToken cancellation,
        Func<LayerDefinition, Action<IReadOnlyList<LoadedFeature>>?>? takerOf = null)
    {
        var workspace = WorkspaceReader.Read(root, problems);
        if (!Directory.Exists(root)) return null;
        var classification = ClassificationReader.Read(root, problems);
        if (workspace is null) return null;
        var layers = LayerLoading.Load(
            workspace,
            classification.Districts.Select(district => district.Code).ToHashSet(),
            classification.Types.Select(type => type.Code).ToHashSet(),
            problems, progress, cancellation, takerOf);
        DistrictCoverage.Check(layers, classification, problems);
        return new OpenedWorkspace(workspace, classification, layers, WorkspaceSnapshot.Compute(root));
    }

    /// <summary>
    /// The year a command asks for, or null after the problem that the workspace has no data for it.
    /// </summary>
    public AccountingYear? RequireYear(AccountingYear year, ProblemList problems)
    {
        if (Workspace.Years.Contains(year)) return year;
        string years = string.Join(", ", Workspace.Years);
        problems.Refuse(WorkspaceProblemCode.YearUnknown, "workspace.yaml",
            new($"工作区没有 {year} 年的数据，也不以邻近年份代替。",
                $"The workspace has no data for {year}, and no other year stands in for it."),
            new($"可用年份：{years}。", $"Years it has: {years}."));
        return null;
    }
}
