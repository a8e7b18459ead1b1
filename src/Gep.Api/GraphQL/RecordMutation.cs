using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Api.Changes;
using Gep.Api.Compensation;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <content>Claims and readings, and what is common to all that is recorded.</content>
internal sealed partial class Mutation
{
    /// <summary>
    /// Records loss claims, all of them or none; in force after the next <c>publishRecords</c>.
    /// </summary>
    public RecordPayload RecordClaims(RecordClaimsInput input) => Record(
        RecordKind.Claim, input.Scheme, input.Year, input.IdempotencyKey, input,
        [.. input.Claims.Select((claim, index) => claim.ToRow($"claims[{Number(index)}]"))]);

    /// <summary>Takes a claim back; in force after the next <c>publishRecords</c>.</summary>
    public RecordPayload WithdrawClaim(WithdrawRecordInput input) => Withdraw(RecordKind.Claim, input);

    /// <summary>
    /// Records measured results and ledger entries, all of them or none; in force after the next
    /// <c>publishRecords</c>.
    /// </summary>
    public RecordPayload RecordReadings(RecordReadingsInput input) => Record(
        RecordKind.Reading, input.Scheme, input.Year, input.IdempotencyKey, input,
        [.. input.Readings.Select((reading, index) => reading.ToRow($"readings[{Number(index)}]"))]);

    /// <summary>Takes a reading back; in force after the next <c>publishRecords</c>.</summary>
    public RecordPayload WithdrawReading(WithdrawRecordInput input) => Withdraw(RecordKind.Reading, input);

    /// <summary>Lets all claims, readings and adjustments that were recorded be in force at once.</summary>
    public RunPayload PublishRecords(PublishInput input) => desks.Records is null
        ? new RunPayload(null, [StoreNeeded()])
        : Start(
            input.IdempotencyKey, input, RunKind.Records, 0, null,
            [CallerRole.Officer, CallerRole.Finance, CallerRole.Admin]);

    /// <summary>Keeps rows; where no check is given, a draw of the schedule checks them.</summary>
    private RecordPayload Record(
        RecordKind kind, string scheme, int year, string key, object body, IReadOnlyList<HandedIn> rows,
        Action<RecordLedger, Scheme, AccountingYear, ProblemList>? check = null)
    {
        check ??= (ledger, known, of, found) =>
            RecordDesk.Draw(request.Snapshot!, kind, known, of, ledger, rows, found);
        if (Records(kind, scheme, year, out var place, out var refused) is not { } desk) return refused!;
        var problems = new ProblemList();
        var answer = desk.Record(
            request, kind, place.Scheme, place.Year, rows, KeyOf(key, body),
            ledger => check(ledger, place.Scheme, place.Year, problems), problems);
        return Answer(kind, answer, problems);
    }

    private RecordPayload Withdraw(
        RecordKind kind, WithdrawRecordInput input,
        Action<Scheme, AccountingYear, ProblemList>? check = null)
    {
        if (Records(kind, input.Scheme, input.Year, out var place, out var refused) is not { } desk)
            return refused!;
        var problems = new ProblemList();
        var answer = desk.Withdraw(
            request, kind, place.Scheme, place.Year, input.Id, input.Reason,
            KeyOf(input.IdempotencyKey, input),
            () => check?.Invoke(place.Scheme, place.Year, problems), problems);
        return Answer(kind, answer, problems);
    }

    private RecordPayload Answer(RecordKind kind, RecordAnswer answer, ProblemList problems)
    {
        if (answer.Status == WriteStatus.KeyReused) throw KeyReused();
        string? id = answer.Id is { } number ? Number(number) : null;
        if (answer.Status == WriteStatus.Made)
            Wrote(logger, request.Caller.Name, $"{kind.Name}-recorded", $"record {id}");
        return new RecordPayload(id, [.. problems.All.Select(ProblemNode.Of)]);
    }

    /// <summary>The desk with scheme and year, or why the caller gets none.</summary>
    private RecordDesk? Records(
        RecordKind kind, string schemeCode, int year, out (Scheme Scheme, AccountingYear Year) place,
        out RecordPayload? refused)
    {
        (place, refused) = (default, null);
        if (!request.Caller.Is(kind.Keeper))
            refused = new RecordPayload(null, [Forbidden([kind.Keeper])]);
        else if (desks.Records is null)
            refused = new RecordPayload(null, [StoreNeeded()]);
        if (refused is not null) return null;
        var problems = new ProblemList();
        var scheme = Catalog.Snapshot.Schedules.SelectMany(each => each.Outcomes)
            .Select(outcome => outcome.Scheme).FirstOrDefault(each => each.Code.ToString() == schemeCode);
        if (scheme is null)
        {
            problems.Refuse(WorkspaceProblemCode.SchemeUnknown, "scheme",
                new($"没有补偿方案 {schemeCode}。", $"There is no scheme {schemeCode}."),
                new("见 schemes。", "See schemes."));
        }
        else if (!kind.IsTakenBy(scheme))
        {
            problems.Refuse(ChangeProblemCode.RecordNotTaken, "scheme",
                new($"{schemeCode} 不按此类记录结算。", $"{schemeCode} does not settle on records of this kind."),
                new("请核对方案。", "Check the scheme."));
        }
        var known = Catalog.Snapshot.Opened.RequireYear(AccountingYear.Of(year), problems);
        if (known is not null && scheme is not null) place = (scheme, known.Value);
        if (!problems.HasRefusal) return desks.Records;
        refused = new RecordPayload(null, [.. problems.All.Select(ProblemNode.Of)]);
        return null;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Claims to record.</summary>
/// <param name="Scheme">Code of the scheme: <c>WH-CHENHU</c>.</param>
/// <param name="Year">Year of the schedule.</param>
/// <param name="Claims">The claims.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record RecordClaimsInput(
    [property: ID] string Scheme, int Year, IReadOnlyList<ClaimInput> Claims, string IdempotencyKey);

/// <summary>A loss that one payee suffered and an office verified.</summary>
/// <param name="Id">Its number, once in a scheme and year.</param>
/// <param name="District">Division code.</param>
/// <param name="Town">Town.</param>
/// <param name="Village">Village.</param>
/// <param name="Payee">Who suffered it.</param>
/// <param name="Parcel">Plot it happened on.</param>
/// <param name="Crop">What was lost.</param>
/// <param name="DamagedMu">Damaged area [mu].</param>
/// <param name="LossDay">Day of the loss.</param>
/// <param name="VerifiedLossYuan">Loss that the office verified [yuan].</param>
/// <param name="Certificate">Number of the verification.</param>
/// <param name="VerifiedOn">Day of the verification.</param>
/// <param name="Corrects">Number of the claim in whose place it is.</param>
/// <param name="Reason">Why it is in its place.</param>
internal sealed record ClaimInput(
    [property: ID] string Id, [property: ID] string District, string Town, string Village, string Payee,
    string Parcel, string Crop, decimal DamagedMu, DateOnly LossDay, decimal VerifiedLossYuan,
    string? Certificate = null, DateOnly? VerifiedOn = null, [property: ID] string? Corrects = null,
    string? Reason = null)
{
    /// <summary>The claim as a row of a file of claims.</summary>
    public HandedIn ToRow(string place) => new(place,
    [
        new("id", Id), new("district", District), new("town", Town), new("village", Village),
        new("payee", Payee), new("parcel", Parcel), new("crop", Crop),
        new("damaged_mu", RecordText.Of(DamagedMu)), new("loss_day", RecordText.Of(LossDay)),
        new("verified_loss_yuan", RecordText.Of(VerifiedLossYuan)), new("certificate", Certificate),
        new("verified_on", VerifiedOn is { } day ? RecordText.Of(day) : null),
    ], Corrects, Reason);
}

/// <summary>Readings to record.</summary>
/// <param name="Scheme">Code of the scheme: <c>WH-PVFLOOR</c>.</param>
/// <param name="Year">Year of the schedule.</param>
/// <param name="Readings">The readings.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record RecordReadingsInput(
    [property: ID] string Scheme, int Year, IReadOnlyList<ReadingInput> Readings, string IdempotencyKey);

/// <summary>A measured result or an entry of a ledger.</summary>
/// <param name="Id">Its number, once in a scheme and year.</param>
/// <param name="District">Division code of a district or the city.</param>
/// <param name="Payee">Who receives, or pays when the amount is negative.</param>
/// <param name="Subject">What is measured: section, plant, plot, account.</param>
/// <param name="Day">Day by whose terms it is settled.</param>
/// <param name="Measures">The measured numbers; units are those of the scheme's method.</param>
/// <param name="Town">Town; null between governments.</param>
/// <param name="Village">Village; null between governments.</param>
/// <param name="Certificate">Number of the verification.</param>
/// <param name="Words">What is stated in words, such as the kind of an event.</param>
/// <param name="Corrects">Number of the reading in whose place it is.</param>
/// <param name="Reason">Why it is in its place.</param>
internal sealed record ReadingInput(
    [property: ID] string Id, [property: ID] string District, string Payee, string Subject, DateOnly Day,
    IReadOnlyList<MeasureInput> Measures, string? Town = null, string? Village = null,
    string? Certificate = null, IReadOnlyList<WordInput>? Words = null,
    [property: ID] string? Corrects = null, string? Reason = null)
{
    /// <summary>The reading as a row of a file of readings.</summary>
    public HandedIn ToRow(string place) => new(place,
    [
        new("id", Id), new("district", District), new("town", Town), new("village", Village),
        new("payee", Payee), new("subject", Subject), new("day", RecordText.Of(Day)),
        new("certificate", Certificate),
        .. Measures.Select(measure =>
            KeyValuePair.Create(measure.Name, (string?)RecordText.Of(measure.Amount))),
        .. (Words ?? []).Select(word =>
            KeyValuePair.Create(MonitoringReader.WordPrefix + word.Name, (string?)word.Text)),
    ], Corrects, Reason);
}

/// <summary>A measured number.</summary>
/// <param name="Name">What was measured, as the scheme's method calls it: <c>kwh</c>.</param>
/// <param name="Amount">The number.</param>
internal sealed record MeasureInput(string Name, decimal Amount);

/// <summary>Something stated in words.</summary>
/// <param name="Name">What is stated, as the scheme's method calls it: <c>entry</c>.</param>
/// <param name="Text">The word.</param>
internal sealed record WordInput(string Name, string Text);

/// <summary>A claim, reading or adjustment to take back.</summary>
/// <param name="Scheme">Code of the scheme.</param>
/// <param name="Year">Year of the schedule.</param>
/// <param name="Id">Its number.</param>
/// <param name="Reason">Why.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record WithdrawRecordInput(
    [property: ID] string Scheme, int Year, [property: ID] string Id, string Reason, string IdempotencyKey);

/// <summary>What was kept, or why it was not.</summary>
/// <param name="Record">Number of the record; null when nothing was kept.</param>
/// <param name="Problems">Why not, or what somebody should look at.</param>
internal sealed record RecordPayload([property: ID] string? Record, IReadOnlyList<ProblemNode> Problems);

/// <summary>Values as files of rows have them.</summary>
internal static class RecordText
{
    /// <summary>A number.</summary>
    public static string Of(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
