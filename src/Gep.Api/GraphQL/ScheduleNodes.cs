using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Compensation;
using Gep.Api.Dossiers;
using Gep.Api.Security;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>The part of an amount that one layer carries.</summary>
/// <param name="Payer">The layer.</param>
/// <param name="Amount">Its part.</param>
[GraphQLName("PayerShare")]
internal sealed record PayerShareNode(PayerLayer Payer, AmountNode Amount)
{
    /// <summary>The shares of the domain.</summary>
    public static IReadOnlyList<PayerShareNode> Of(ImmutableArray<PayerShare> shares) =>
        [.. shares.Select(share => new PayerShareNode(share.Payer, AmountNode.Of(share.Amount)))];
}

/// <summary>What a scheme pays in a year, drawn or refused with its reasons.</summary>
[GraphQLName("Schedule")]
internal sealed class ScheduleNode : INode
{
    private readonly SchemeOutcome outcome;
    private readonly GraphCatalog catalog;

    /// <summary>The outcome of a year.</summary>
    public ScheduleNode(SchemeOutcome outcome, int year, GraphCatalog catalog)
    {
        (this.outcome, Year, this.catalog) = (outcome, year, catalog);
        AllLines = [.. (Drawn?.Lines ?? []).Select(line => new PaymentLineNode(line, this, catalog))];
    }

    /// <inheritdoc/>
    [ID]
    public string Id => $"Schedule:{Code}";

    /// <summary>Scheme and year: <c>WH-PBF:2019</c>.</summary>
    public string Code => $"{outcome.Scheme.Code}:{Year}";

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The scheme.</summary>
    public SchemeNode Scheme => catalog.SchemeOf(outcome.Scheme);

    /// <summary>Whether it could be drawn; the problems say why not.</summary>
    public bool IsDrawn => outcome.Draft.IsDrawn;

    /// <summary>Sum of its lines; null when it was not drawn.</summary>
    public AmountNode? Total => Drawn is { } drawn ? AmountNode.Of(drawn.Total) : null;

    /// <summary>Who pays how much.</summary>
    public IReadOnlyList<PayerShareNode> Payers => PayerShareNode.Of(Drawn?.Payers ?? []);

    /// <summary>How many lines it has.</summary>
    public int LineCount => AllLines.Length;

    /// <summary>SHA-256 over scheme, year, total and lines, by which each step names its content.</summary>
    public string? ContentHash => Drawn is { } drawn ? ScheduleFingerprint.Of(drawn) : null;

    /// <summary>The checks that were made.</summary>
    public IReadOnlyList<CheckNode> Checks =>
    [
        .. (Drawn?.Checks ?? []).Select(check => new CheckNode(
            check.Code.ToString(), TextNode.Of(check.Note),
            check.Residual.ToString(System.Globalization.CultureInfo.InvariantCulture), check.Unit,
            check.Passed)),
    ];

    [GraphQLIgnore]
    internal Schedule? Drawn => outcome.Draft.Schedule;

    [GraphQLIgnore]
    internal SchemeOutcome Outcome => outcome;

    [GraphQLIgnore]
    internal GraphCatalog Catalog => catalog;

    /// <summary>Its lines.</summary>
    [GraphQLIgnore]
    public ImmutableArray<PaymentLineNode> AllLines { get; }

    /// <summary>What its reader should know; names of persons are held back from who may not see
    /// them.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<ProblemNode> Problems([Service] ServedRequest request) =>
    [
        .. outcome.Draft.Problems.Select(ProblemNode.Of)
            .Select(problem => request.Caller.SeesAllPayees ? problem : catalog.WithoutNames(problem)),
    ];

    /// <summary>Its lines.</summary>
    [UsePaging(DefaultPageSize = 50)]
    public IReadOnlyList<PaymentLineNode> Lines(
        [Service] ServedRequest request, PaymentLineFilter? where = null,
        IReadOnlyList<PaymentLineOrder>? order = null) =>
        PaymentSearch.Find(AllLines, where, order, request.Caller);

    /// <summary>Sums of its lines by any of the keys.</summary>
    [ListSize(AssumedSize = 100)]
    public IReadOnlyList<PaymentGroup> Groups(
        [Service] ServedRequest request, IReadOnlyList<PaymentGroupKey> by,
            PaymentLineFilter? where = null) =>
        PaymentSearch.Group(PaymentSearch.Find(AllLines, where, null, request.Caller), by, request.Caller);
}

/// <summary>The steps of schedules, read for all that one query names at once.</summary>
[ExtendObjectType(typeof(ScheduleNode))]
internal sealed class ScheduleSteps(WorkflowDesk desk)
{
    /// <summary>How far it has come.</summary>
    [Batch]
    public Task<IReadOnlyList<ScheduleStatus>> Status([Parent] IReadOnlyList<ScheduleNode> schedules) =>
        OfEach(schedules, ScheduleLog.StatusAfter);

    /// <summary>The steps that were taken, oldest first.</summary>
    [Batch]
    public Task<IReadOnlyList<IReadOnlyList<StepNode>>> Steps(
        [Parent] IReadOnlyList<ScheduleNode> schedules) =>
        OfEach(schedules, entries => (IReadOnlyList<StepNode>)[.. entries.Select(StepNode.Of)]);

    private Task<IReadOnlyList<T>> OfEach<T>(
        IReadOnlyList<ScheduleNode> schedules, Func<ImmutableArray<ScheduleEntry>, T> of) =>
        Task.FromResult<IReadOnlyList<T>>([.. EntriesOf(schedules).Select(of)]);

    private IReadOnlyList<ImmutableArray<ScheduleEntry>> EntriesOf(IReadOnlyList<ScheduleNode> schedules)
    {
        var problems = new ProblemList();
        var entries = desk.EntriesOf(
            [.. schedules.Select(node => new ScheduleKey(
                node.Outcome.Scheme.Code, AccountingYear.Of(node.Year)))], problems);
        return problems.All is [{ } broken, ..]
            ? throw new GraphQLException($"{broken.Where}: {broken.Text.English}")
            : entries;
    }
}

/// <summary>One step that somebody took with a schedule.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Step">What happened.</param>
/// <param name="Role">In which role.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
/// <param name="Note">Document number or reason.</param>
/// <param name="Stage">Stage that payments reached; null of other steps.</param>
/// <param name="Lines">Lines it concerns; empty for all.</param>
/// <param name="ContentHash">Hash of the lines it is about.</param>
/// <param name="Hash">Hash over this entry and the one before.</param>
[GraphQLName("ScheduleEntry")]
internal sealed record StepNode(
    int Number, ScheduleStep Step, ScheduleRole Role, string Actor, DateTimeOffset At, string Note,
    PaymentStage? Stage, IReadOnlyList<string> Lines, string ContentHash, string Hash)
{
    /// <summary>The entry of the log.</summary>
    public static StepNode Of(ScheduleEntry entry) => new(
        entry.Sequence, entry.Step, entry.Role, entry.Actor, entry.At, entry.Note, entry.Stage, entry.Lines,
        entry.ContentHash, entry.Hash);
}

/// <summary>One payment to one payee for one parcel or claim.</summary>
[GraphQLName("PaymentLine")]
internal sealed class PaymentLineNode(PaymentLine line, ScheduleNode schedule, GraphCatalog catalog) : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => $"PaymentLine:{Code}";

    /// <summary>Its id: <c>WH-PBF:2019:000123</c>.</summary>
    public string Code => line.Id;

    /// <summary>Its schedule.</summary>
    public ScheduleNode Schedule => schedule;

    /// <summary>The year.</summary>
    public int Year => schedule.Year;

    /// <summary>The district.</summary>
    public DistrictNode? District => catalog.FindDistrict(line.District);

    /// <summary>Town; empty when unknown.</summary>
    public string Town => line.Town;

    /// <summary>Parcel or plot it is for.</summary>
    public string Parcel => line.Parcel;

    /// <summary>Area paid for, or damaged; null when the rule has none.</summary>
    public AmountNode? Area => line.AreaMu is { } mu ? new AmountNode(mu, "mu") : null;

    /// <summary>Sum of the layers' rates; null when the rule has none.</summary>
    public AmountNode? Rate => line.Rate is { } rate ? new AmountNode(rate, "yuan/mu/a") : null;

    /// <summary>What is paid.</summary>
    public AmountNode Amount => AmountNode.Of(line.Amount);

    /// <summary>Who carries it.</summary>
    public IReadOnlyList<PayerShareNode> Payers => PayerShareNode.Of(line.Payers);

    [GraphQLIgnore]
    internal PaymentLine Line => line;

    /// <summary>Village; null where the caller may not see it.</summary>
    public string? Village([Service] ServedRequest request) =>
        request.Caller.SeesPayeesOf(line.District) ? line.Village : null;

    /// <summary>Who is paid; null where the caller may not see it.</summary>
    public string? Payee([Service] ServedRequest request) =>
        request.Caller.SeesPayeesOf(line.District) ? line.Payee : null;

    /// <summary>How the amount came about; null where the caller may not see it.</summary>
    [Cost(2)]
    public ExplanationNode? Explanation([Service] ServedRequest request) =>
        request.Caller.SeesPayeesOf(line.District) ? ExplanationNode.Of(line.Trace) : null;
}
