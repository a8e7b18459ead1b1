using System.Collections.Immutable;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Workflow;

/// <summary>A run that somebody started: what it is, how far it is, and what came of it.</summary>
internal sealed class ServiceRun(string id, RunKind kind, int year, string? variant, string startedBy)
    : IProgress<RunProgress>
{
    private readonly Lock turn = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>What it makes.</summary>
    public RunKind Kind => kind;

    /// <summary>The year; 0 of a publication.</summary>
    public int Year => year;

    /// <summary>Profile or scheme; null for the workspace's own or all.</summary>
    public string? Variant => variant;

    /// <summary>Who started it.</summary>
    public string StartedBy => startedBy;

    /// <summary>How far it is.</summary>
    public RunState State { get; private set; }

    /// <summary>What is being done.</summary>
    public RunProgress Progress { get; private set; }

    /// <summary>What was found.</summary>
    public ImmutableArray<WorkspaceProblem> Problems { get; private set; } = [];

    /// <summary>The account; null of another kind or while there is none.</summary>
    public AccountRun? Account { get; private set; }

    /// <summary>The schedules; empty of another kind or while there are none.</summary>
    public ImmutableArray<SchemeOutcome> Outcomes { get; private set; } = [];

    /// <summary>Id of the snapshot it read or made.</summary>
    public string? Snapshot { get; private set; }

    /// <summary>Whether nothing more will happen.</summary>
    public bool IsOver => State is RunState.Succeeded or RunState.Refused or RunState.Failed;

    /// <inheritdoc/>
    public void Report(RunProgress value) => Change(() => Progress = value);

    /// <summary>It is at work.</summary>
    public void Begin() => Change(() => State = RunState.Running);

    /// <summary>It is over with that result.</summary>
    public void End(
        RunState state, ImmutableArray<WorkspaceProblem> problems, string? snapshot, AccountRun? account,
        ImmutableArray<SchemeOutcome> outcomes) => Change(() =>
        (State, Problems, Snapshot, Account, Outcomes) = (state, problems, snapshot, account, outcomes));

    /// <summary>Completes at the next change.</summary>
    public Task NextChange()
    {
        lock (turn) return changed.Task;
    }

    private void Change(Action change)
    {
        TaskCompletionSource waiting;
        lock (turn)
        {
            change();
            waiting = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiting.SetResult();
    }
}
