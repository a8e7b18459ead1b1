using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;
using Gep.Api.Dossiers;
using Gep.Api.Records;
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
    ServedRequest request, RunRegister runs, WorkflowDesk desk, ServeParts parts, WriteDesks desks,
    ILogger<Mutation> logger)
{
    private static readonly ImmutableArray<CallerRole> Computing =
        [CallerRole.Analyst, CallerRole.Officer, CallerRole.Admin];

    /// <summary>Compiles the account of a year by any profile; the published snapshot stays.</summary>
    public RunPayload StartRun(StartRunInput input) =>
        Start(input.IdempotencyKey, input, RunKind.Account, input.Year, input.Profile, Computing);

    /// <summary>Draws the schedules of a year, all or one scheme's.</summary>
    public RunPayload DrawSchedule(DrawScheduleInput input) => Start(
        input.IdempotencyKey, input, RunKind.Schedule, input.Year, input.Scheme,
        [CallerRole.Officer, CallerRole.Admin]);

    /// <summary>Reads the workspace anew; what it holds then answers, all at once.</summary>
    public RunPayload Publish(PublishInput input) =>
        Start(input.IdempotencyKey, input, RunKind.Publish, 0, null, [CallerRole.Admin]);

    /// <summary>Takes a step with a schedule: submit, review, approve, notice, issue, pay, …</summary>
    public StepPayload TakeStep(TakeStepInput input)
    {
        var node = Catalog.FindSchedule(input.Schedule);
        var (_, answer) = Once(
            input.IdempotencyKey, input, DossierText.StepAction, write => Take(write, input, node));
        var entry = answer.Made is { } line ? EntryJson.Read(line) : null;
        return new StepPayload(node, entry is null ? null : StepNode.Of(entry), answer.Problems);
    }

    private RunPayload Start(
        string key, object input, RunKind kind, int year, string? variant, ImmutableArray<CallerRole> roles)
    {
        var asked = new RunRequest(
            WorkspaceProblem.CodeOf(kind), year, variant, Catalog.Snapshot.Id, request.Caller.Name);
        var (status, answer) = Once(key, input, $"start-{asked.Kind}", write => Accept(write, asked, roles));
        if (answer.Made is not { } id) return new RunPayload(null, answer.Problems);
        var run = status == WriteStatus.Made
            ? runs.Start(long.Parse(id, CultureInfo.InvariantCulture), asked)
            : runs.Find(id) ?? throw Coded("The run is older than those that are kept.", "RUN_FORGOTTEN");
        return new RunPayload(new RunNode(run, RunView.Accepted, Catalog), []);
    }

    private Written Accept(IWriteScope write, RunRequest asked, ImmutableArray<CallerRole> roles)
    {
        if (!roles.Any(request.Caller.Is)) return Written.Refused(Forbidden(roles));
        var years = Catalog.Snapshot.Opened.Workspace.Years;
        bool isKnown = asked.Year == 0 || years.Any(known => known.Number == asked.Year);
        if (!isKnown)
        {
            return Written.Refused(Refusal("year-unknown", $"year {asked.Year}",
                new($"工作区没有 {asked.Year} 年的数据。", $"The workspace has no data for {asked.Year}."),
                new($"可用年份：{string.Join(", ", years)}。", $"Years it has: {string.Join(", ", years)}.")));
        }
        string id = Number(AddRun(write, asked));
        return new Written(id, $"run {id} {asked.Year} {asked.Variant}".TrimEnd(), []);
    }

    private long AddRun(IWriteScope write, RunRequest asked) => runs.IsFull
        ? throw Coded("等候的任务过多，请稍后再试。 Too many runs wait; try again later.", "TOO_MANY_RUNS")
        : write.AddRun(asked);

    private Written Take(IWriteScope write, TakeStepInput input, ScheduleNode? node)
    {
        if (node?.Drawn is not { } schedule)
        {
            return Written.Refused(Refusal("schedule-unknown", input.Schedule,
                new("没有此资金安排。", "There is no such schedule."),
                new("见 schedules(isDrawn: true)。", "See schedules(isDrawn: true).")));
        }
        if (StepPermission.Refusal(request.Caller, input.Step, schedule) is { } refusal)
            return Written.Refused(refusal);
        var problems = new ProblemList();
        if (input.Step == ScheduleStep.Submit) RefuseWaiting(schedule, write, problems);
        var step = new StepRequest(
            input.Step, request.Caller.RoleFor(input.Step)!.Value, request.Caller.Name, default,
            input.Note ?? "", [.. input.Lines ?? []])
        {
            Stage = input.Stage,
        };
        var entry = problems.HasRefusal
            ? null
            : desk.Take(node.Outcome.Scheme, schedule, input.SeenSteps, step, problems, write);
        return entry is null
            ? Written.Refused([.. problems.All.Select(ProblemNode.Of)])
            : new Written(EntryJson.Write(entry), DossierText.SubjectOf(entry), []);
    }

    /// <summary>Makes a write once for its key; a repetition gets the first answer.</summary>
    private (WriteStatus Status, Written Answer) Once(
        string key, object input, string action, Func<IWriteScope, Written> write)
    {
        var asked = KeyOf(key, input);
        var (status, answer) = parts.Writes.Once(asked, action, scope =>
        {
            var written = write(scope);
            return new WriteResult(JsonSerializer.Serialize(written), written.Subject);
        });
        if (answer is null) throw KeyReused();
        var first = JsonSerializer.Deserialize<Written>(answer)!;
        if (status == WriteStatus.Made && first.Subject is not null)
            Wrote(logger, asked.Actor, action, first.Subject);
        return (status, first);
    }

    private WriteKey KeyOf(string key, object input)
    {
        if (key.Length is 0 or > WriteKey.KeyLettersMax)
            throw Coded($"idempotencyKey: 1 to {WriteKey.KeyLettersMax} characters.", "IDEMPOTENCY_KEY");
        if (request.Caller.IsPublic) throw Coded("Writing needs a token.", "TOKEN_NEEDED");
        return WriteKey.Of(
            request.Caller.Name, key, JsonSerializer.SerializeToUtf8Bytes(input, input.GetType()));
    }

    private static GraphQLException KeyReused() =>
        Coded("The key came with another request before.", "IDEMPOTENCY_KEY_REUSED");

    /// <summary>The answer to a write as it is kept.</summary>
    /// <param name="Made">What was made; null of a refusal.</param>
    /// <param name="Subject">What the audit log says of it; null of a refusal.</param>
    /// <param name="Problems">Why not.</param>
    private sealed record Written(string? Made, string? Subject, IReadOnlyList<ProblemNode> Problems)
    {
        public static Written Refused(params IReadOnlyList<ProblemNode> problems) =>
            new(null, null, problems);
    }

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
        await foreach (var state in runs.WatchAsync(run, cancellation))
            yield return new RunNode(state, state.View, catalog);
    }
}
