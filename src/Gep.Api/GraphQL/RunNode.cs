using Gep.Api.Workflow;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>A run that somebody started, as it was at one moment.</summary>
[GraphQLName("Run")]
internal sealed class RunNode(ServiceRun run, RunView view, GraphCatalog catalog) : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => run.Id;

    /// <summary>What it makes.</summary>
    public RunKind Kind => run.Kind;

    /// <summary>The year; null of a publication.</summary>
    public int? Year => run.Request.Year == 0 ? null : run.Request.Year;

    /// <summary>Profile or scheme; null for the workspace's own or all.</summary>
    public string? Variant => run.Request.Variant;

    /// <summary>Who started it.</summary>
    public string StartedBy => run.Request.StartedBy;

    /// <summary>How far it is.</summary>
    public RunState State => view.State;

    /// <summary>What is being done.</summary>
    public TextNode? Stage => view.Progress.Stage.Chinese is null ? null : TextNode.Of(view.Progress.Stage);

    /// <summary>Pieces that are done.</summary>
    public long Done => view.Progress.Done;

    /// <summary>Pieces in all; 0 when not known.</summary>
    public long Total => view.Progress.Total;

    /// <summary>Id of the snapshot that it read or made.</summary>
    public string? Snapshot => view.Snapshot;

    /// <summary>
    /// Hash of its account, or over its schedules: the same input gives the same one everywhere. Null while
    /// there are none.
    /// </summary>
    public string? ResultHash => view.ResultHash;

    /// <summary>What was found; names of persons are held back.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<ProblemNode> Problems() =>
        [.. view.Problems.Select(ProblemNode.Of).Select(catalog.WithoutNames)];

    /// <summary>The account; null of another kind or while there is none.</summary>
    public AccountNode? Account() =>
        Result?.Account is { } account ? new AccountNode(account, catalog) : null;

    /// <summary>The schedules; empty of another kind or while there are none.</summary>
    public IReadOnlyList<ScheduleNode> Schedules() =>
    [
        .. (Result?.Outcomes ?? []).Select(outcome => new ScheduleNode(outcome, run.Request.Year, catalog)),
    ];

    /// <summary>What it made; of a run before the last start of the service, made again.</summary>
    private RunResult? Result => view.ResultHash is null ? null
        : run.Result?.Value ?? throw new GraphQLException(
            $"This program makes another result of run {run.Id} than {view.ResultHash}; start it anew.");
}
