namespace Gep.Accounting.Statistics;

/// <summary>What a statistic is broken down by, besides the district.</summary>
public enum StatisticSubject
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An ecosystem type; a type without a figure takes that of its level 1.</summary>
    EcosystemType,

    /// <summary>A water body, by its id.</summary>
    WaterBody,

    /// <summary>A month: <c>01</c> to <c>12</c>.</summary>
    Month,

    /// <summary>A day of the year: <c>07-31</c>.</summary>
    Day,
}
