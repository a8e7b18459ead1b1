using Gep.Api.Workflow;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>A run that somebody started.</summary>
[GraphQLName("Run")]
internal sealed class RunNode(ServiceRun run, GraphCatalog catalog) : INode
{
    /// <summary>The state when it was asked: later changes do not mix in.</summary>
    private readonly RunState state = run.State;

    /// <inheritdoc/>
    [ID]
    public string Id => run.Id;

    /// <summary>What it makes.</summary>
    public RunKind Kind => run.Kind;

    /// <summary>The year; null of a publication.</summary>
    public int? Year => run.Year == 0 ? null : run.Year;

    /// <summary>Profile or scheme; null for the workspace's own or all.</summary>
    public string? Variant => run.Variant;

    /// <summary>Who started it.</summary>
    public string StartedBy => run.StartedBy;

    /// <summary>How far it is.</summary>
    public RunState State => state;

    /// <summary>What is being done.</summary>
    public TextNode? Stage => run.Progress.Stage.Chinese is null ? null : TextNode.Of(run.Progress.Stage);

    /// <summary>Pieces that are done.</summary>
    public long Done => run.Progress.Done;

    /// <summary>Pieces in all; 0 when not known.</summary>
    public long Total => run.Progress.Total;

    /// <summary>Id of the snapshot that it read or made.</summary>
    public string? Snapshot => run.Snapshot;

    /// <summary>What was found; names of persons are held back.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<ProblemNode> Problems() =>
        [.. run.Problems.Select(ProblemNode.Of).Select(catalog.WithoutNames)];

    /// <summary>The account; null of another kind or while there is none.</summary>
    public AccountNode? Account() => run.Account is { } account ? new AccountNode(account, catalog) : null;

    /// <summary>The schedules; empty of another kind or while there are none.</summary>
    public IReadOnlyList<ScheduleNode> Schedules() =>
        [.. run.Outcomes.Select(outcome => new ScheduleNode(outcome, run.Year, catalog))];
}
