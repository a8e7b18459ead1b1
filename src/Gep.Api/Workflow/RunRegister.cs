using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Serving;
using Gep.Api.Workspaces;
using Microsoft.Extensions.Logging;

namespace Gep.Api.Workflow;

/// <summary>The work of a run that changes the workspace.</summary>
/// <param name="run">The run, told how far the work is.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="cancellation">Stops it.</param>
/// <returns>Id of the snapshot that it made or read; null where it was refused.</returns>
internal delegate string? RunWork(ServiceRun run, ProblemList problems, CancellationToken cancellation);

/// <summary>The runs of a service: one at work at a time, the last ones kept with their results.</summary>
internal sealed partial class RunRegister(SnapshotHolder holder, ILogger<RunRegister> logger) : IDisposable
{
    /// <summary>Runs that wait or are at work; more are turned away.</summary>
    private const int OpenMax = 20;

    private const int KeptMax = 100;

    private readonly Lock turn = new();
    private readonly SemaphoreSlim worker = new(1);
    private readonly CancellationTokenSource stop = new();
    private ImmutableList<ServiceRun> runs = [];
    private int last;

    /// <summary>The runs, newest first.</summary>
    public IReadOnlyList<ServiceRun> All => Volatile.Read(ref runs);

    /// <summary>The run of an id, or null.</summary>
    public ServiceRun? Find(string id) => All.FirstOrDefault(run => run.Id == id);

    /// <summary>Starts a run; null while too many wait.</summary>
    /// <param name="kind">What it makes.</param>
    /// <param name="year">The year; 0 where it has none.</param>
    /// <param name="variant">Profile, scheme or layer.</param>
    /// <param name="caller">Who starts it.</param>
    /// <param name="work">What it does; null for an account, schedules, or the workspace read anew.</param>
    public ServiceRun? Start(RunKind kind, int year, string? variant, string caller, RunWork? work = null)
    {
        ServiceRun run;
        lock (turn)
        {
            if (runs.Count(each => !each.IsOver) >= OpenMax) return null;
            last++;
            run = new ServiceRun(last.ToString(CultureInfo.InvariantCulture), kind, year, variant, caller);
            runs = [.. runs.Insert(0, run).Where((each, place) => place < KeptMax || !each.IsOver)];
        }
        _ = Task.Run(() => WorkAsync(run, work));
        return run;
    }

    /// <summary>The run at each change, until it is over.</summary>
    public static async IAsyncEnumerable<ServiceRun> WatchAsync(
        ServiceRun run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var next = run.NextChange();
            bool isOver = run.IsOver;
            yield return run;
            if (isOver) yield break;
            await next.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        worker.Dispose();
        stop.Dispose();
    }

    private async Task WorkAsync(ServiceRun run, RunWork? work)
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
            run.Begin();
            Work(run, work);
        }
        catch (OperationCanceledException)
        {
            run.End(RunState.Failed, [], null, null, []);
        }
        catch (Exception failure)
        {
            Failed(logger, failure, run.Id, run.Kind);
            run.End(RunState.Failed, [], null, null, []);
        }
        finally
        {
            if (!stop.IsCancellationRequested) worker.Release();
        }
    }

    private void Work(ServiceRun run, RunWork? work)
    {
        var problems = new ProblemList();
        var snapshot = holder.Current;
        if (snapshot is null) throw new InvalidOperationException("There is no snapshot yet.");
        AccountRun? account = null;
        ImmutableArray<SchemeOutcome> outcomes = [];
        string? result = snapshot.Id;
        switch (run.Kind)
        {
            case RunKind.Account:
                account = RunAccount.For(
                    snapshot.Opened, AccountingYear.Of(run.Year), run.Variant, Environment.ProcessorCount,
                    problems, run, stop.Token);
                break;
            case RunKind.Schedule:
                outcomes = RunSchedule.For(
                    snapshot.Opened, AccountingYear.Of(run.Year), run.Variant, problems);
                break;
            case RunKind.Publish or RunKind.Review or RunKind.Accept when work is not null:
                result = work(run, problems, stop.Token);
                break;
            case RunKind.Review or RunKind.Accept:
                throw new InvalidOperationException($"A run of {run.Kind} needs its work.");
            case RunKind.Publish:
                var read = ServiceSnapshot.Read(snapshot.Opened.Workspace.Root, problems, run, stop.Token);
                if (read is not null) holder.Replace(read);
                result = read?.Id;
                break;
        }
        bool isRefused = problems.HasRefusal || result is null || (run.Kind == RunKind.Account
            && account is null);
        run.End(
            isRefused ? RunState.Refused : RunState.Succeeded, [.. problems.All], result,
            isRefused ? null : account, isRefused ? [] : outcomes);
    }

    [LoggerMessage(20, LogLevel.Error, "Run {Run} of {Kind} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string run, RunKind kind);
}
