using Gep.Accounting.Codes;

namespace Gep.Accounting.Compensation;

/// <summary>What a benefit day means in a year.</summary>
public static class BenefitDays
{
    /// <summary>The day of that rule in that year; 28 February where a year has no 29th.</summary>
    public static DateOnly In(AccountingYear year, Rule rule) => rule.BenefitDay switch
    {
        BenefitDay.FirstOfJanuary => year.FirstDay,
        BenefitDay.Snapshot => new DateOnly(
            year.Number, rule.Snapshot.Month,
            Math.Min(rule.Snapshot.Day, DateTime.DaysInMonth(year.Number, rule.Snapshot.Month))),
    };
}
