using System.Collections.Immutable;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace Gep.Api.GraphQL;

/// <summary>What can be done; every write carries a key, so that a repeated one does nothing twice.</summary>
internal sealed partial class Mutation(
    ServedRequest request, RunRegister runs, WorkflowDesk desk, IdempotencyKeys keys, WriteDesks desks,
    ILogger<Mutation> logger)
{
    private static readonly ImmutableArray<CallerRole> Computing =
        [CallerRole.Analyst, CallerRole.Officer, CallerRole.Admin];

    /// <summary>Compiles the account of a year by any profile; the published snapshot stays.</summary>
    public RunPayload StartRun(StartRunInput input) => Once(input.IdempotencyKey, input, () =>
        Start(RunKind.Account, input.Year, input.Profile, Computing));

    /// <summary>Draws the schedules of a year, all or one scheme's.</summary>
    public RunPayload DrawSchedule(DrawScheduleInput input) => Once(input.IdempotencyKey, input, () =>
        Start(RunKind.Schedule, input.Year, input.Scheme, [CallerRole.Officer, CallerRole.Admin]));

    /// <summary>
    /// Lets claims and readings that were recorded be in force; without a database, reads the workspace's
    /// folder anew. What it holds then answers, all at once.
    /// </summary>
    public RunPayload Publish(PublishInput input) => Once(input.IdempotencyKey, input, () =>
        Start(RunKind.Publish, 0, null, [CallerRole.Officer, CallerRole.Admin],
            desks.Records is { } records ? records.Publish : null));

    /// <summary>Takes a step with a schedule: submit, review, approve, notice, issue, pay, …</summary>
    public StepPayload TakeStep(TakeStepInput input) => Once(input.IdempotencyKey, input, () => Take(input));

    private RunPayload Start(
        RunKind kind, int year, string? variant, ImmutableArray<CallerRole> roles, RunWork? work = null)
    {
        if (!roles.Any(request.Caller.Is)) return new RunPayload(null, [Forbidden(roles)]);
        var years = Catalog.Snapshot.Opened.Workspace.Years;
        bool isKnown = kind == RunKind.Publish || years.Any(known => known.Number == year);
        if (!isKnown)
        {
            return new RunPayload(null, [Refusal("year-unknown", $"year {year}",
                new($"工作区没有 {year} 年的数据。", $"The workspace has no data for {year}."),
                new($"可用年份：{string.Join(", ", years)}。", $"Years it has: {string.Join(", ", years)}."))]);
        }
        var run = runs.Start(kind, year, variant, request.Caller.Name, work);
        if (run is null)
        {
            return new RunPayload(null, [TooManyRuns()]);
        }
        Wrote(logger, request.Caller.Name, $"start-{kind}", $"run {run.Id} {year} {variant}");
        return new RunPayload(new RunNode(run, Catalog), []);
    }

    private StepPayload Take(TakeStepInput input)
    {
        var node = Catalog.Schedules.FirstOrDefault(schedule => schedule.Code == input.Schedule);
        if (node?.Drawn is not { } schedule)
        {
            return new StepPayload(null, null, [Refusal("schedule-unknown", input.Schedule,
                new("没有此资金安排。", "There is no such schedule."),
                new("见 schedules(isDrawn: true)。", "See schedules(isDrawn: true)."))]);
        }
        if (StepPermission.Refusal(request.Caller, input.Step, schedule) is { } refusal)
            return new StepPayload(node, null, [refusal]);
        var problems = new ProblemList();
        var step = new StepRequest(
            input.Step, request.Caller.RoleFor(input.Step)!.Value, request.Caller.Name, default,
            input.Note ?? "", [.. input.Lines ?? []])
        {
            Stage = input.Stage,
        };
        var entry = desk.Take(node.Outcome.Scheme, schedule, input.SeenSteps, step, problems);
        if (entry is null) return new StepPayload(node, null, [.. problems.All.Select(ProblemNode.Of)]);
        Wrote(logger, request.Caller.Name, $"step-{input.Step}", input.Schedule);
        return new StepPayload(node, StepNode.Of(entry), []);
    }

    private T Once<T>(string key, object body, Func<T> work)
        where T : class
    {
        if (!IdempotencyKeys.IsKey(key))
            throw Coded("idempotencyKey: 1 to 200 characters.", "IDEMPOTENCY_KEY");
        if (request.Caller.IsPublic) throw Coded("Writing needs a token.", "TOKEN_NEEDED");
        return keys.Once(request.Caller.Name, $"{typeof(T).Name} {key}", body, work)
            ?? throw KeyReused();
    }

    private static GraphQLException KeyReused() =>
        Coded("The key came with another request before.", "IDEMPOTENCY_KEY_REUSED");

    private GraphCatalog Catalog =>
        request.Snapshot?.Graph ?? throw Coded("The workspace is still being read.", "NOT_READY");

    private static GraphQLException Coded(string message, string code) => new(new GraphQLError
    {
        Message = message, Extensions = new Dictionary<string, object?> { ["code"] = code },
    });

    /// <summary>The refusal of what only some roles may do.</summary>
    internal static ProblemNode Forbidden(IEnumerable<CallerRole> roles)
    {
        string names = string.Join(", ", roles.Select(role => WorkspaceProblem.CodeOf(role)));
        return Refusal("role-forbidden", "token",
            new("您的角色不能办理此事。", "Your role may not do this."),
            new($"须有角色：{names}。", $"It needs a role of: {names}."));
    }

    /// <summary>A reason why a request is refused.</summary>
    internal static ProblemNode Refusal(
        string code, string where, BilingualText text, BilingualText remedy) =>
        new(code, ProblemSeverity.Refusal, where, TextNode.Of(text), TextNode.Of(remedy));

    [LoggerMessage(21, LogLevel.Information, "audit: {Actor} {Action} {Subject}")]
    private static partial void Wrote(ILogger logger, string actor, string action, string subject);
}

/// <summary>An account to compile.</summary>
/// <param name="Year">A year of the workspace.</param>
/// <param name="Profile">The profile; null for the workspace's own.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record StartRunInput(int Year, string IdempotencyKey, string? Profile = null);

/// <summary>Schedules to draw.</summary>
/// <param name="Year">A year of the workspace.</param>
/// <param name="Scheme">The scheme; null for all.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record DrawScheduleInput(int Year, string IdempotencyKey, string? Scheme = null);

/// <summary>A workspace to read anew.</summary>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record PublishInput(string IdempotencyKey);

/// <summary>A step to take with a schedule.</summary>
/// <param name="Schedule">Scheme and year: <c>WH-PBF:2019</c>.</param>
/// <param name="Step">The step.</param>
/// <param name="SeenSteps">How many steps the schedule had when you looked at it.</param>
/// <param name="Note">Document number of an issue, reason of a return, voiding or objection.</param>
/// <param name="Lines">Lines of an objection, or payments that reach another stage.</param>
/// <param name="Stage">The stage that payments reach, of the step <c>MOVE</c>.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record TakeStepInput(
    string Schedule, ScheduleStep Step, int SeenSteps, string IdempotencyKey, string? Note = null,
    IReadOnlyList<string>? Lines = null, PaymentStage? Stage = null);

/// <summary>The run, or why there is none.</summary>
/// <param name="Run">The run.</param>
/// <param name="Problems">Why not.</param>
internal sealed record RunPayload(RunNode? Run, IReadOnlyList<ProblemNode> Problems);

/// <summary>The schedule after the step, or why it was refused.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Entry">The entry of its log.</param>
/// <param name="Problems">Why not.</param>
internal sealed record StepPayload(ScheduleNode? Schedule, StepNode? Entry,
    IReadOnlyList<ProblemNode> Problems);

/// <summary>What can be watched.</summary>
internal sealed class Subscription(ServedRequest request, RunRegister runs)
{
    /// <summary>A run at each change, until it is over.</summary>
    public async IAsyncEnumerable<RunNode> RunProgress(
        [ID] string id,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var run = runs.Find(id) ?? throw new GraphQLException($"There is no run '{id}'.");
        var catalog = request.Snapshot?.Graph ?? throw new GraphQLException("There is no snapshot yet.");
        await foreach (var state in RunRegister.WatchAsync(run, cancellation))
            yield return new RunNode(state, catalog);
    }
}
