using System.Collections.Immutable;
using Gep.Api.Workspaces;

namespace Gep.Api.Workflow;

/// <summary>A run at one moment.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Progress">What is being done.</param>
/// <param name="Problems">What was found.</param>
/// <param name="Snapshot">Id of the snapshot that it read or made; null while it has not ended.</param>
/// <param name="ResultHash">Hash of its account or schedules; null while there are none.</param>
internal sealed record RunView(
    RunState State, RunProgress Progress, ImmutableArray<WorkspaceProblem> Problems, string? Snapshot,
    string? ResultHash)
{
    /// <summary>A run as the answer that accepts it shows it.</summary>
    public static RunView Accepted { get; } = new(RunState.Queued, default, [], null, null);

    /// <summary>Whether nothing more will happen.</summary>
    public bool IsOver => State is RunState.Succeeded or RunState.Refused or RunState.Failed;
}
