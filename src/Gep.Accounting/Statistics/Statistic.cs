using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.Statistics;

/// <summary>One figure of one district (or the whole region) in one year.</summary>
/// <param name="District">The district, or the region.</param>
/// <param name="Indicator">What it is, with its unit.</param>
/// <param name="Subject">The ecosystem type or water body it is for; empty when for none.</param>
/// <param name="Value">The figure, exactly as written.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Place">File and line.</param>
public sealed record Statistic(
    DistrictCode District,
    StatisticIndicator Indicator,
    string Subject,
    decimal Value,
    SourceRef Source,
    string Place);
