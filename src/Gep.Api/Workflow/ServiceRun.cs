using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gep.Api.Dossiers;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Workflow;

/// <summary>A run that somebody started: what it is, how far it is, and what came of it.</summary>
/// <param name="number">Its number.</param>
/// <param name="request">What was asked.</param>
internal sealed class ServiceRun(long number, RunRequest request) : IProgress<RunProgress>
{
    private readonly Lock turn = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunView view = RunView.Accepted;

    /// <summary>Its number.</summary>
    public long Number => number;

    /// <summary>Its id.</summary>
    public string Id { get; } = number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was asked.</summary>
    public RunRequest Request => request;

    /// <summary>What it makes.</summary>
    public RunKind Kind { get; } = JsonLine.MemberOf<RunKind>(request.Kind)
        ?? throw new InvalidDataException($"'{request.Kind}' is no kind of run.");

    /// <summary>How far it is now.</summary>
    public RunView View => Volatile.Read(ref view);

    /// <summary>What it made, or makes again where it ended before the service started.</summary>
    public Lazy<RunResult?>? Result { get; private set; }

    /// <summary>A run as it was recorded.</summary>
    /// <param name="recorded">The record.</param>
    /// <param name="repeat">Makes its result again.</param>
    public static ServiceRun Of(RequestedRun recorded, Func<ServiceRun, RunResult?> repeat)
    {
        var run = new ServiceRun(recorded.Id, recorded.Request);
        if (recorded.Ending is { } ending)
        {
            run.End(
                JsonLine.MemberOf<RunState>(ending.State) ?? RunState.Failed,
                JsonSerializer.Deserialize<ImmutableArray<WorkspaceProblem>>(ending.Problems),
                ending.Snapshot, ending.ResultHash, new Lazy<RunResult?>(() => repeat(run)));
        }
        return run;
    }

    /// <inheritdoc/>
    public void Report(RunProgress value) => Change(before => before with { Progress = value });

    /// <summary>It is at work.</summary>
    public void Begin() => Change(before => before with { State = RunState.Running });

    /// <summary>It is over with that result.</summary>
    public void End(
        RunState state, ImmutableArray<WorkspaceProblem> problems, string? snapshot, string? hash,
        Lazy<RunResult?>? result) => Change(before =>
    {
        Result = result;
        return before with { State = state, Problems = problems, Snapshot = snapshot, ResultHash = hash };
    });

    /// <summary>Completes at the next change.</summary>
    public Task NextChange()
    {
        lock (turn) return changed.Task;
    }

    private void Change(Func<RunView, RunView> change)
    {
        TaskCompletionSource waiting;
        lock (turn)
        {
            Volatile.Write(ref view, change(view));
            waiting = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiting.SetResult();
    }
}
