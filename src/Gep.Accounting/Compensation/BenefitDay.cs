namespace Gep.Accounting.Compensation;

/// <summary>The day whose rates and register a year is paid by ([COMPENSATION] §4.9).</summary>
public enum BenefitDay
{
    /// <summary>The full year by the values in force on 1 January.</summary>
    FirstOfJanuary,

    /// <summary>The full year by the values in force on the day of the register snapshot.</summary>
    Snapshot,
}
