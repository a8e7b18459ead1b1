namespace Gep.Accounting.Compensation.Settlement;

/// <summary>How a scale is read; it must be declared ([COMPENSATION] §4.6).</summary>
public enum BracketScaleType
{
    /// <summary>Each part of the number at the rate of its own step.</summary>
    MarginalRate,

    /// <summary>The amounts of all steps that are exceeded.</summary>
    MarginalAmount,

    /// <summary>The amount of the step in which the number lies.</summary>
    SingleAmount,

    /// <summary>The whole number at the rate of the step in which it lies; has cliffs.</summary>
    WholeAmount,

    /// <summary>The whole number at a mean rate that rises in a straight line from step to step.</summary>
    LinearAverageRate,
}
