namespace Gep.Accounting.Statistics;

/// <summary>Whether a figure of the whole region can stand for one of its districts.</summary>
public enum StatisticScope
{
    /// <summary>A level, such as rainfall: a district without its own figure takes the region's.</summary>
    Level,

    /// <summary>A total, such as emissions: the region's figure is no district's.</summary>
    Total,
}
