using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Changes;
using Gep.Api.Security;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>Signed differences between an issued schedule and what is due by today's facts.</summary>
[GraphQLName("ScheduleCorrection")]
internal sealed class CorrectionNode(
    Schedule issued, Schedule due, IReadOnlyList<Adjustment> settled, Caller caller, GraphCatalog catalog)
{
    private readonly ScheduleCorrection correction = ScheduleCorrection.Between(issued, due);

    /// <summary>Hash of the lines that were issued.</summary>
    public string IssuedHash { get; } = ScheduleFingerprint.Of(issued);

    /// <summary>Hash of the lines that are due.</summary>
    public string DueHash { get; } = ScheduleFingerprint.Of(due);

    /// <summary>Total that was issued.</summary>
    public AmountNode Issued => AmountNode.Of(issued.Total);

    /// <summary>Total that is due.</summary>
    public AmountNode Due => AmountNode.Of(due.Total);

    /// <summary>Due less issued: the sum of the lines.</summary>
    public AmountNode Total => AmountNode.Of(correction.Total);

    /// <summary>The difference of each payer.</summary>
    public IReadOnlyList<PayerShareNode> Payers =>
    [
        .. correction.Lines.SelectMany(line => line.Payers).GroupBy(share => share.Payer)
            .OrderBy(group => group.Key)
            .Select(group => new PayerShareNode(group.Key, AmountNode.Of(group.Select(share => share.Amount)
                .Aggregate((sum, amount) => sum + amount)))),
    ];

    /// <summary>The lines that differ, in order of district, parcel and payee.</summary>
    [UsePaging(DefaultPageSize = 50)]
    public IReadOnlyList<CorrectionLineNode> Lines =>
        [.. correction.Lines.Select(line => CorrectionLineNode.Of(line, settled, caller, catalog))];
}

/// <summary>The signed difference between what was issued and what is due.</summary>
/// <param name="District">The district.</param>
/// <param name="Payee">Who is paid; null where the caller may not see it.</param>
/// <param name="Parcel">Parcel, claim or subject.</param>
/// <param name="IssuedLine">Code of the line that was issued; null when there was none.</param>
/// <param name="DueLine">Code of the line that is due; null when there is none.</param>
/// <param name="Issued">What was issued.</param>
/// <param name="Due">What is due.</param>
/// <param name="Delta">Due less issued.</param>
/// <param name="Payers">The difference of each payer.</param>
/// <param name="Corrects">What an adjustment names that settles it: the line that was issued, or the schedule
/// where none was.</param>
/// <param name="Open">What of it no adjustment settles yet, by payer.</param>
[GraphQLName("CorrectionLine")]
internal sealed record CorrectionLineNode(
    DistrictNode? District, string? Payee, string Parcel, string? IssuedLine, string? DueLine,
    AmountNode Issued, AmountNode Due, AmountNode Delta, IReadOnlyList<PayerShareNode> Payers,
    string Corrects, IReadOnlyList<PayerShareNode> Open)
{
    /// <summary>The line of the domain as a caller sees it.</summary>
    public static CorrectionLineNode Of(
        CorrectionLine line, IReadOnlyList<Adjustment> settled, Caller caller, GraphCatalog catalog) => new(
        catalog.FindDistrict(line.District), caller.SeesPayeesOf(line.District) ? line.Payee : null,
        line.Parcel, line.PaidLine, line.DueLine, AmountNode.Of(line.Paid), AmountNode.Of(line.Due),
        AmountNode.Of(line.Delta), PayerShareNode.Of(line.Payers),
        line.Corrects, PayerShareNode.Of(line.OpenAfter(settled)));
}

/// <summary>A signed amount of an earlier year that is settled with a schedule.</summary>
/// <param name="District">The district.</param>
/// <param name="Payee">Who receives it or gives it back; null where the caller may not see it.</param>
/// <param name="Parcel">Parcel or claim it is for.</param>
/// <param name="Payer">Layer that carries it.</param>
/// <param name="Amount">The signed amount.</param>
/// <param name="Line">Code of the line that it corrects, or of the schedule where none was issued.</param>
/// <param name="Reason">Why; null where the caller may not see it.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="State">How it stands.</param>
[GraphQLName("Adjustment")]
internal sealed record AdjustmentNode(
    DistrictNode? District, string? Payee, string Parcel, PayerLayer Payer, AmountNode Amount, string Line,
    string? Reason, string Place, string? Number, RecordState State)
{
    /// <summary>The adjustment of the domain as a caller sees it.</summary>
    public static AdjustmentNode Of(Adjustment one, RecordState state, Caller caller, GraphCatalog catalog)
    {
        bool isSeen = caller.SeesPayeesOf(one.District);
        return new AdjustmentNode(
            catalog.FindDistrict(one.District), isSeen ? one.Payee : null, one.Parcel, one.Payer,
            AmountNode.Of(one.Amount), one.Line, isSeen ? one.Reason : null, one.Place, one.Number,
            state);
    }
}
