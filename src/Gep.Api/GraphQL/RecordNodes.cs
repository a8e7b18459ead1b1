using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Api.Changes;
using Gep.Api.Compensation;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>Claims and readings as they stand.</summary>
[ExtendObjectType(typeof(Query))]
internal sealed class RecordQueries(ServedRequest request, WriteDesks desks)
{
    /// <summary>The claims of a scheme and year, with those that were corrected or withdrawn.</summary>
    [ListSize(AssumedSize = 200)]
    public IReadOnlyList<Claim> Claims([ID] string scheme, int year) =>
        [.. RowsOf(RecordKind.Claim, scheme, year).Select(row => new Claim(row, request.Caller))];

    /// <summary>The readings of a scheme and year, with those that were corrected or withdrawn.</summary>
    [ListSize(AssumedSize = 200)]
    public IReadOnlyList<Reading> Readings([ID] string scheme, int year) =>
        [.. RowsOf(RecordKind.Reading, scheme, year).Select(row => new Reading(row, request.Caller))];

    private IReadOnlyList<RecordRow> RowsOf(RecordKind kind, string scheme, int year)
    {
        var snapshot = request.Snapshot ?? throw new GraphQLException("There is no snapshot yet.");
        if (request.Caller.IsPublic)
        {
            throw new GraphQLException(new GraphQLError
            {
                Message = "须有令牌。 It needs a token.",
                Extensions = new Dictionary<string, object?> { ["code"] = "TOKEN_NEEDED" },
            });
        }
        if (!SchemeCode.TryParse(scheme, out var code) || year is < 1 or > 9999) return [];
        return RecordDesk.LedgerOf(snapshot, kind, code, AccountingYear.Of(year), desks.Records).Rows;
    }
}

/// <summary>What claims and readings have in common.</summary>
internal abstract class RecordNode(RecordRow row, Caller caller)
{
    /// <summary>Its number.</summary>
    [ID]
    public string Id => row.Id;

    /// <summary>How it stands.</summary>
    public RecordState State => row.State;

    /// <summary>Whether the published snapshot still has it.</summary>
    public bool IsInForce => row.IsInForce;

    /// <summary>Division code.</summary>
    public string District => Text("district") ?? "";

    /// <summary>Town.</summary>
    public string? Town => Text("town");

    /// <summary>Village; null where the caller may not see it.</summary>
    public string? Village => Seen("village");

    /// <summary>Who is paid; null where the caller may not see it.</summary>
    public string? Payee => Seen("payee");

    /// <summary>Number of the verification; null where the caller may not see it.</summary>
    public string? Certificate => Seen("certificate");

    /// <summary>Who handed it in; null where the workspace's file had it.</summary>
    public string? RecordedBy => row.By?.Actor;

    /// <summary>When.</summary>
    public DateTimeOffset? RecordedAt => row.By?.RecordedAt;

    /// <summary>Number of the one in whose place it is.</summary>
    [ID]
    public string? Corrects => row.Corrects;

    /// <summary>Number of the one in its place.</summary>
    [ID]
    public string? CorrectedBy => row.CorrectedBy;

    /// <summary>Who corrected it or took it back.</summary>
    public string? EndedBy => row.EndedBy?.Actor;

    /// <summary>When.</summary>
    public DateTimeOffset? EndedAt => row.EndedBy?.RecordedAt;

    /// <summary>
    /// Why it is in another's place, or was taken back; null where the caller may not see it.
    /// </summary>
    public string? Reason => Sees ? row.EndReason ?? row.Reason : null;

    /// <summary>A field of the row.</summary>
    protected string? Text(string column) => row.Fields.GetValueOrDefault(column);

    /// <summary>The fields of the row.</summary>
    protected IEnumerable<KeyValuePair<string, string>> Fields => row.Fields;

    private bool Sees => DistrictCode.TryParse(District, out var district) && caller.SeesPayeesOf(district);

    private string? Seen(string column) => Sees ? Text(column) : null;
}

/// <summary>A loss that one payee suffered and an office verified.</summary>
internal sealed class Claim(RecordRow row, Caller caller) : RecordNode(row, caller)
{
    /// <summary>Plot it happened on.</summary>
    public string? Parcel => Text("parcel");

    /// <summary>What was lost.</summary>
    public string? Crop => Text("crop");

    /// <summary>Damaged area.</summary>
    public AmountNode? Damaged => RecordNumber.Of(Text("damaged_mu"), "mu");

    /// <summary>Day of the loss.</summary>
    public string? LossDay => Text("loss_day");

    /// <summary>Loss that the office verified.</summary>
    public AmountNode? VerifiedLoss => RecordNumber.Of(Text("verified_loss_yuan"), "yuan");

    /// <summary>Day of the verification.</summary>
    public string? VerifiedOn => Text("verified_on");
}

/// <summary>A measured result or an entry of a ledger.</summary>
internal sealed class Reading(RecordRow row, Caller caller) : RecordNode(row, caller)
{
    /// <summary>What is measured.</summary>
    public string? Subject => Text("subject");

    /// <summary>Day by whose terms it is settled.</summary>
    public string? Day => Text("day");

    /// <summary>The measured numbers; units are those of the scheme's method.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<Measure> Measures =>
    [
        .. Own.Where(cell => !IsWord(cell.Key)).Select(cell => new Measure(cell.Key, cell.Value)),
    ];

    /// <summary>What is stated in words.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<Word> Words =>
    [
        .. Own.Where(cell => IsWord(cell.Key)).Select(cell =>
            new Word(cell.Key[MonitoringReader.WordPrefix.Length..], cell.Value)),
    ];

    private IEnumerable<KeyValuePair<string, string>> Own =>
        Fields.Where(cell => !MonitoringReader.Columns.Contains(cell.Key));

    private static bool IsWord(string column) =>
        column.StartsWith(MonitoringReader.WordPrefix, StringComparison.Ordinal);
}

/// <summary>A measured number.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Amount">The number, as a decimal string.</param>
internal sealed record Measure(string Name, string Amount);

/// <summary>Something stated in words.</summary>
/// <param name="Name">What is stated.</param>
/// <param name="Text">The word.</param>
internal sealed record Word(string Name, string Text);

/// <summary>Numbers of rows.</summary>
internal static class RecordNumber
{
    /// <summary>The amount of a field; null where it has none.</summary>
    public static AmountNode? Of(string? text, string unit) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
        out decimal amount) ? new AmountNode(amount, unit) : null;
}
