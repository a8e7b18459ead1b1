using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Dossiers;
using Gep.Api.Records;
using Gep.Api.Serving;
using Gep.Api.Workspaces;
using Microsoft.Extensions.Logging;

namespace Gep.Api.Workflow;

/// <summary>
/// The runs of a service: one at work at a time. What was asked and how it ended is in the book; a run that a
/// process left unfinished is done again from the same snapshot.
/// </summary>
internal sealed partial class RunRegister(
    SnapshotHolder holder, ServeParts parts, WriteDesks desks, ILogger<RunRegister> logger) : IDisposable
{
    /// <summary>Runs that wait or are at work; more are turned away.</summary>
    private const int OpenMax = 20;

    private const int KeptMax = 100;

    /// <summary>A run at which the process died so often is not begun again.</summary>
    private const int BeginningsMax = 3;

    /// <summary>How long a run that another instance works at is believed.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim worker = new(1);
    private readonly CancellationTokenSource stop = new();
    private ImmutableSortedDictionary<long, ServiceRun> known =
        ImmutableSortedDictionary<long, ServiceRun>.Empty;

    /// <summary>Whether as many runs wait as may.</summary>
    public bool IsFull => known.Values.Count(run => !run.View.IsOver) >= OpenMax;

    /// <summary>The runs, newest first.</summary>
    public IReadOnlyList<ServiceRun> All => [.. parts.Runs.List(KeptMax).Select(Know)];

    /// <summary>The run of an id, or null.</summary>
    public ServiceRun? Find(string id) =>
        !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? null
        : known.TryGetValue(number, out var run) ? run
        : parts.Runs.Find(number) is { } recorded ? Know(recorded) : null;

    /// <summary>Begins with a run that is in the book.</summary>
    public ServiceRun Start(long number, RunRequest request)
    {
        var run = Keep(new ServiceRun(number, request));
        _ = Task.Run(() => WorkAsync(run));
        return run;
    }

    /// <summary>
    /// Begins with the runs that an earlier process left unfinished, in their order; not with those of files
    /// that wait at another instance.
    /// </summary>
    public void Resume()
    {
        foreach (var open in parts.Runs.ListOpen())
        {
            if (known.ContainsKey(open.Id) || IsElsewhere(open.Request)) continue;
            Resumes(logger, open.Id, open.Request.Kind);
            Start(open.Id, open.Request);
        }
    }

    private bool IsElsewhere(RunRequest asked) =>
        JsonLine.MemberOf<RunKind>(asked.Kind) is RunKind.Review or RunKind.Accept
            && desks.Uploads?.Shelf.Find(asked.Variant!) is null;

    /// <summary>The run at each change, until it is over.</summary>
    public async IAsyncEnumerable<ServiceRun> WatchAsync(
        ServiceRun run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var next = known.ContainsKey(run.Number) ? run.NextChange() : Task.Delay(LookAgain, cancellation);
            bool isOver = run.View.IsOver;
            yield return run;
            if (isOver) yield break;
            await next.WaitAsync(cancellation);
            run = Find(run.Id) ?? run;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        worker.Dispose();
        stop.Dispose();
    }

    /// <summary>The run of a record: the one that this process has, or as it was recorded.</summary>
    private ServiceRun Know(RequestedRun recorded)
    {
        if (known.TryGetValue(recorded.Id, out var run)) return run;
        run = ServiceRun.Of(recorded, Repeat);
        return run.View.IsOver ? Keep(run) : run;
    }

    private ServiceRun Keep(ServiceRun run)
    {
        ImmutableInterlocked.Update(ref known, runs =>
        {
            if (runs.ContainsKey(run.Number)) return runs;
            var more = runs.Add(run.Number, run);
            var oldest = more.Values.FirstOrDefault(each => each.View.IsOver);
            return more.Count > KeptMax && oldest is not null ? more.Remove(oldest.Number) : more;
        });
        return known.GetValueOrDefault(run.Number, run);
    }

    private async Task WorkAsync(ServiceRun run)
    {
        try
        {
            await worker.WaitAsync(stop.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
        try
        {
            using var turn = parts.Runs.TakeTurn(run.Number);
            Work(run);
        }
        catch (OperationCanceledException)
        {
            Stopped(logger, run.Id);
        }
        catch (Exception failure)
        {
            Failed(logger, failure, run.Id, run.Kind);
            run.End(RunState.Failed, [], null, null, null);
        }
        finally
        {
            if (!stop.IsCancellationRequested) worker.Release();
        }
    }

    private void Work(ServiceRun run)
    {
        if (parts.Runs.Find(run.Number) is { Ending: not null } ended)
        {
            var elsewhere = ServiceRun.Of(ended, Repeat);
            var (state, _, found, snapshot, hash) = elsewhere.View;
            run.End(state, found, snapshot, hash, elsewhere.Result);
            return;
        }
        var problems = new ProblemList();
        RunResult? result = null;
        var outcome = RunState.Failed;
        if (parts.Runs.Begin(run.Number) > BeginningsMax) problems.Add(Interrupted(run));
        else
        {
            run.Begin();
            (outcome, result) = Try(run, problems);
        }
        parts.Runs.End(run.Number, new RunEnding(
            WorkspaceProblem.CodeOf(outcome), result?.Snapshot, result?.Hash,
            JsonSerializer.Serialize(problems.All)));
        run.End(
            outcome, [.. problems.All], result?.Snapshot, result?.Hash, new Lazy<RunResult?>(() => result));
    }

    private (RunState Outcome, RunResult? Result) Try(ServiceRun run, ProblemList problems)
    {
        try
        {
            var result = Make(run, problems);
            bool isRefused = problems.HasRefusal || result is null;
            return isRefused ? (RunState.Refused, null) : (RunState.Succeeded, result);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(logger, failure, run.Id, run.Kind);
            return (RunState.Failed, null);
        }
    }

    /// <summary>What a run makes, or null after the problems that prevent it were added.</summary>
    private RunResult? Make(ServiceRun run, ProblemList problems)
    {
        var (_, number, variant, snapshot, _) = run.Request;
        var current = holder.Current ?? throw new InvalidOperationException("There is no snapshot yet.");
        bool isOfItsSnapshot = run.Kind is RunKind.Account or RunKind.Schedule;
        using var restored = current.Id == snapshot || !isOfItsSnapshot
            ? null : parts.Restore(snapshot, stop.Token);
        var opened = restored?.Opened ?? current.Opened;
        switch (run.Kind)
        {
            case RunKind.Account:
                var account = RunAccount.For(
                    opened, AccountingYear.Of(number), variant, Environment.ProcessorCount, problems, run,
                    stop.Token);
                return account is null ? null : new RunResult(opened.Snapshot, account, []);
            case RunKind.Schedule:
                return new RunResult(opened.Snapshot, null, RunSchedule.For(
                    opened, AccountingYear.Of(number), variant, problems));
            case RunKind.Publish:
                string? published = parts.Publish(
                    new PublishRequest(run.Request.StartedBy, holder), problems, run, stop.Token);
                return published is null ? null : new RunResult(published, null, []);
            case RunKind.Review:
                return Changed(desks.Uploads?.Review(run, problems, stop.Token));
            case RunKind.Accept:
                return Changed(desks.Uploads?.Accept(run, problems, stop.Token));
            case RunKind.Records:
                return Changed(desks.Records?.Publish(run, problems, stop.Token));
        }
        throw new InvalidOperationException($"Nothing makes {run.Kind}.");
    }

    private static RunResult? Changed(string? snapshot) =>
        snapshot is null ? null : new RunResult(snapshot, null, []);

    /// <summary>The result of a run before the service started; null where it is another now.</summary>
    private RunResult? Repeat(ServiceRun run)
    {
        bool hasResult = run.Kind is RunKind.Account or RunKind.Schedule;
        if (run.View.State != RunState.Succeeded || !hasResult) return null;
        var result = Make(run, new ProblemList());
        return result?.Hash == run.View.ResultHash ? result : null;
    }

    private static WorkspaceProblem Interrupted(ServiceRun run) => new(
        "run-interrupted", ProblemSeverity.Refusal, $"run {run.Id}",
        new("服务在此任务中三次中断，不再自动重做。",
            "The service was interrupted three times at this run; it is not begun again."),
        new("请查看日志与内存后重新发起。", "Look at the log and the memory, then start it anew."));

    [LoggerMessage(20, LogLevel.Error, "Run {Run} of {Kind} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string run, RunKind kind);

    [LoggerMessage(23, LogLevel.Information, "Run {Run} of {Kind} was left unfinished and is done again")]
    private static partial void Resumes(ILogger logger, long run, string kind);

    [LoggerMessage(24, LogLevel.Information, "Run {Run} was stopped")]
    private static partial void Stopped(ILogger logger, string run);
}
