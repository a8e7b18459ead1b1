using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Compensation.Areas;

/// <summary>A part of a year in which neither area nor rates change.</summary>
/// <param name="From">First day.</param>
/// <param name="To">First day after it.</param>
/// <param name="AreaMu">Area in it [mu].</param>
/// <param name="Part">Days or months that count.</param>
/// <param name="Whole">Days or months of the year.</param>
internal sealed record AreaSegment(DateOnly From, DateOnly To, decimal AreaMu, int Part, int Whole)
{
    private const int MonthsOfYear = 12;

    /// <summary>The segments of a year, in order; their parts add up to the whole.</summary>
    /// <param name="year">The year.</param>
    /// <param name="rule">How changes count.</param>
    /// <param name="benefitDay">Day whose area a full year is paid by.</param>
    /// <param name="areaMu">Area on 1 January [mu].</param>
    /// <param name="changes">Changes of the parcel, any order and year.</param>
    /// <param name="rateDays">Days on which a rate begins or ends.</param>
    public static ImmutableArray<AreaSegment> Of(
        AccountingYear year,
        TimeRule rule,
        DateOnly benefitDay,
        decimal areaMu,
        IEnumerable<AreaChange> changes,
        IEnumerable<DateOnly> rateDays)
    {
        var end = year.LastDay.AddDays(1);
        var byDay = new SortedDictionary<DateOnly, decimal>();
        foreach (var change in changes.Where(change => change.Day >= year.FirstDay && change.Day < end))
            byDay[change.Day] = change.AreaMu;
        if (rule == TimeRule.FullYear)
        {
            decimal onDay = byDay.Where(pair => pair.Key <= benefitDay).Select(pair => pair.Value)
                .LastOrDefault(areaMu);
            return [new AreaSegment(year.FirstDay, end, onDay, year.Days, year.Days)];
        }
        ImmutableArray<DateOnly> starts = [.. byDay.Keys
            .Concat(rateDays.Where(day => day > year.FirstDay && day < end))
            .Append(year.FirstDay).Distinct().Order()];
        var segments = ImmutableArray.CreateBuilder<AreaSegment>(starts.Length);
        decimal area = areaMu;
        for (int index = 0; index < starts.Length; index++)
        {
            var from = starts[index];
            var to = index + 1 < starts.Length ? starts[index + 1] : end;
            area = byDay.GetValueOrDefault(from, area);
            segments.Add(rule == TimeRule.CalendarDays
                ? new AreaSegment(from, to, area, to.DayNumber - from.DayNumber, year.Days)
                : new AreaSegment(from, to, area, MonthsIn(year, rule, from, to), MonthsOfYear));
        }
        return segments.ToImmutable();
    }

    private static int MonthsIn(AccountingYear year, TimeRule rule, DateOnly from, DateOnly to) =>
        Enumerable.Range(1, MonthsOfYear)
            .Select(month => rule == TimeRule.MonthsBegun
                ? new DateOnly(year.Number, month, 1)
                : new DateOnly(year.Number, month, DateTime.DaysInMonth(year.Number, month)))
            .Count(day => day >= from && day < to);
}
