namespace Gep.Accounting.Compensation.Areas;

/// <summary>How a change within a year counts ([COMPENSATION] §4.9).</summary>
public enum TimeRule
{
    /// <summary>The register and rates of the benefit day count for the full year.</summary>
    FullYear,

    /// <summary>Each day counts by the area and rate of that day, by the real number of days.</summary>
    CalendarDays,

    /// <summary>Each month counts by its first day: a month begun counts whole.</summary>
    MonthsBegun,

    /// <summary>Each month counts by its last day: only a complete month counts.</summary>
    MonthsComplete,
}
