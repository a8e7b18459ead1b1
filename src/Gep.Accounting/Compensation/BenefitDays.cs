using Gep.Accounting.Codes;

namespace Gep.Accounting.Compensation;

/// <summary>What a benefit day means in a year.</summary>
public static class BenefitDays
{
    /// <summary>The day of that rule in that year.</summary>
    public static DateOnly In(AccountingYear year, BenefitDay rule) => rule switch
    {
        BenefitDay.FirstOfJanuary => year.FirstDay,
    };
}
