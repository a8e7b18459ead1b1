using System.Collections.Immutable;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Ledgers;

/// <summary>Double entry: what a payee is owed against the budgets that carry it.</summary>
/// <remarks>
/// Debit <c>payee:district:scheme</c>, credit <c>payer:layer:scheme</c>; a negative line the other way round.
/// A correction is a transaction of its own that names the line that was paid. Nothing is ever changed.
/// </remarks>
public static class Journal
{
    /// <summary>One transaction for each line that is not 0.00, in order of the lines.</summary>
    public static ImmutableArray<JournalTransaction> Of(Schedule schedule, DateOnly day) =>
    [
        .. schedule.Lines.Where(line => line.Amount != Money.Zero).Select(line => new JournalTransaction(
            day, schedule.Status >= ScheduleStatus.Issued, line.Id, $"{line.Payee} {line.Parcel}",
            Postings(schedule.Scheme, line.District.ToString(), line.Amount, line.Payers))),
    ];

    /// <summary>One transaction for each difference of a correction.</summary>
    public static ImmutableArray<JournalTransaction> Of(ScheduleCorrection correction, DateOnly day) =>
    [
        .. correction.Lines.Select(line => new JournalTransaction(
            day, false, line.PaidLine ?? line.DueLine ?? "", $"correction {line.Payee} {line.Parcel}",
            Postings(correction.Paid.Scheme, line.District.ToString(), line.Delta, line.Payers))),
    ];

    /// <summary>One transaction for each amount of an earlier year, in their order.</summary>
    public static ImmutableArray<JournalTransaction> Of(IEnumerable<Adjustment> adjustments, DateOnly day) =>
    [
        .. adjustments.Where(adjustment => adjustment.Amount != Money.Zero)
            .Select(adjustment => new JournalTransaction(
                day, false, adjustment.Line, $"adjustment {adjustment.Payee} {adjustment.Parcel}",
                Postings(adjustment.Scheme, adjustment.District.ToString(), adjustment.Amount,
                    [new PayerShare(adjustment.Payer, adjustment.Amount)]))),
    ];

    /// <summary>Accounts of the transactions, each once, in code order.</summary>
    public static ImmutableArray<string> Accounts(IEnumerable<JournalTransaction> transactions) =>
    [
        .. transactions.SelectMany(transaction => transaction.Postings)
            .Select(posting => posting.Account).Distinct().Order(StringComparer.Ordinal),
    ];

    private static ImmutableArray<JournalPosting> Postings(
        SchemeCode scheme, string district, Money amount, ImmutableArray<PayerShare> payers) =>
    [
        new($"payee:{district}:{scheme}", amount),
        .. payers.Where(share => share.Amount != Money.Zero)
            .Select(share => new JournalPosting($"payer:{CodeOf(share.Payer)}:{scheme}", -share.Amount)),
    ];

    private static string CodeOf(PayerLayer layer) => layer switch
    {
        PayerLayer.Central => "central",
        PayerLayer.Province => "province",
        PayerLayer.City => "city",
        PayerLayer.District => "district",
        PayerLayer.CityAndDistrict => "city-and-district",
        PayerLayer.Undetermined => "undetermined",
    };
}
