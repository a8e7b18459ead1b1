using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Corrections;

/// <summary>A later correction of a year: signed differences beside the frozen schedule, never in
/// it.</summary>
/// <remarks><c>delta = due − paid</c> per payee and parcel. Source: [COMPENSATION] §4.9.</remarks>
/// <param name="Paid">Scheme and year of the schedule that was paid.</param>
/// <param name="Lines">The lines that differ, in order of district, parcel and payee.</param>
/// <param name="Total">Sum of the differences.</param>
public sealed record ScheduleCorrection(
    (SchemeCode Scheme, Codes.AccountingYear Year) Paid, ImmutableArray<CorrectionLine> Lines, Money Total)
{
    /// <summary>The differences between two schedules of one scheme and year; throws for others.</summary>
    public static ScheduleCorrection Between(Schedule paid, Schedule due)
    {
        if (paid.Scheme != due.Scheme || paid.Year != due.Year)
            throw new ArgumentException("A correction is of one scheme and year.", nameof(due));
        var before = paid.Lines.ToLookup(KeyOf);
        var after = due.Lines.ToLookup(KeyOf);
        ImmutableArray<CorrectionLine> lines = [.. before.Select(group => group.Key)
            .Union(after.Select(group => group.Key))
            .OrderBy(key => key.District)
            .ThenBy(key => key.Parcel, StringComparer.Ordinal)
            .ThenBy(key => key.Payee, StringComparer.Ordinal)
            .SelectMany(key => LinesOf([.. before[key]], [.. after[key]]))
            .Where(line => line.Delta != Money.Zero)];
        return new ScheduleCorrection(
            (paid.Scheme, paid.Year), lines, lines.Aggregate(Money.Zero, (sum, line) => sum + line.Delta));
    }

    private static IEnumerable<CorrectionLine> LinesOf(
        ImmutableArray<PaymentLine> paid, ImmutableArray<PaymentLine> due)
    {
        for (int index = 0; index < Math.Max(paid.Length, due.Length); index++)
        {
            var old = index < paid.Length ? paid[index] : null;
            var now = index < due.Length ? due[index] : null;
            var either = now ?? old!;
            Money before = old?.Amount ?? Money.Zero, after = now?.Amount ?? Money.Zero;
            yield return new CorrectionLine(
                either.District, either.Payee, either.Parcel, old?.Id, now?.Id, before, after, after - before,
                PayersOf(old, now));
        }
    }

    private static ImmutableArray<PayerShare> PayersOf(PaymentLine? old, PaymentLine? now)
    {
        var sums = new SortedDictionary<PayerLayer, Money>();
        foreach (var share in now?.Payers ?? [])
            sums[share.Payer] = sums.GetValueOrDefault(share.Payer) + share.Amount;
        foreach (var share in old?.Payers ?? [])
            sums[share.Payer] = sums.GetValueOrDefault(share.Payer) - share.Amount;
        return [.. sums.Where(pair => pair.Value != Money.Zero)
            .Select(pair => new PayerShare(pair.Key, pair.Value))];
    }

    private static (Codes.DistrictCode District, string Parcel, string Payee) KeyOf(PaymentLine line) =>
        (line.District, line.Parcel, line.Payee);
}
