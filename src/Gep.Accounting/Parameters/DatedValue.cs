namespace Gep.Accounting.Parameters;

/// <summary>A value in force from a day.</summary>
/// <param name="From">First day it is in force.</param>
/// <param name="Value">The number, in the unit of its parameter, exactly as written.</param>
/// <param name="Source">Where it is written.</param>
public sealed record DatedValue(DateOnly From, decimal Value, SourceRef Source)
{
    /// <summary>Low end of the range the source gives; null when it gives none.</summary>
    public decimal? Low { get; init; }

    /// <summary>High end of the range the source gives; null when it gives none.</summary>
    public decimal? High { get; init; }
}
