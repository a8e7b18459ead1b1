using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Api.Changes;
using Gep.Api.Records;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <content>Adjustments: differences of issued schedules, settled with a later one.</content>
internal sealed partial class Mutation
{
    /// <summary>
    /// Records differences of issued schedules that are settled with a later one, all of them or none; in
    /// force after the next <c>publishRecords</c>.
    /// </summary>
    public RecordPayload RecordAdjustments(RecordAdjustmentsInput input)
    {
        IReadOnlyList<HandedIn> rows =
        [
            .. input.Adjustments.Select((one, index) =>
                one.ToRow($"adjustments[{Number(index)}]", input.Scheme, input.Year)),
        ];
        return Record(
            RecordKind.Adjustment, input.Scheme, input.Year, input.IdempotencyKey, input, rows,
            (ledger, scheme, year, problems) =>
            {
                RefuseSubmitted(scheme, year, problems);
                AdjustmentCheck.Check(
                    rows, ledger.ReadLive(), DifferencesBefore(scheme, year, problems), problems);
            });
    }

    /// <summary>Takes an adjustment back; in force after the next <c>publishRecords</c>.</summary>
    public RecordPayload WithdrawAdjustment(WithdrawRecordInput input) =>
        Withdraw(RecordKind.Adjustment, input, RefuseSubmitted);

    /// <summary>What was reviewed with the lines of a schedule stays as it was.</summary>
    private void RefuseSubmitted(Scheme scheme, AccountingYear year, ProblemList problems)
    {
        if (Catalog.FindSchedule($"{scheme.Code}:{year}")?.Drawn is not { } drawn) return;
        if (desk.Open(scheme, drawn, problems)?.Stored.Frozen is null) return;
        problems.Refuse(
            ChangeProblemCode.ScheduleSubmitted, "year",
            new($"{scheme.Code} {year} 年的安排已提交，其清算不能再改。",
                $"The schedule {scheme.Code}:{year} was submitted; what is settled with it stays."),
            new("请随尚未提交的年份清算，或先退回该安排。",
                "Settle it with a year that is still a draft, or have the schedule returned first."));
    }

    /// <summary>What is settled with a schedule is in force before others review it.</summary>
    private void RefuseWaiting(Schedule schedule, IWriteScope write, ProblemList problems)
    {
        var (kind, scheme, year) = (RecordKind.Adjustment, schedule.Scheme, schedule.Year);
        var records = write.RecordsOf(kind.Name, kind.SubjectOf(scheme, year));
        AdjustmentCheck.RefuseWaiting(
            RecordDesk.LedgerOf(Catalog.Snapshot, kind, scheme, year, records), schedule, problems);
    }

    /// <summary>What the issued schedules of earlier years differ by from what is due today.</summary>
    private List<CorrectionLine> DifferencesBefore(
        Scheme scheme, AccountingYear year, ProblemList problems) =>
    [
        .. Catalog.Schedules.Where(node => node.Outcome.Scheme.Code == scheme.Code && node.Year < year.Number)
            .Select(node => node.Drawn).OfType<Schedule>()
            .Select(drawn => (Drawn: drawn, Dossier: desk.Open(scheme, drawn, problems)))
            .Where(each => each.Dossier is { IsIssued: true })
            .SelectMany(each => ScheduleCorrection.Between(each.Dossier!.Schedule, each.Drawn).Lines),
    ];
}

/// <summary>Adjustments to record.</summary>
/// <param name="Scheme">Code of the scheme: <c>WH-WET</c>.</param>
/// <param name="Year">Year with whose schedule they are settled.</param>
/// <param name="Adjustments">The adjustments.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record RecordAdjustmentsInput(
    [property: ID] string Scheme, int Year, IReadOnlyList<AdjustmentInput> Adjustments,
    string IdempotencyKey);

/// <summary>A part of the difference that the correction of an issued schedule shows.</summary>
/// <param name="Id">Its number, once in a scheme.</param>
/// <param name="Line">What the correction line corrects: <c>WH-WET:2019:000012</c>.</param>
/// <param name="District">Division code, as in the correction.</param>
/// <param name="Payee">Who receives it or gives it back, as in the correction.</param>
/// <param name="Parcel">Parcel or claim, as in the correction.</param>
/// <param name="Payer">Layer that carries it.</param>
/// <param name="Yuan">Signed amount [yuan], as decimal text: <c>-123.45</c>.</param>
/// <param name="Reason">Why.</param>
internal sealed record AdjustmentInput(
    [property: ID] string Id, string Line, [property: ID] string District, string Payee, string Parcel,
    PayerLayer Payer, string Yuan, string Reason)
{
    /// <summary>The adjustment as a row of the register.</summary>
    public HandedIn ToRow(string place, string scheme, int year) => new(place,
    [
        new("id", Id), new("scheme", scheme), new("year", RecordText.Of(year)), new("district", District),
        new("payee", Payee), new("parcel", Parcel), new("payer", WorkspaceProblem.CodeOf(Payer)),
        new("yuan", Yuan), new("line", Line), new("reason", Reason),
    ], null, null);
}
