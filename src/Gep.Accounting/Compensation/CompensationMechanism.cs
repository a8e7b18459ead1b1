namespace Gep.Accounting.Compensation;

/// <summary>Who pays whom: the mechanisms of art. 2 of the compensation regulation ([ECOCOMP2024]).</summary>
public enum CompensationMechanism
{
    /// <summary>From a higher budget down (财政纵向补偿).</summary>
    Vertical,

    /// <summary>Between governments of regions (地区间横向补偿).</summary>
    Horizontal,

    /// <summary>By a market (市场机制补偿).</summary>
    Market,
}
